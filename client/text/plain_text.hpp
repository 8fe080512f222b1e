// One text without spans, as a browser's element with `white-space:normal` and `overflow-wrap:normal` shows it.
// Offsets are UTF-16 units of the text as it was given, so that its answers can be held against the browser's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client/text/engine.hpp"

namespace text {

struct PlainStyle {
    base::Language language = base::Language::Ar;
    base::Direction direction = base::Direction::Rtl;
    float size_px = 16;       // Above 0.
    float line_height = 1.5;  // Without unit.
    float layout_ratio = 1;   // The browser's own pixels to each CSS px: where it rounds (layout::Environment).
};

struct PlainLine {
    std::uint32_t start = 0;  // The first line starts at 0, each other where the one before ends.
    std::uint32_t end = 0;    // The last line ends with the text.
    float width_px = 0;       // Without trailing spaces.
};

struct PlainLines {
    std::vector<PlainLine> lines;  // None where there is nothing but white space.
    float height_px = 0;
};

class PlainText {
public:
    PlainText(std::u16string_view text, const PlainStyle& style);

    // From 0 to infinity.
    PlainLines lines(Engine& engine, float width_px) const;

    // As Engine::caret_stops. A grapheme with collapsed white space behind it ends before that.
    std::vector<CaretStop> caret_stops(Engine& engine, float width_px, std::size_t line) const;

private:
    Paragraph paragraph() const;

    PlainStyle style_;
    std::uint32_t length_ = 0;
    std::string collapsed_;             // UTF-8.
    std::vector<std::uint32_t> units_;  // Where each byte of it, and its end, stands in the text.
};

}  // namespace text
