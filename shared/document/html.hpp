// Prints a document as HTML: what the server sends and what the DOM of the client equals.
#pragma once

#include <string>

#include "shared/document/document.hpp"

namespace doc {

// The root node with everything below it. Every node carries data-n; lang and dir stand where they change.
std::string to_html(const Document& document);

// For text and for quoted attribute values.
std::string escape(std::string_view text);

}  // namespace doc
