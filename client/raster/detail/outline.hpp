// An outline as polygons in device pixels, flattened and snapped the way the browser's painter does it.
#pragma once

#include <cstdint>
#include <vector>

#include "client/text/font.hpp"

namespace raster::detail {

struct Point {
    float x = 0;
    float y = 0;  // Downwards from the baseline.
};

struct Polygons {
    std::vector<Point> points;
    std::vector<int> counts;  // Of the points of each contour.
};

// `shift_px` moves the glyph to the right by a part of a pixel. Empty for a face that is not loaded.
Polygons polygons_of(const text::Fonts& fonts, fonts::Face face, std::uint16_t glyph, float size_px, float shift_px);

}  // namespace raster::detail
