#include "client/raster/detail/outline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <imstb_truetype.h>

namespace raster::detail {
namespace {

// The rasteriser keeps whole numbers. Quadratic outlines have halves of font units between their control points.
constexpr float steps_per_unit = 4;

// How far a straight piece may lie from the curve it stands for.
constexpr float flatness_px = 0.03F;

stbtt_vertex_type to_steps(float units) {
    constexpr float limit = std::numeric_limits<stbtt_vertex_type>::max();
    return static_cast<stbtt_vertex_type>(std::clamp(std::round(units * steps_per_unit), -limit, limit));
}

// Collects an outline as the rasteriser wants it, and the box around its points.
class Collector : public text::OutlineSink {
public:
    void move_to(float x, float y) override { add(STBTT_vmove, x, y); }
    void line_to(float x, float y) override { add(STBTT_vline, x, y); }
    void quadratic_to(float control_x, float control_y, float x, float y) override {
        auto& vertex = add(STBTT_vcurve, x, y);
        vertex.cx = to_steps(control_x);
        vertex.cy = to_steps(control_y);
        include(control_x, control_y);
    }
    void cubic_to(float control1_x, float control1_y, float control2_x, float control2_y, float x, float y) override {
        auto& vertex = add(STBTT_vcubic, x, y);
        vertex.cx = to_steps(control1_x);
        vertex.cy = to_steps(control1_y);
        vertex.cx1 = to_steps(control2_x);
        vertex.cy1 = to_steps(control2_y);
        include(control1_x, control1_y);
        include(control2_x, control2_y);
    }

    std::vector<stbtt_vertex> vertices;
    float left = std::numeric_limits<float>::max();
    float right = std::numeric_limits<float>::lowest();
    float bottom = std::numeric_limits<float>::max();
    float top = std::numeric_limits<float>::lowest();

private:
    stbtt_vertex& add(unsigned char type, float x, float y) {
        include(x, y);
        stbtt_vertex vertex{};
        vertex.type = type;
        vertex.x = to_steps(x);
        vertex.y = to_steps(y);
        return vertices.emplace_back(vertex);
    }

    void include(float x, float y) {
        left = std::min(left, x);
        right = std::max(right, x);
        bottom = std::min(bottom, y);
        top = std::max(top, y);
    }
};

int floor_px(float value) { return static_cast<int>(std::floor(value)); }
int ceil_px(float value) { return static_cast<int>(std::ceil(value)); }

}  // namespace

Bitmap cover(const text::Fonts& fonts, fonts::Face face, std::uint16_t glyph, float size_px, float shift_px) {
    Collector outline;
    fonts.outline(face, glyph, outline);
    if (outline.vertices.empty()) return {};

    const float px_per_unit = size_px / fonts.units_per_em(face);
    Bitmap bitmap;
    bitmap.left = floor_px(outline.left * px_per_unit + shift_px);
    bitmap.top = floor_px(-outline.top * px_per_unit);
    bitmap.width = ceil_px(outline.right * px_per_unit + shift_px) - bitmap.left;
    bitmap.height = ceil_px(-outline.bottom * px_per_unit) - bitmap.top;
    if (bitmap.width <= 0 || bitmap.height <= 0) return {};
    bitmap.alpha.resize(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));

    stbtt__bitmap target{};
    target.w = bitmap.width;
    target.h = bitmap.height;
    target.stride = bitmap.width;
    target.pixels = bitmap.alpha.data();
    const float scale = px_per_unit / steps_per_unit;
    stbtt_Rasterize(&target, flatness_px, outline.vertices.data(), static_cast<int>(outline.vertices.size()), scale, scale,
                    shift_px, 0, bitmap.left, bitmap.top, 1, nullptr);
    return bitmap;
}

}  // namespace raster::detail
