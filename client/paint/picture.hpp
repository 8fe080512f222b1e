// What one frame shows: quads in device pixels, in the order in which they are drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/style/style.hpp"

namespace paint {

// Where a quad takes its alpha from: a page of glyphs, the sheet of shapes (corners, icons), or nowhere.
inline constexpr std::uint8_t solid = 255;
inline constexpr std::uint8_t shapes = 254;
// Or its colours from a picture of the page: `source_x` counts in Picture::sources, and all of it is shown.
inline constexpr std::uint8_t pictured = 253;

// Device pixels from the top-left corner of the canvas; the source has the same size.
struct Quad {
    std::int32_t x = 0, y = 0, width = 0, height = 0;
    std::int32_t source_x = 0, source_y = 0;
    style::Rgb color;
    std::uint8_t sheet = solid;  // Or the number of a glyph page.
    bool operator==(const Quad&) const = default;
};

struct Picture {
    int width_px = 0, height_px = 0;  // Of the canvas, in device pixels.
    style::Rgb background;
    std::vector<Quad> quads;
    std::vector<std::string> sources;  // Addresses of pictures.
    std::uint64_t hash = 0;            // Equal pictures have equal hashes: nothing needs to be drawn again.
};

}  // namespace paint
