#include "client/raster/detail/outline.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace raster::detail {
namespace {

// The browser's font library rounds every point of a scaled outline to 1/64 of a device pixel …
constexpr float steps_per_px = 64;

// … and its painter moves every corner up or down to the next quarter, which draws horizontal edges crisper.
float snapped(float y) { return std::floor(y * 4 + 0.5F) / 4; }

// Into how many straight pieces the painter cuts a curve, from how far the curve leaves its chord.
int pieces_of(Point start, Point control, Point end) {
    const float away_x = std::abs(2 * control.x - start.x - end.x) / 4;
    const float away_y = std::abs(2 * control.y - start.y - end.y) / 4;
    const float away = std::max(away_x, away_y) + std::min(away_x, away_y) / 2;
    const auto eighths = static_cast<std::uint32_t>(away * 8 + 0.5F);
    const int doublings = std::clamp(std::bit_width(eighths) / 2, 1, 6);
    return 1 << doublings;
}

Point between(Point a, Point b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

class Flattener : public text::OutlineSink {
public:
    Flattener(float steps_per_unit, float shift_px) : steps_per_unit_(steps_per_unit), shift_px_(shift_px) {}

    void move_to(float x, float y) override {
        polygons_.counts.push_back(0);
        pen_ = scaled(x, y);
        add({pen_.x, snapped(pen_.y)});
    }

    void line_to(float x, float y) override {
        pen_ = scaled(x, y);
        add({pen_.x, snapped(pen_.y)});
    }

    void quadratic_to(float control_x, float control_y, float x, float y) override {
        const Point start = pen_;
        const Point control = scaled(control_x, control_y);
        pen_ = scaled(x, y);

        // A curve with a top or a bottom is cut there first, so that the top is snapped too.
        const float bend = start.y - 2 * control.y + pen_.y;
        const float t = bend == 0 ? 0 : (start.y - control.y) / bend;
        if (t <= 0 || t >= 1) return add_curve(start, control, pen_);
        Point first = between(start, control, t);
        Point second = between(control, pen_, t);
        const Point top = between(first, second, t);
        first.y = second.y = top.y;
        add_curve(start, first, top);
        add_curve(top, second, pen_);
    }

    // TrueType has none; for completeness it becomes two quadratic curves.
    void cubic_to(float control1_x, float control1_y, float control2_x, float control2_y, float x, float y) override {
        const float middle_x = (control1_x + control2_x) / 2;
        const float middle_y = (control1_y + control2_y) / 2;
        quadratic_to(control1_x, control1_y, middle_x, middle_y);
        quadratic_to(control2_x, control2_y, x, y);
    }

    Polygons take() { return std::move(polygons_); }

private:
    Point scaled(float x, float y) const {
        return {std::round(x * steps_per_unit_) / steps_per_px + shift_px_,
                -std::round(y * steps_per_unit_) / steps_per_px};
    }

    void add(Point point) {
        polygons_.points.push_back(point);
        ++polygons_.counts.back();
    }

    // `control` leaves y monotonous. A piece without height is left out: the next one begins where it began.
    void add_curve(Point start, Point control, Point end) {
        const int pieces = pieces_of(start, control, end);
        float last_y = snapped(start.y);
        for (int i = 1; i < pieces; ++i) {
            const float t = static_cast<float>(i) / static_cast<float>(pieces);
            const Point point = between(between(start, control, t), between(control, end, t), t);
            const float y = snapped(point.y);
            if (y == last_y) continue;
            add({point.x, y});
            last_y = y;
        }
        add({end.x, snapped(end.y)});
    }

    float steps_per_unit_;
    float shift_px_;
    Point pen_;
    Polygons polygons_;
};

}  // namespace

Polygons polygons_of(const text::Fonts& fonts, fonts::Face face, std::uint16_t glyph, float size_px, float shift_px) {
    Flattener flattener(std::floor(size_px * steps_per_px) / fonts.units_per_em(face), shift_px);
    fonts.outline(face, glyph, flattener);
    return flattener.take();
}

}  // namespace raster::detail
