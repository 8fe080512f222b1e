// How nodes and spans stand in the DOM: the same words as doc::to_html, for nodes that the client makes itself.
#pragma once

#include "client/mirror/patches.hpp"

namespace mirror {

// Without data-n, which the DOM makes from the id, and without what is a property and not an attribute:
// `checked`, and the text of a field.
Attributes attributes_of(const doc::Node& node);
Attributes attributes_of(const doc::Span& span);
Attributes path_attributes(doc::IconName icon);

std::string_view tag_of(const doc::Span& span);

// A control whose text belongs to the person: <textarea>, <input type=text> and its like.
bool holds_text(const doc::Node& node);

}  // namespace mirror
