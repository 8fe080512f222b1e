#include "shared/domain/moderation/digits.hpp"

#include <algorithm>
#include <iterator>

namespace domain::moderation {
namespace {

// The zeros of Unicode 17: nine digits follow each.
constexpr char32_t zeros[] = {
    0x0030,  0x0660,  0x06F0,  0x07C0,  0x0966,  0x09E6,  0x0A66,  0x0AE6,  0x0B66,  0x0BE6,  0x0C66,  0x0CE6,  0x0D66,
    0x0DE6,  0x0E50,  0x0ED0,  0x0F20,  0x1040,  0x1090,  0x17E0,  0x1810,  0x1946,  0x19D0,  0x1A80,  0x1A90,  0x1B50,
    0x1BB0,  0x1C40,  0x1C50,  0xA620,  0xA8D0,  0xA900,  0xA9D0,  0xA9F0,  0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30,
    0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730,
    0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70,
    0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0};

// Digits with something around them or away from the line.
struct Drawn {
    char32_t first, last;
    int value;  // Of the first.
};
constexpr Drawn drawn[] = {{0xB2, 0xB3, 2},       {0xB9, 0xB9, 1},      {0x2070, 0x2070, 0}, {0x2074, 0x2079, 4},
                           {0x2080, 0x2089, 0},   {0x2460, 0x2468, 1},  {0x2474, 0x247C, 1}, {0x2488, 0x2490, 1},
                           {0x24EA, 0x24EA, 0},   {0x24F5, 0x24FD, 1},  {0x24FF, 0x24FF, 0}, {0x2776, 0x277E, 1},
                           {0x2780, 0x2788, 1},   {0x278A, 0x2792, 1},  {0x3007, 0x3007, 0}, {0x1F100, 0x1F100, 0},
                           {0x1F101, 0x1F10A, 0}, {0x1F10B, 0x1F10C, 0}};

}  // namespace

std::optional<int> digit_of(char32_t c) {
    const auto* zero = std::ranges::upper_bound(zeros, c);
    if (zero != std::begin(zeros) && c - *(zero - 1) < 10) return static_cast<int>(c - *(zero - 1));
    const auto* range = std::ranges::lower_bound(drawn, c, {}, &Drawn::last);
    if (range == std::end(drawn) || c < range->first) return std::nullopt;
    return range->value + static_cast<int>(c - range->first);
}

std::optional<int> digit_looked_like(char32_t c) {
    switch (c) {
        case U'O':
        case U'o':
        case 0x039F:  // Greek
        case 0x03BF:
        case 0x041E:  // Cyrillic
        case 0x043E:
        case 0x0555:  // Armenian
        case 0x0585:
        case 0x2D54:  // Amazigh yar
        case 0x2D30:  // Amazigh ya, a circle
        case 0xFF2F:
        case 0xFF4F: return 0;
        case U'I':
        case U'l':
        case U'|':
        case 0x0406:  // Cyrillic
        case 0x0399:  // Greek
        case 0x0627:  // Alif beside Arabic digits
        case 0xFF29:
        case 0xFF4C: return 1;
        default: return std::nullopt;
    }
}

}  // namespace domain::moderation
