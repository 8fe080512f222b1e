// Polygons to exactly covered area; the only place that sees the rasteriser's own types.
#pragma once

#include "client/raster/coverage.hpp"
#include "client/raster/detail/outline.hpp"

namespace raster::detail {

// The result's alpha is coverage, 0 to 255.
Bitmap fill(const Polygons& polygons);

}  // namespace raster::detail
