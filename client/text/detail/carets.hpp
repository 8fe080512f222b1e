// Where a caret may stand on a line: between graphemes, inside ligatures too.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "client/text/detail/line_builder.hpp"

namespace text::detail {

// One grapheme on its line. Offsets are units.
struct LetterBox {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    float left_px = 0;
    float right_px = 0;
    bool right_to_left = false;

    float leading_px() const { return right_to_left ? right_px : left_px; }
    float trailing_px() const { return right_to_left ? left_px : right_px; }
};

// In logical order, up to the line's visible end. `grapheme_ends` are those of the whole content.
std::vector<LetterBox> letter_boxes(LineBuilder& builder, const LineRange& line,
                                    std::span<const std::uint32_t> grapheme_ends);

}  // namespace text::detail
