// Content to glyphs, once for all sizes and widths.
#pragma once

#include <cstdint>
#include <vector>

#include "client/text/detail/chain.hpp"
#include "client/text/detail/content.hpp"
#include "client/text/detail/loaded_font.hpp"

namespace text::detail {

// Lengths are ems: times the size they are CSS pixels.
struct ShapedGlyph {
    std::uint32_t cluster = 0;  // Unit where its letters begin.
    float advance = 0;
    float x_offset = 0;
    float y_offset = 0;  // Upwards.
    std::uint16_t id = 0;
    bool unsafe_to_break = false;  // A line that begins here must be shaped again.
};

// One face, level, script and language. Glyphs stand in visual order, left to right.
struct ShapedRun {
    std::uint32_t begin = 0;  // Units.
    std::uint32_t end = 0;
    std::uint32_t first_glyph = 0;
    std::uint32_t glyph_count = 0;
    fonts::Face face{};
    std::uint8_t level = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    base::Language language = base::Language::Ar;
};

struct Shape {
    Content content;
    std::vector<ShapedRun> runs;  // In logical order. Newlines and our own controls are in none.
    std::vector<ShapedGlyph> glyphs;
    std::vector<bool> cluster_begins;  // Of each unit: whether a glyph's letters begin here.
    std::vector<bool> safe_begins;     // Of each unit: whether a line may begin here without shaping again.
    std::vector<double> position;      // Ems before each unit and before the end, counted in logical order.
    std::vector<std::uint32_t>
        pieces;  // Ends of what the browser measures and rounds as one: a text node at one level.
};

class Shaper {
public:
    explicit Shaper(const Fonts& fonts);

    Shape shape(const Paragraph& paragraph);

    // A part of a run, shaped as if the line broke at its edges; letters still join across them.
    void shape_part(const Content& content, const ShapedRun& run, std::uint32_t begin, std::uint32_t end,
                    std::vector<ShapedGlyph>& glyphs);

    unicode::Boundaries& boundaries() { return boundaries_; }
    const Fonts& fonts() const { return fonts_; }

private:
    struct Item;
    void shape_item(Shape& shape, const Item& item, std::size_t first_face);
    void add_missing(Shape& shape, const Item& item);
    bool run_harfbuzz(const Content& content, const Item& item, fonts::Face face);
    void append_glyphs(fonts::Face face, std::uint32_t begin, std::uint32_t end, std::vector<ShapedGlyph>& glyphs);

    const Fonts& fonts_;
    unicode::Boundaries boundaries_;
    HbBuffer buffer_;
};

}  // namespace text::detail
