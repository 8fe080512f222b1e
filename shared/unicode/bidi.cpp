#include "shared/unicode/bidi.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include "shared/unicode/utf.hpp"

namespace unicode {
namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// Whether the unit is, in a left-to-right paragraph, of level 0 whatever stands beside it: no letter or digit of a
// script from right to left, and no control. Only what our texts hold is looked for.
constexpr bool keeps_left_to_right(char16_t unit) {
    return unit < 0x590 || (unit >= 0x2010 && unit <= 0x2027) || unit == u'\u202F' ||
           (unit >= 0x2D30 && unit <= 0x2D7F);
}

// Class B.
constexpr bool separates_paragraphs(char16_t unit) {
    return unit == u'\n' || unit == u'\r' || (unit >= 0x1C && unit <= 0x1E) || unit == 0x85 || unit == 0x2029;
}

}  // namespace

void resolve_levels(std::u16string_view text, base::Direction direction, std::vector<std::uint8_t>& levels) {
    const UBiDiLevel base = direction == base::Direction::Rtl ? 1 : 0;
    levels.assign(text.size(), base);
    if (base == 0 && std::ranges::all_of(text, keeps_left_to_right)) return;

    // One by one (rule P1): given many at once, ICU makes room for one more at each, and copies all those before it.
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    for (std::size_t begin = 0; begin < text.size();) {
        const auto separator = std::ranges::find_if(text.substr(begin), separates_paragraphs);
        const auto line = text.substr(begin, static_cast<std::size_t>(separator - text.begin()) + 1 - begin);
        UErrorCode status = U_ZERO_ERROR;
        ubidi_setPara(bidi.get(), line.data(), static_cast<std::int32_t>(line.size()), base, nullptr, &status);
        const UBiDiLevel* resolved = ubidi_getLevels(bidi.get(), &status);
        if (U_SUCCESS(status))
            std::ranges::copy_n(resolved, std::ssize(line), levels.begin() + static_cast<std::ptrdiff_t>(begin));
        begin += line.size();
    }
}

void reorder_visually(std::span<const std::uint8_t> levels, std::vector<std::uint32_t>& order) {
    order.resize(levels.size());
    static_assert(sizeof(std::uint32_t) == sizeof(std::int32_t));
    // Indices are small, so the signed ones that the library writes read the same.
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()),
                        reinterpret_cast<std::int32_t*>(order.data()));
}

std::optional<base::Direction> first_strong_direction(std::string_view text) {
    int isolates = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [code_point, length] = decode_at(text, offset);
        offset += length;
        switch (u_charDirection(static_cast<UChar32>(code_point))) {
            case U_LEFT_TO_RIGHT:
                if (isolates == 0) return base::Direction::Ltr;
                break;
            case U_RIGHT_TO_LEFT:
            case U_RIGHT_TO_LEFT_ARABIC:
                if (isolates == 0) return base::Direction::Rtl;
                break;
            case U_FIRST_STRONG_ISOLATE:
            case U_LEFT_TO_RIGHT_ISOLATE:
            case U_RIGHT_TO_LEFT_ISOLATE: ++isolates; break;
            case U_POP_DIRECTIONAL_ISOLATE:
                if (isolates > 0) --isolates;
                break;
            case U_BLOCK_SEPARATOR: isolates = 0; break;
            default: break;
        }
    }
    return std::nullopt;
}

}  // namespace unicode
