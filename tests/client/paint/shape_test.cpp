#include "client/paint/detail/shape.hpp"

#include <doctest/doctest.h>
#include <numeric>

using paint::detail::FillRule;
using paint::detail::Mask;
using paint::detail::Shape;

namespace {

double area_of(const Mask& mask) { return std::accumulate(mask.alpha.begin(), mask.alpha.end(), 0.0) / 255; }

Shape circle(float radius) {
    Shape shape;
    add_rounded_rectangle(shape, 0, 0, 2 * radius, 2 * radius,
                          {{radius, radius}, {radius, radius}, {radius, radius}, {radius, radius}});
    return shape;
}

}  // namespace

TEST_SUITE("client/paint/shape") {
    TEST_CASE("a mask covers as much as its shape") {
        CHECK(area_of(rasterise(circle(10), FillRule::EvenOdd, 20, 20)) == doctest::Approx(314.16).epsilon(0.005));
        const auto half = paint::detail::parse_path("M0 0L10 0L0 10Z", 1);
        CHECK(area_of(rasterise(half, FillRule::EvenOdd, 10, 10)) == doctest::Approx(50).epsilon(0.01));
    }

    TEST_CASE("even-odd leaves holes, non-zero fills what overlaps once") {
        const auto ring = paint::detail::parse_path("M0 0L10 0L10 10L0 10ZM2 2L8 2L8 8L2 8Z", 1);
        CHECK(area_of(rasterise(ring, FillRule::EvenOdd, 10, 10)) == doctest::Approx(64));
        CHECK(area_of(rasterise(ring, FillRule::NonZero, 10, 10)) == doctest::Approx(100));
    }

    TEST_CASE("a line has round ends") {
        const auto line = paint::detail::parse_path("M5 10L15 10", 1);
        const auto mask = rasterise(stroke_of(line, 4), FillRule::NonZero, 20, 20);
        CHECK(area_of(mask) == doctest::Approx(10 * 4 + 3.14159 * 2 * 2).epsilon(0.02));
    }

    TEST_CASE("path data may be scaled and may say a command once for several points") {
        const auto shape = paint::detail::parse_path("M1 1L2 1 2.5 2.25Z", 2);
        REQUIRE(shape.contours().size() == 1);
        CHECK(shape.contours()[0].closed);
        REQUIRE(shape.contours()[0].points.size() == 3);
        CHECK(shape.contours()[0].points[2].x == doctest::Approx(5));
        CHECK(shape.contours()[0].points[2].y == doctest::Approx(4.5));
    }
}
