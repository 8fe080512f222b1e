// Content to glyphs, once for all sizes and widths.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "client/text/detail/chain.hpp"
#include "client/text/detail/content.hpp"
#include "client/text/detail/loaded_font.hpp"
#include "client/text/detail/script_runs.hpp"

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

// What is known of the place before a unit.
enum Edge : std::uint8_t {
    Cluster = 1,  // A glyph's letters begin here.
    Safe = 2,     // The glyphs on both sides are the same when the text is cut here.
    NodeEnd = 4,  // The browser keeps the glyphs of a text node as they are when the line breaks at its edge.
};

// A place where a line may end, and what of the text is seen when it does.
struct Opportunity {
    std::uint32_t end = 0;          // Units.
    std::uint32_t visible_end = 0;  // Without what hangs: spaces, the newline, our own controls.
    double position = 0;            // Of `visible_end`.
};

struct Shape {
    Content content;
    std::vector<ShapedRun> runs;  // In logical order. Newlines and our own controls are in none.
    std::vector<ShapedGlyph> glyphs;
    std::vector<std::uint8_t> edges;         // Of each unit and of the end: bits of Edge.
    std::vector<double> position;            // Ems before each unit and before the end, counted in logical order.
    std::vector<Opportunity> opportunities;  // Ascending, with the end.
    std::vector<std::uint32_t> hard_ends;    // Behind each newline, and the end.
    std::vector<std::uint32_t>
        pieces;                  // Ends of what the browser measures and rounds as one: a text node at one level.
    bool lacks_letters = false;  // A glyph is the box of a letter that no loaded face of the chain has.

    bool is(Edge edge, std::uint32_t unit) const { return (edges[unit] & edge) != 0; }
    // Whether a line may begin or end here without shaping again.
    bool is_safe_cut(std::uint32_t unit) const { return (edges[unit] & (Safe | NodeEnd)) != 0; }
};

// A stretch of text whose clusters a face has all, or has not.
struct Part {
    std::uint32_t begin = 0;  // Units.
    std::uint32_t end = 0;
    bool covered = false;
};

class Shaper {
public:
    explicit Shaper(const Fonts& fonts);

    Shape shape(const Paragraph& paragraph);

    // A part of a run, shaped as if the line broke at its edges; letters still join across them.
    void shape_part(const Content& content, const ShapedRun& run, std::uint32_t begin, std::uint32_t end,
                    std::vector<ShapedGlyph>& glyphs);

    unicode::Boundaries& boundaries() { return boundaries_; }

private:
    struct Item;
    void shape_item(Shape& shape, const Item& item);
    void shape_with(Shape& shape, const Item& item, fonts::Face face);
    void add_run(Shape& shape, const Item& item, fonts::Face face);
    void add_missing(Shape& shape, const Item& item);
    bool run_harfbuzz(const Content& content, const Item& item, fonts::Face face);
    void append_glyphs(fonts::Face face, std::uint32_t begin, std::uint32_t end, std::vector<ShapedGlyph>& glyphs);

    const Fonts& fonts_;
    unicode::Boundaries boundaries_;
    HbBuffer buffer_;
    std::array<hb_language_t, base::languages.size()> languages_{};
    std::vector<ScriptRun> scripts_;    // Of the paragraph that is being shaped.
    std::vector<Part> left_, lacking_;  // Of the item that is being shaped: what no face has had yet.
};

// Spaces, newlines and our own controls at the end of a line show nothing.
bool hangs(const Content& content, std::uint32_t unit);
std::uint32_t visible_end_of(const Content& content, std::uint32_t begin, std::uint32_t end);

}  // namespace text::detail
