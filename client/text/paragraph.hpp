// What goes into the text engine (a paragraph with spans) and what comes out (lines of placed glyphs).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "client/text/font.hpp"
#include "shared/base/language.hpp"

namespace text {

enum class Wrap : std::uint8_t { Normal, NoWrap };
enum class OverflowWrap : std::uint8_t { Normal, Anywhere };  // Anywhere: for what people typed.

struct Style {
    float size_px = 16;
    float line_height = 1.5F;    // Without unit, as in CSS: times size_px.
    std::uint16_t weight = 400;  // 400 or 700. Tifinagh has 400 alone and is never thickened.
    Chain chain = Chain::Ar;
    bool operator==(const Style&) const = default;
};

// A part of a paragraph that differs from the rest. Sorted by `begin`; an inner span comes after its outer one
// and says everything again, weight and language too.
struct Span {
    std::uint32_t begin = 0;  // Bytes of the UTF-8 text.
    std::uint32_t end = 0;
    std::uint16_t weight = 400;
    bool isolate = false;  // As <bdi>: takes its direction from its own first strong letter.
    base::Language language = base::Language::Ar;
    bool operator==(const Span&) const = default;
};

// White space is collapsed already, but for '\n', which always forces a break.
struct Paragraph {
    std::string_view text;
    std::span<const Span> spans;
    base::Language language = base::Language::Ar;
    base::Direction direction = base::Direction::Rtl;
    Style style;
    Wrap wrap = Wrap::Normal;
    OverflowWrap overflow_wrap = OverflowWrap::Normal;

    friend bool operator==(const Paragraph& a, const Paragraph& b) {
        return a.text == b.text && std::ranges::equal(a.spans, b.spans) && a.language == b.language &&
               a.direction == b.direction && a.style == b.style && a.wrap == b.wrap &&
               a.overflow_wrap == b.overflow_wrap;
    }
};

struct Glyph {
    fonts::Face face{};
    std::uint16_t id = 0;       // 0 is the face's "missing glyph" box.
    std::uint8_t level = 0;     // Bidi level: odd is right to left.
    std::uint32_t cluster = 0;  // Byte offset into the paragraph of the first letter that it draws.
    float x_px = 0;             // From the left edge of the line's text; add the alignment.
    float y_px = 0;             // Below the baseline; negative above.
    float advance_px = 0;
};

// `begin` and `end` are bytes in logical order; trailing spaces and the '\n' belong to the line that they end.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t visible_end = 0;  // Without trailing spaces and '\n'.
    float width_px = 0;             // Without trailing spaces, which hang and have no glyph in `glyphs`.
    float baseline_px = 0;          // From the top of the paragraph.
    bool hard_break = false;        // Ended by '\n', not by lack of room.
    std::uint32_t first_glyph = 0;
    std::uint32_t glyph_count = 0;
};

struct Lines {
    std::vector<Line> lines;    // An empty text has no line and no height.
    std::vector<Glyph> glyphs;  // Line after line, left to right within each.
    float line_height_px = 0;   // Cut down to 1/64 px, as the browser does.
    float height_px = 0;
    float width_px = 0;          // Of the widest line.
    bool lacks_letters = false;  // Something is not drawn: a letter that no loaded face of the chain has, or the hyphen
                                 // at a line that ends in a soft one.

    std::span<const Glyph> glyphs_of(const Line& line) const {
        return std::span(glyphs).subspan(line.first_glyph, line.glyph_count);
    }
};

// A place where a caret may stand. `x_px` counts from the left edge of the line's text.
struct CaretStop {
    std::uint32_t offset = 0;  // Bytes.
    float x_px = 0;
};

}  // namespace text
