#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"

using base::Language;
using test::a_paragraph;

namespace {

std::vector<std::uint32_t> offsets_of(const std::vector<text::CaretStop>& stops) {
    std::vector<std::uint32_t> offsets;
    for (const auto& stop : stops) offsets.push_back(stop.offset);
    return offsets;
}

}  // namespace

TEST_SUITE("client/text/carets") {
    TEST_CASE("a caret stops at every letter, from one edge of the line to the other") {
        text::Engine engine(test::all_fonts());
        const auto one = a_paragraph("cour", Language::Fr);
        const auto stops = engine.caret_stops(one, test::plenty_px, 0);
        CHECK(offsets_of(stops) == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
        CHECK(stops.front().x_px == 0);
        CHECK(stops.back().x_px == doctest::Approx(engine.max_content_width_px(one)).epsilon(0.002));
    }

    TEST_CASE("in Arabic carets go from right to left, and marks stay with their letters") {
        text::Engine engine(test::all_fonts());
        const auto stops = engine.caret_stops(a_paragraph("سِجِل"), test::plenty_px, 0);
        CHECK(offsets_of(stops) == std::vector<std::uint32_t>{0, 4, 8, 10});
        for (std::size_t i = 1; i < stops.size(); ++i) CHECK(stops[i].x_px < stops[i - 1].x_px);
        CHECK(stops.back().x_px == 0);
    }

    TEST_CASE("between lam and alef there is a caret, inside their ligature") {
        text::Engine engine(test::all_fonts());
        const auto stops = engine.caret_stops(a_paragraph("لا"), test::plenty_px, 0);
        REQUIRE(offsets_of(stops) == std::vector<std::uint32_t>{0, 2, 4});
        CHECK(stops[1].x_px < stops[0].x_px);
        CHECK(stops[1].x_px > stops[2].x_px);
    }

    TEST_CASE("between the letters of a Latin ligature too") {
        text::Engine engine(test::all_fonts());
        const auto stops = engine.caret_stops(a_paragraph("ffi", Language::Fr), test::plenty_px, 0);
        REQUIRE(offsets_of(stops) == std::vector<std::uint32_t>{0, 1, 2, 3});
        for (std::size_t i = 1; i < stops.size(); ++i) CHECK(stops[i].x_px > stops[i - 1].x_px);
    }

    TEST_CASE("a point finds the nearest caret of its line, and beyond the edges the line's ends") {
        text::Engine engine(test::all_fonts());
        const auto one = a_paragraph("un deux", Language::Fr);
        const float width_px = engine.max_content_width_px(a_paragraph("deux", Language::Fr));
        const float line_px = engine.layout(one, width_px).line_height_px;
        CHECK(engine.hit_test(one, width_px, -5, 1) == 0);
        CHECK(engine.hit_test(one, width_px, 500, 1) == 2);
        CHECK(engine.hit_test(one, width_px, 0, line_px + 1) == 3);
        CHECK(engine.hit_test(one, width_px, 500, 10 * line_px) == 7);
        CHECK(engine.hit_test(a_paragraph(""), 100, 0, 0) == 0);
    }

    TEST_CASE("every caret stop is found again by a hit test at its place") {
        text::Engine engine(test::all_fonts());
        for (const auto& one : {a_paragraph("السجل العدلي"), a_paragraph("casier judiciaire", Language::Fr)}) {
            for (const auto& stop : engine.caret_stops(one, test::plenty_px, 0))
                CHECK(engine.hit_test(one, test::plenty_px, stop.x_px, 1) == stop.offset);
        }
    }
}
