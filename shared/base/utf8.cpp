#include "shared/base/utf8.hpp"

#include <cassert>
#include <cstdint>

namespace base {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_bytes = "\xEF\xBF\xBD";

// What a first byte promises: the length, its own bits, and the range of the second byte,
// which alone keeps out overlong forms, surrogates and what lies above U+10FFFF.
struct Lead {
    std::size_t length = 0;  // 0: no sequence begins with this byte.
    char32_t bits = 0;
    std::uint8_t second_lowest = 0x80;
    std::uint8_t second_highest = 0xBF;
};

Lead lead_of(std::uint8_t byte) {
    const auto bits = [byte](unsigned mask) { return static_cast<char32_t>(byte & mask); };
    if (byte < 0x80) return {1, bits(0x7F)};
    if (byte < 0xC2) return {};
    if (byte < 0xE0) return {2, bits(0x1F)};
    if (byte == 0xE0) return {3, bits(0x0F), 0xA0, 0xBF};
    if (byte == 0xED) return {3, bits(0x0F), 0x80, 0x9F};
    if (byte < 0xF0) return {3, bits(0x0F)};
    if (byte == 0xF0) return {4, bits(0x07), 0x90, 0xBF};
    if (byte < 0xF4) return {4, bits(0x07)};
    if (byte == 0xF4) return {4, bits(0x07), 0x80, 0x8F};
    return {};
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
    assert(!text.empty() && "there must be a code point to read");
    const auto lead = lead_of(static_cast<std::uint8_t>(text[0]));
    if (lead.length == 0) return {replacement, 1, false};

    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (i == text.size()) return {replacement, i, false};
        const auto byte = static_cast<std::uint8_t>(text[i]);
        const auto lowest = i == 1 ? lead.second_lowest : std::uint8_t{0x80};
        const auto highest = i == 1 ? lead.second_highest : std::uint8_t{0xBF};
        if (byte < lowest || byte > highest) return {replacement, i, false};
        value = (value << 6) | (byte & 0x3F);
    }
    return {value, lead.length, true};
}

bool is_well_formed(std::string_view text) {
    while (!text.empty()) {
        const auto point = first_code_point(text);
        if (!point.well_formed) return false;
        text.remove_prefix(point.length);
    }
    return true;
}

void append_code_point(std::string& text, char32_t point) {
    const auto add = [&](char32_t bits) { text += static_cast<char>(static_cast<std::uint8_t>(bits)); };
    const auto add_rest = [&](int shift) { add(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x80) return add(point);
    if (point < 0x800) add(0xC0 | (point >> 6));
    else if (point < 0x10000) {
        add(0xE0 | (point >> 12));
        add_rest(6);
    } else {
        add(0xF0 | (point >> 18));
        add_rest(12);
        add_rest(6);
    }
    add_rest(0);
}

std::string replace_broken(std::string_view text) {
    std::string whole;
    whole.reserve(text.size());
    while (!text.empty()) {
        const auto point = first_code_point(text);
        whole += point.well_formed ? text.substr(0, point.length) : replacement_bytes;
        text.remove_prefix(point.length);
    }
    return whole;
}

}  // namespace base
