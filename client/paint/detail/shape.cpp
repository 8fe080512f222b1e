#include "client/paint/detail/shape.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace paint::detail {
namespace {

constexpr int rows_per_pixel = 16;
// How far a cubic's control points stand from its ends to make a quarter of a circle.
constexpr float quarter_circle = 0.5522847F;

float distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

// So many that the curve strays from its pieces by a few hundredths of a pixel.
int pieces_for(float length_px) { return std::clamp(static_cast<int>(std::ceil(3 * std::sqrt(length_px))), 4, 48); }

Point mix(Point a, Point b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

// Reads the numbers and letters of path data.
class PathReader {
public:
    PathReader(std::string_view data, float scale) : rest_(data), scale_(scale) {}

    Shape read() {
        Shape shape;
        while (skip_blanks(), !rest_.empty()) {
            if (rest_.front() >= 'A') {
                command_ = rest_.front();
                rest_.remove_prefix(1);
            }
            add(shape);
        }
        return shape;
    }

private:
    void add(Shape& shape) {
        switch (command_) {
            case 'M': shape.move_to(point()); break;
            case 'L': shape.line_to(point()); break;
            case 'Q': {
                const Point control = point();
                shape.quadratic_to(control, point());
                break;
            }
            case 'C': {
                const Point first = point();
                const Point second = point();
                shape.cubic_to(first, second, point());
                break;
            }
            case 'Z': shape.close(); break;
            default: assert(false && "icons are drawn with M, L, Q, C and Z"); rest_ = {};
        }
    }

    void skip_blanks() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',')) rest_.remove_prefix(1);
    }

    float number() {
        skip_blanks();
        float value = 0;
        // libc++ 19 has no from_chars for float: whole digits and a fraction are all that icons use.
        bool is_negative = false;
        if (!rest_.empty() && rest_.front() == '-') {
            is_negative = true;
            rest_.remove_prefix(1);
        }
        float place = 0;
        while (!rest_.empty() && (rest_.front() == '.' || (rest_.front() >= '0' && rest_.front() <= '9'))) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '.') {
                place = 1;
                continue;
            }
            const auto digit = static_cast<float>(c - '0');
            if (place == 0) value = value * 10 + digit;
            else value += digit * (place /= 10);
        }
        return (is_negative ? -value : value) * scale_;
    }

    Point point() {
        const float x = number();
        return {x, number()};
    }

    std::string_view rest_;
    float scale_;
    char command_ = 'M';
};

void add_circle(Shape& shape, Point centre, float radius) {
    add_rounded_rectangle(shape, centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius,
                          {{radius, radius}, {radius, radius}, {radius, radius}, {radius, radius}});
}

// All of one turning direction, so that overlapping parts add up instead of cancelling.
void add_thick_line(Shape& shape, Point from, Point to, float half) {
    const float length = distance(from, to);
    if (length == 0) return;
    const Point across{-(to.y - from.y) / length * half, (to.x - from.x) / length * half};
    shape.move_to({from.x - across.x, from.y - across.y});
    shape.line_to({to.x - across.x, to.y - across.y});
    shape.line_to({to.x + across.x, to.y + across.y});
    shape.line_to({from.x + across.x, from.y + across.y});
    shape.close();
}

struct Edge {
    Point top, bottom;
    int winding = 1;
};

std::vector<Edge> edges_of(const Shape& shape) {
    std::vector<Edge> edges;
    for (const auto& contour : shape.contours()) {
        for (std::size_t i = 0; i < contour.points.size(); ++i) {
            const Point from = contour.points[i];
            const Point to = contour.points[(i + 1) % contour.points.size()];
            if (from.y < to.y) edges.push_back({from, to, 1});
            else if (to.y < from.y) edges.push_back({to, from, -1});
        }
    }
    return edges;
}

struct Crossing {
    float x = 0;
    int winding = 0;
};

// Adds to each pixel of a row the part that lies between two places.
void add_stretch(std::vector<float>& row, float from, float to) {
    from = std::clamp(from, 0.0F, static_cast<float>(row.size()));
    to = std::clamp(to, 0.0F, static_cast<float>(row.size()));
    for (auto x = static_cast<std::size_t>(from); x < row.size() && static_cast<float>(x) < to; ++x) {
        const auto left = static_cast<float>(x);
        row[x] += std::min(to, left + 1) - std::max(from, left);
    }
}

void add_crossed(std::vector<float>& row, std::vector<Crossing>& crossings, FillRule rule) {
    std::ranges::sort(crossings, {}, &Crossing::x);
    int winding = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        winding += rule == FillRule::EvenOdd ? 1 : crossings[i].winding;
        const bool inside = rule == FillRule::EvenOdd ? winding % 2 == 1 : winding != 0;
        if (inside) add_stretch(row, crossings[i].x, crossings[i + 1].x);
    }
}

}  // namespace

void Shape::move_to(Point to) { contours_.push_back({{to}, false}); }

void Shape::line_to(Point to) {
    assert(!contours_.empty() && "a contour begins with move_to");
    contours_.back().points.push_back(to);
}

void Shape::quadratic_to(Point control, Point to) {
    const Point from = contours_.back().points.back();
    const int pieces = pieces_for(distance(from, control) + distance(control, to));
    for (int i = 1; i <= pieces; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(pieces);
        line_to(mix(mix(from, control, t), mix(control, to, t), t));
    }
}

void Shape::cubic_to(Point first, Point second, Point to) {
    const Point from = contours_.back().points.back();
    const int pieces = pieces_for(distance(from, first) + distance(first, second) + distance(second, to));
    for (int i = 1; i <= pieces; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(pieces);
        const Point middle = mix(first, second, t);
        line_to(mix(mix(mix(from, first, t), middle, t), mix(middle, mix(second, to, t), t), t));
    }
}

void Shape::close() { contours_.back().closed = true; }

Shape parse_path(std::string_view data, float scale) { return PathReader(data, scale).read(); }

Shape stroke_of(const Shape& shape, float width) {
    Shape outline;
    for (const auto& contour : shape.contours()) {
        const auto& points = contour.points;
        for (const Point point : points) add_circle(outline, point, width / 2);
        for (std::size_t i = 1; i < points.size(); ++i) add_thick_line(outline, points[i - 1], points[i], width / 2);
        if (contour.closed) add_thick_line(outline, points.back(), points.front(), width / 2);
    }
    return outline;
}

void add_rounded_rectangle(Shape& shape, float left, float top, float right, float bottom, const Corners& radii) {
    const auto near = [](float edge, float radius, int sign) {
        return edge + static_cast<float>(sign) * radius * (1 - quarter_circle);
    };
    const auto& [tl, tr, br, bl] = radii;
    shape.move_to({left + tl.x, top});
    shape.line_to({right - tr.x, top});
    shape.cubic_to({near(right, tr.x, -1), top}, {right, near(top, tr.y, 1)}, {right, top + tr.y});
    shape.line_to({right, bottom - br.y});
    shape.cubic_to({right, near(bottom, br.y, -1)}, {near(right, br.x, -1), bottom}, {right - br.x, bottom});
    shape.line_to({left + bl.x, bottom});
    shape.cubic_to({near(left, bl.x, 1), bottom}, {left, near(bottom, bl.y, -1)}, {left, bottom - bl.y});
    shape.line_to({left, top + tl.y});
    shape.cubic_to({left, near(top, tl.y, 1)}, {near(left, tl.x, 1), top}, {left + tl.x, top});
    shape.close();
}

Mask rasterise(const Shape& shape, FillRule rule, int width, int height) {
    Mask mask{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
    const auto edges = edges_of(shape);
    std::vector<float> row;
    std::vector<Crossing> crossings;
    for (int y = 0; y < height; ++y) {
        row.assign(static_cast<std::size_t>(width), 0);
        for (int step = 0; step < rows_per_pixel; ++step) {
            const float at = static_cast<float>(y) + (static_cast<float>(step) + 0.5F) / rows_per_pixel;
            crossings.clear();
            for (const auto& [top, bottom, winding] : edges) {
                if (at < top.y || at >= bottom.y) continue;
                crossings.push_back({top.x + (bottom.x - top.x) * (at - top.y) / (bottom.y - top.y), winding});
            }
            add_crossed(row, crossings, rule);
        }
        for (int x = 0; x < width; ++x)
            mask.alpha[static_cast<std::size_t>(y * width + x)] = static_cast<std::uint8_t>(
                std::lround(255 * std::min(1.0F, row[static_cast<std::size_t>(x)] / rows_per_pixel)));
    }
    return mask;
}

}  // namespace paint::detail
