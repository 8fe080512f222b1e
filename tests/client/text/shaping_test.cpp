#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"

using base::Language;
using test::a_paragraph;

TEST_SUITE("client/text/shaping") {
    TEST_CASE("letters join across the edge of a link: its glyphs are those of the plain word") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("المحكمة");
        const auto plain = test::glyph_ids(engine.layout(one, test::plenty_px));
        const text::Span link[] = {test::a_span(one, "حكم")};
        one.spans = link;
        CHECK(test::glyph_ids(engine.layout(one, test::plenty_px)) == plain);
    }

    TEST_CASE("letters join across the edge of bold text too, with glyphs of the other face") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("بببب");
        const auto plain = test::glyph_ids(engine.layout(one, test::plenty_px));
        const text::Span bold[] = {{.begin = 2, .end = 6, .weight = 700, .language = Language::Ar}};
        one.spans = bold;
        const auto& lines = engine.layout(one, test::plenty_px);
        REQUIRE(lines.glyphs.size() == plain.size());
        std::vector<fonts::Face> faces;
        for (const auto& glyph : lines.glyphs)
            if (faces.empty() || faces.back() != glyph.face) faces.push_back(glyph.face);
        CHECK(faces == std::vector{fonts::Face::Arabic400, fonts::Face::Arabic700, fonts::Face::Arabic400});
        CHECK(lines.glyphs.front().id == plain.front());  // Final form.
        CHECK(lines.glyphs.back().id == plain.back());    // Initial form.
        CHECK(plain.front() != plain.back());
    }

    TEST_CASE("marks of vocalised Arabic take no width and stand over their letters") {
        text::Engine engine(test::all_fonts());
        const auto bare = a_paragraph("السجل");
        const auto vocalised = a_paragraph("السِّجِلُّ");
        CHECK(engine.max_content_width_px(vocalised) ==
              doctest::Approx(engine.max_content_width_px(bare)).epsilon(0.01));
        bool raised = false;
        for (const auto& glyph : engine.layout(vocalised, test::plenty_px).glyphs)
            raised |= glyph.advance_px == 0 && glyph.y_px != 0;
        CHECK(raised);
    }

    TEST_CASE("lam and alef become one glyph") {
        text::Engine engine(test::all_fonts());
        CHECK(engine.layout(a_paragraph("لا"), test::plenty_px).glyphs.size() <
              engine.layout(a_paragraph("لب"), test::plenty_px).glyphs.size() + 1);
        CHECK(engine.max_content_width_px(a_paragraph("لا")) < engine.max_content_width_px(a_paragraph("ل ا")));
    }

    TEST_CASE("a Tifinagh joiner and the mark of labialisation are drawn by the same face as their letters") {
        text::Engine engine(test::all_fonts());
        for (const auto* content : {"ⵏ\u2D7Fⵏ", "ⴽⵯ"}) {
            CAPTURE(content);
            for (const auto& glyph : engine.layout(a_paragraph(content, Language::Zgh), test::plenty_px).glyphs) {
                CHECK(glyph.id != 0);
                CHECK(glyph.face == fonts::Face::Tifinagh400);
            }
        }
        const float letters_px = 2 * engine.max_content_width_px(a_paragraph("ⵏ", Language::Zgh));
        CHECK(engine.max_content_width_px(a_paragraph("ⵏ\u2D7Fⵏ", Language::Zgh)) ==
              doctest::Approx(letters_px).epsilon(0.01));
    }

    TEST_CASE("kerning crosses the edge of a link but not of bold text") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("AV", Language::Fr);
        const float plain_px = engine.max_content_width_px(one);
        const text::Span link[] = {test::a_span(one, "V")};
        one.spans = link;
        CHECK(engine.max_content_width_px(one) == doctest::Approx(plain_px).epsilon(0.002));
        const float apart_px = engine.max_content_width_px(a_paragraph("A", Language::Fr)) +
                               engine.max_content_width_px(a_paragraph("V", Language::Fr));
        CHECK(plain_px < apart_px - 0.3F);
    }

    TEST_CASE("a word cut by the end of a line keeps its joining forms") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("بببببببب");
        one.overflow_wrap = text::OverflowWrap::Anywhere;
        const auto whole = test::glyph_ids(engine.layout(one, test::plenty_px));
        const auto& cut = engine.layout(one, engine.max_content_width_px(one) / 2);
        REQUIRE(cut.lines.size() >= 2);
        const auto first = cut.glyphs_of(cut.lines[0]);
        CHECK(first.back().id == whole.back());    // Initial form at the start …
        CHECK(first.front().id != whole.front());  // … and no final form where the line ends.
    }

    TEST_CASE("the same text gives the same glyphs at every size, scaled") {
        text::Engine engine(test::all_fonts());
        auto small = a_paragraph("السجل العدلي رقم 12");
        auto large = small;
        large.style.size_px = 32;
        CHECK(test::glyph_ids(engine.layout(small, test::plenty_px)) ==
              test::glyph_ids(engine.layout(large, test::plenty_px)));
        CHECK(engine.max_content_width_px(large) ==
              doctest::Approx(2 * engine.max_content_width_px(small)).epsilon(0.001));
    }
}
