// One string that says what stands in the DOM, so that the client knows whether it may adopt it.
#pragma once

#include <string>
#include <string_view>

#include "shared/document/document.hpp"

namespace mirror {

// In document order: U+0001 and data-n for each element that has one, U+0002 for one of somebody else, and the words,
// without those of <textarea> and without our breaks. The DOM makes the same string (web/mirror.js).
std::string fingerprint(const doc::Document& document);

enum class Match : std::uint8_t {
    Equal,
    WordsDiffer,  // Our elements with other words, or with elements of somebody else among them: a translation.
    Different,    // Another page than ours.
};
Match match(const doc::Document& document, std::string_view dom_fingerprint);

}  // namespace mirror
