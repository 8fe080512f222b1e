// One glyph's outline as a small picture of alpha, the way the browser draws grey text.
#pragma once

#include <cstdint>
#include <vector>

#include "client/text/font.hpp"

namespace raster {

inline constexpr int subpixel_bins = 4;

// Where a glyph lands: whole device pixels, and which quarter of a pixel to the right of it.
struct Placement {
    int x = 0;
    int y = 0;  // The baseline lies on whole pixels.
    std::uint8_t bin = 0;
};

// `x_px` and `baseline_px` count from the top left corner of the page, `rise_px` is the glyph's own y_px, all in the
// pixels that the browser lays out in: it rounds the baseline to whole ones before it scales by `pixel_ratio` to the
// device's.
Placement place(float x_px, float baseline_px, float pixel_ratio, float rise_px = 0);

struct Bitmap {
    int left = 0;  // Device pixels from the pen to the first column.
    int top = 0;   // Device pixels from the baseline to the first row: mostly negative.
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> alpha;  // width × height, row by row.
};

// How light the text's colour is, in eight steps: the browser thickens dark and light text differently.
using Luminance = std::uint8_t;
inline constexpr int luminance_steps = 8;
Luminance luminance_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue);

// The alpha with which exactly covered area is shown. Pure, monotonous; 0 and 255 stay.
std::uint8_t alpha_of(std::uint8_t coverage, Luminance luminance);

// `size_px` is in device pixels. An empty bitmap for a space and for a face that is not loaded.
Bitmap rasterise(const text::Fonts& fonts, fonts::Face face, std::uint16_t glyph, float size_px, std::uint8_t bin,
                 Luminance luminance);

}  // namespace raster
