#include "shared/unicode/utf.hpp"

#include <cassert>

namespace unicode {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr bool is_high_surrogate(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// How many bytes follow a lead byte, and which bits of it count.
struct Lead {
    std::uint8_t trailing;
    std::uint8_t mask;
    char32_t smallest;  // Below it the sequence is longer than it need be.
};

constexpr Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x1F, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {2, 0x0F, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {3, 0x07, 0x10000};
    return {0, 0, 0};
}

}  // namespace

Decoded decode_at(std::string_view text, std::size_t offset) {
    assert(offset < text.size() && "there must be a byte to decode");
    const auto first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80) return {first, 1};

    const auto [trailing, mask, smallest] = lead_of(first);
    if (trailing == 0) return {replacement, 1};

    char32_t code_point = first & mask;
    std::uint8_t length = 1;
    for (; length <= trailing; ++length) {
        if (offset + length >= text.size()) return {replacement, length};
        const auto byte = static_cast<unsigned char>(text[offset + length]);
        if ((byte & 0xC0) != 0x80) return {replacement, length};
        code_point = code_point << 6 | (byte & 0x3F);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest || surrogate || code_point > 0x10FFFF) return {replacement, length};
    return {code_point, length};
}

void append_utf16(std::u16string& text, char32_t code_point) {
    if (code_point < 0x10000) {
        text += static_cast<char16_t>(code_point);
        return;
    }
    text += static_cast<char16_t>(0xD7C0 + (code_point >> 10));
    text += static_cast<char16_t>(0xDC00 + (code_point & 0x3FF));
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto trail = [&](int shift) { text += static_cast<char>(0x80 | (code_point >> shift & 0x3F)); };
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xC0 | code_point >> 6);
        trail(0);
    } else if (code_point < 0x10000) {
        text += static_cast<char>(0xE0 | code_point >> 12);
        trail(6);
        trail(0);
    } else {
        text += static_cast<char>(0xF0 | code_point >> 18);
        trail(12);
        trail(6);
        trail(0);
    }
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
        append_utf8(bytes, code_point);
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
