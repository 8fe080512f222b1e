#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"

using base::Language;
using test::a_paragraph;

TEST_SUITE("client/text/cache") {
    TEST_CASE("a text is shaped once for all widths and sizes, and broken once for each") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("المحكمة الابتدائية بالرباط");
        engine.layout(one, 300);
        engine.layout(one, 80);
        one.style.size_px = 24;
        engine.layout(one, 80);
        engine.max_content_width_px(one);
        CHECK(engine.stats().shape_misses == 1);
        CHECK(engine.stats().line_misses == 3);
        engine.layout(one, 80);
        CHECK(engine.stats().line_misses == 3);
        CHECK(engine.stats().line_hits == 1);
    }

    TEST_CASE("weight, language, direction, chain and spans make another shape") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("abc", Language::Fr);
        engine.layout(one, 300);
        one.style.weight = 700;
        engine.layout(one, 300);
        one.language = Language::En;
        engine.layout(one, 300);
        one.direction = base::Direction::Rtl;
        engine.layout(one, 300);
        one.style.chain = text::Chain::Ar;
        engine.layout(one, 300);
        const text::Span span[] = {test::a_span(one, "b")};
        one.spans = span;
        engine.layout(one, 300);
        CHECK(engine.stats().shape_misses == 6);
    }

    TEST_CASE("what was given out stays in its place until it is trimmed") {
        text::Engine engine(test::all_fonts(), {.shapes = 1, .lines = 1});
        const auto& first = engine.layout(a_paragraph("أول"), 300);
        const float width_px = first.width_px;
        for (int i = 0; i < 50; ++i) engine.layout(a_paragraph("ثان"), static_cast<float>(100 + i));
        CHECK(first.width_px == width_px);
        CHECK(&engine.layout(a_paragraph("أول"), 300) == &first);
    }

    TEST_CASE("trimming keeps the youngest and forgets the rest") {
        text::Engine engine(test::all_fonts(), {.shapes = 2, .lines = 2});
        for (const auto* content : {"a", "b", "c", "d"}) engine.layout(a_paragraph(content, Language::Fr), 300);
        engine.trim();
        CHECK(engine.stats().evictions > 0);
        engine.layout(a_paragraph("d", Language::Fr), 300);
        engine.layout(a_paragraph("c", Language::Fr), 300);
        CHECK(engine.stats().shape_misses == 4);
        engine.layout(a_paragraph("a", Language::Fr), 300);
        CHECK(engine.stats().shape_misses == 5);
    }

    TEST_CASE("after a face was added, clearing makes it count") {
        text::Fonts fonts;
        text::Engine engine(fonts);
        const auto one = a_paragraph("abc", Language::Fr);
        CHECK(engine.layout(one, 300).glyphs[0].id == 0);
        REQUIRE(fonts.add(fonts::Face::Latin400, test::read_font(fonts::Face::Latin400)));
        engine.clear();
        CHECK(engine.layout(one, 300).glyphs[0].id != 0);
    }
}
