// A page that only the server can make: it comes finished, and what is chosen on it is noted in its document.
#pragma once

#include "client/platform/event.hpp"
#include "shared/document/document.hpp"

namespace state {

// A radio or checkbox as the browser has it now; the other radios of its name lose their mark.
void choose(doc::Node& root, const platform::FieldState& field);

}  // namespace state
