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
    const ShapedGlyph& shaped;
    const ShapedRun& run;
    double pen_px = 0;  // Where the glyph begins, its offset aside.
    double advance_px = 0;
};

// What one run gives to one line.
struct LinePart {
    const ShapedRun* run = nullptr;
    std::uint32_t begin = 0;  // Units.
    std::uint32_t end = 0;
    bool reshaped = false;  // Its glyphs lie in LineScratch::reshaped, not in the shape.
    std::uint32_t first_glyph = 0;
    std::uint32_t glyph_count = 0;
};

// What the browser measures and rounds as one.
struct LinePiece {
    std::uint32_t begin = 0;  // Units.
    std::uint32_t end = 0;
    double width_px = 0;
};

// Memory that is kept from one paragraph to the next.
struct LineScratch {
    std::vector<LinePart> parts;
    std::vector<ShapedGlyph> reshaped;  // Of the edges of the line being looked at.
    std::vector<LinePiece> pieces;
    std::vector<std::uint8_t> levels;
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> graphemes;
};

class LineBuilder {
public:
    LineBuilder(Shaper& shaper, LineScratch& scratch, const Shape& shape, float size_px)
        : shaper_(shaper), scratch_(scratch), shape_(shape), size_px_(static_cast<double>(size_px)) {
        scratch_.graphemes.clear();
    }

    void break_lines(float width_px, Wrap wrap, OverflowWrap overflow_wrap, std::vector<LineRange>& lines);

    double width_px(const LineRange& line);

    // The lines that '\n' alone makes, and the pieces between all break opportunities.
    float max_content_width_px();
    float min_content_width_px(OverflowWrap overflow_wrap);

    // Calls `emit` with each PlacedGlyph from left to right.
    template <class Emit>
    void place(const LineRange& line, Emit emit) {
        arrange(line);
        double left_px = 0;
        for (const auto index : scratch_.order) {
            const auto& piece = scratch_.pieces[index];
            double pen_px = left_px;
            const bool right_to_left = scratch_.levels[index] % 2 == 1;
            const auto parts = parts_within(piece.begin, piece.end);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const auto& part = parts[right_to_left ? parts.size() - 1 - i : i];
                for (const auto& glyph : glyphs_within(part, piece.begin, piece.end)) {
                    const double advance_px = static_cast<double>(glyph.advance) * size_px_;
                    emit(PlacedGlyph{glyph, *part.run, pen_px, advance_px});
                    pen_px += advance_px;
                }
            }
            left_px += piece.width_px;
        }
    }

private:
    using Opportunities = std::vector<Opportunity>::const_iterator;

    LineRange range(std::uint32_t begin, std::uint32_t end) const;
    double estimate_px(std::uint32_t begin, std::uint32_t visible_end) const;
    std::uint32_t line_end(std::uint32_t begin, std::uint32_t hard_end, double room_px, OverflowWrap overflow_wrap,
                           Opportunities& candidate);
    std::uint32_t end_inside_word(std::uint32_t begin, std::uint32_t end, double room_px);
    bool fits(const LineRange& line, double room_px);
    bool is_cut_safely(const LineRange& line) const;
    void arrange(const LineRange& line);
    void gather(const LineRange& line);
    void add_reshaped(const ShapedRun& run, std::uint32_t begin, std::uint32_t end, std::uint32_t visible_end);
    void add_part(LinePart part, std::uint32_t visible_end);
    std::span<const LinePart> parts_within(std::uint32_t begin, std::uint32_t end) const;
    std::span<const ShapedGlyph> glyphs_of(const LinePart& part) const;
    std::span<const ShapedGlyph> glyphs_within(const LinePart& part, std::uint32_t begin, std::uint32_t end) const;
    double snapped_width_px(std::uint32_t begin, std::uint32_t end) const;
    const std::vector<std::uint32_t>& graphemes();

    Shaper& shaper_;
    LineScratch& scratch_;
    const Shape& shape_;
    double size_px_;
};

}  // namespace text::detail
