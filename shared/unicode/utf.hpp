// UTF-8 and UTF-16, which the analysis needs, with the way back to byte offsets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unicode {

struct Decoded {
    char32_t code_point = 0;  // U+FFFD for a malformed sequence.
    std::uint8_t length = 0;  // Bytes taken: 1 to 4.
};

// The code point that begins at `offset`, which must be inside `text`. Of what is no UTF-8, as many bytes become one
// U+FFFD as begin a code point (WHATWG Encoding, the browser's way): each half of a surrogate pair becomes three.
Decoded decode_at(std::string_view text, std::size_t offset);

// The code point that begins at this unit; of what is no whole pair, the unit itself.
constexpr char32_t code_point_at(std::u16string_view text, std::size_t offset) {
    const char16_t unit = text[offset];
    if (unit < 0xD800 || unit > 0xDBFF || offset + 1 >= text.size()) return unit;
    return (char32_t{unit} - 0xD7C0) << 10 | (char32_t{text[offset + 1]} & 0x3FF);
}

void append_utf16(std::u16string& text, char32_t code_point);

std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

// A UTF-16 text whose units know where they come from in UTF-8.
struct Utf16Text {
    std::u16string units;
    std::vector<std::uint32_t> bytes;  // Byte offset of each unit, and of the end: one more entry than units.
};

Utf16Text to_utf16_with_offsets(std::string_view text);

}  // namespace unicode
