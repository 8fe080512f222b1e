#include "shared/unicode/utf.hpp"

#include <cassert>

namespace unicode {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr bool is_high_surrogate(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// What a lead byte promises: how many bytes follow, which bits of its own count, and the range of the second byte,
// which alone keeps out what is longer than it need be, surrogates and what lies beyond the last code point.
struct Lead {
    std::uint8_t trailing = 0;  // 0: no sequence of more bytes begins with it.
    std::uint8_t mask = 0;
    unsigned char second_lowest = 0x80;
    unsigned char second_highest = 0xBF;
};

constexpr Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x1F};
    if (byte == 0xE0) return {2, 0x0F, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x0F, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x0F};
    if (byte == 0xF0) return {3, 0x07, 0x90, 0xBF};
    if (byte == 0xF4) return {3, 0x07, 0x80, 0x8F};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x07};
    return {};
}

}  // namespace

Decoded decode_at(std::string_view text, std::size_t offset) {
    assert(offset < text.size() && "there must be a byte to decode");
    const auto first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80) return {first, 1};

    const auto lead = lead_of(first);
    if (lead.trailing == 0) return {replacement, 1};

    char32_t code_point = first & lead.mask;
    std::uint8_t length = 1;
    for (; length <= lead.trailing; ++length) {
        if (offset + length >= text.size()) return {replacement, length};
        const auto byte = static_cast<unsigned char>(text[offset + length]);
        const auto lowest = length == 1 ? lead.second_lowest : 0x80;
        const auto highest = length == 1 ? lead.second_highest : 0xBF;
        if (byte < lowest || byte > highest) return {replacement, length};
        code_point = code_point << 6 | (byte & 0x3F);
    }
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
