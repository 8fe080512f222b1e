// Fills lines with what a shape holds: greedy, as the browser does it, and with its roundings.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "client/text/detail/shaper.hpp"
#include "client/text/line_metrics.hpp"
#include "client/text/paragraph.hpp"

namespace text::detail {

// A line as units of the content.
struct LineRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t visible_end = 0;  // Without what hangs: trailing spaces and the newline.
};

// A glyph on its line, in CSS pixels from the line's left edge.
struct PlacedGlyph {
    ShapedGlyph shaped;
    fonts::Face face{};
    std::uint8_t level = 0;
    float pen_px = 0;  // Where the glyph begins, its offset aside.
    float advance_px = 0;
};

struct ArrangedLine {
    std::vector<PlacedGlyph> glyphs;  // Left to right.
    float width_px = 0;
};

class LineBuilder {
public:
    LineBuilder(Shaper& shaper, const Shape& shape, float size_px)
        : shaper_(shaper), shape_(shape), size_px_(static_cast<double>(size_px)) {}

    std::vector<LineRange> break_lines(float width_px, Wrap wrap, OverflowWrap overflow_wrap);

    // The lines that '\n' alone makes, and the pieces between all break opportunities.
    float max_content_width_px();
    float min_content_width_px(OverflowWrap overflow_wrap);

    ArrangedLine arrange(const LineRange& line);

private:
    // What one run gives to one line.
    struct Part {
        const ShapedRun* run = nullptr;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        bool reshaped = false;
        std::uint32_t first_glyph = 0;  // In `reshaped_` or in the shape.
        std::uint32_t glyph_count = 0;
    };

    LineRange range(std::uint32_t begin, std::uint32_t end) const;
    std::uint32_t line_end(std::uint32_t begin, std::uint32_t hard_end, double room_px, OverflowWrap overflow_wrap);
    std::uint32_t end_inside_word(std::uint32_t begin, std::uint32_t end, double room_px);
    bool fits(const LineRange& line, double room_px);
    double measure(const LineRange& line);
    void gather(const LineRange& line);
    double snapped_width_px(std::uint32_t begin, std::uint32_t end) const;
    std::span<const Part> parts_within(std::uint32_t begin, std::uint32_t end) const;
    std::span<const ShapedGlyph> glyphs_of(const Part& part) const;
    const std::vector<std::uint32_t>& graphemes();

    Shaper& shaper_;
    const Shape& shape_;
    double size_px_;
    std::vector<Part> parts_;
    std::vector<ShapedGlyph> reshaped_;  // Of the edges of the line being looked at.
    std::vector<std::uint32_t> graphemes_;
};

// The end of the paragraph or what follows the next '\n'.
std::uint32_t hard_end_after(const Content& content, std::uint32_t begin);

}  // namespace text::detail
