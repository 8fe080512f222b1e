// Character references of HTML that a Markdown text may hold.
#pragma once

#include <string>
#include <string_view>

namespace markup {

// "&amp;", "&#233;", "&#xE9;": the character. Names that are not known here stay as they were written; a number that is
// no character becomes U+FFFD.
std::string decode_character(std::string_view reference);

}  // namespace markup
