// An outline to exactly covered area; the only place that sees the rasteriser's own types.
#pragma once

#include <cstdint>

#include "client/raster/coverage.hpp"
#include "client/text/font.hpp"

namespace raster::detail {

// `shift_px` moves the glyph to the right by a part of a pixel. The result's alpha is coverage, 0 to 255.
Bitmap cover(const text::Fonts& fonts, fonts::Face face, std::uint16_t glyph, float size_px, float shift_px);

}  // namespace raster::detail
