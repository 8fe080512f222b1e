// Strict reading of UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

struct CodePoint {
    char32_t value = 0;      // U+FFFD where the bytes are broken.
    std::size_t length = 0;  // Bytes; of a broken sequence, its longest valid beginning, at least 1.
    bool well_formed = false;
};

// `text` must not be empty.
CodePoint first_code_point(std::string_view text);

bool is_well_formed(std::string_view text);

// Each broken sequence becomes one U+FFFD, as browsers do.
std::string replace_broken(std::string_view text);

// `point` must be a code point that UTF-8 can hold.
void append_code_point(std::string& text, char32_t point);

}  // namespace base
