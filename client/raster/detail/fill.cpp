#include "client/raster/detail/fill.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <imstb_truetype.h>

namespace raster::detail {
namespace {

int floor_px(float value) { return static_cast<int>(std::floor(value)); }
int ceil_px(float value) { return static_cast<int>(std::ceil(value)); }

}  // namespace

Bitmap fill(const Polygons& polygons) {
    if (polygons.points.empty()) return {};

    const auto [leftmost, rightmost] = std::ranges::minmax(polygons.points, {}, &Point::x);
    const auto [topmost, lowest] = std::ranges::minmax(polygons.points, {}, &Point::y);
    Bitmap bitmap;
    bitmap.left = floor_px(leftmost.x);
    bitmap.top = floor_px(topmost.y);
    bitmap.width = ceil_px(rightmost.x) - bitmap.left;
    bitmap.height = ceil_px(lowest.y) - bitmap.top;
    if (bitmap.width <= 0 || bitmap.height <= 0) return {};
    bitmap.alpha.resize(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));

    std::vector<stbtt__point> points;
    points.reserve(polygons.points.size());
    for (const auto& point : polygons.points) points.push_back({point.x, point.y});
    std::vector<int> counts = polygons.counts;
    stbtt__bitmap target{};
    target.w = bitmap.width;
    target.h = bitmap.height;
    target.stride = bitmap.width;
    target.pixels = bitmap.alpha.data();
    stbtt__rasterize(&target, points.data(), counts.data(), static_cast<int>(counts.size()), 1, 1, 0, 0, bitmap.left,
                     bitmap.top, 0, nullptr);
    return bitmap;
}

}  // namespace raster::detail
