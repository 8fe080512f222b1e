// Outlines that are not letters (corners, icons) and the alpha that they cover.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace paint::detail {

struct Point {
    float x = 0, y = 0;
};

// Straight pieces; a contour ends where it began when `closed`.
struct Contour {
    std::vector<Point> points;
    bool closed = false;
};

// Curves become pieces as soon as they are added. Coordinates are device pixels, y downwards.
class Shape {
public:
    void move_to(Point to);
    void line_to(Point to);
    void quadratic_to(Point control, Point to);
    void cubic_to(Point first, Point second, Point to);
    void close();

    const std::vector<Contour>& contours() const { return contours_; }

private:
    std::vector<Contour> contours_;
};

// SVG path data with absolute M, L, Q, C and Z, scaled.
Shape parse_path(std::string_view data, float scale);

// The outline of lines with round ends and corners. Its contours overlap: fill with FillRule::NonZero.
Shape stroke_of(const Shape& shape, float width);

struct Corners {
    Point top_left, top_right, bottom_right, bottom_left;  // Radii.
};
void add_rounded_rectangle(Shape& shape, float left, float top, float right, float bottom, const Corners& radii);

enum class FillRule : std::uint8_t { EvenOdd, NonZero };

struct Mask {
    int width = 0, height = 0;
    std::vector<std::uint8_t> alpha;
};

// Exact across, sixteen steps down.
Mask rasterise(const Shape& shape, FillRule rule, int width, int height);

}  // namespace paint::detail
