#include "shared/unicode/utf.hpp"

#include <cassert>

#include "shared/base/utf8.hpp"

namespace unicode {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr bool is_high_surrogate(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

Decoded decode_at(std::string_view text, std::size_t offset) {
    assert(offset < text.size() && "there must be a byte to decode");
    const auto first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80) return {first, 1};
    const auto point = base::first_code_point(text.substr(offset));
    return {point.value, static_cast<std::uint8_t>(point.length)};
}

void append_utf16(std::u16string& text, char32_t code_point) {
    if (code_point < 0x10000) {
        text += static_cast<char16_t>(code_point);
        return;
    }
    text += static_cast<char16_t>(0xD7C0 + (code_point >> 10));
    text += static_cast<char16_t>(0xDC00 + (code_point & 0x3FF));
}

std::u16string to_utf16(std::string_view text) {
    std::u16string units;
    units.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [code_point, length] = decode_at(text, offset);
        append_utf16(units, code_point);
        offset += length;
    }
    return units;
}

std::string to_utf8(std::u16string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t code_point = text[i];
        if (is_high_surrogate(text[i]) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
            code_point = (char32_t{text[i]} - 0xD7C0) << 10 | (char32_t{text[i + 1]} & 0x3FF);
            ++i;
        } else if (is_high_surrogate(text[i]) || is_low_surrogate(text[i])) {
            code_point = replacement;
        }
        base::append_code_point(bytes, code_point);
    }
    return bytes;
}

Utf16Text to_utf16_with_offsets(std::string_view text) {
    Utf16Text result;
    result.units.reserve(text.size());
    result.bytes.reserve(text.size() + 1);
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [code_point, length] = decode_at(text, offset);
        append_utf16(result.units, code_point);
        result.bytes.resize(result.units.size(), static_cast<std::uint32_t>(offset));
        offset += length;
    }
    result.bytes.push_back(static_cast<std::uint32_t>(text.size()));
    return result;
}

}  // namespace unicode
