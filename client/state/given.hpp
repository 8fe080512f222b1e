// A page that only the server can make: it comes finished, and what is chosen on it is noted in its document.
#pragma once

#include <string>
#include <vector>

#include "client/platform/event.hpp"
#include "shared/document/document.hpp"

namespace state {

// A field of the document as somebody left it.
void set_checked(doc::Node& node, bool checked);
void set_value(doc::Node& node, std::string value);

// A radio or checkbox as the browser has it now; the other radios of its name lose their mark.
void choose(doc::Node& root, const platform::FieldState& field);

// The fields of a page as they were found, which may have been typed into since it was printed. True: one was.
bool fill(doc::Node& root, const std::vector<platform::FieldState>& fields);

// The form that has a part of the page made anew from what it holds; null where there is none.
const doc::Node* form_with_part(const doc::Node& root);
// `part` takes the place of the node with its id; no such node: nothing changes.
void replace_part(doc::Node& root, doc::Node part);
// The part says that it could not be had, and stays as it was.
void lose_part(doc::Node& root);

}  // namespace state
