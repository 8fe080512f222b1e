// From one document to the next: the patches that turn the DOM of the first into the DOM of the second.
#pragma once

#include "client/mirror/breaks.hpp"
#include "client/mirror/patches.hpp"
#include "shared/document/document.hpp"

namespace mirror {

// A document as it stands, or shall stand, in the DOM.
struct Shown {
    const doc::Document& document;
    const Breaks& breaks;
};

Patches diff(const Shown& before, const Shown& after);
// From a body without root.
Patches build(const Shown& after);

}  // namespace mirror
