#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"

using base::Language;
using test::a_paragraph;
using Texts = std::vector<std::string_view>;

TEST_SUITE("client/text/lines") {
    TEST_CASE("lines break where the next word has no room, and the space hangs without width") {
        text::Engine engine(test::all_fonts());
        const auto one = a_paragraph("la cour", Language::Fr);
        const float word_px = engine.layout(a_paragraph("la", Language::Fr), test::plenty_px).width_px;
        const auto& lines = engine.layout(one, word_px);
        CHECK(test::shown_lines(one, lines) == Texts{"la", "cour"});
        CHECK(lines.lines[0].end == 3);
        CHECK(lines.lines[0].width_px == word_px);
    }

    TEST_CASE("a text fits into its own widest line, and the browser's 1/64 px more is all that may be missing") {
        text::Engine engine(test::all_fonts());
        for (const auto& one : {a_paragraph("السجل العدلي"), a_paragraph("casier judiciaire", Language::Fr)}) {
            const float width_px = engine.max_content_width_px(one);
            CHECK(engine.layout(one, width_px).lines.size() == 1);
            CHECK(engine.layout(one, width_px - 1.0F / 64).lines.size() == 1);
            CHECK(engine.layout(one, width_px - 2.0F / 64).lines.size() == 2);
        }
    }

    TEST_CASE("widths are kept in sixty-fourths of a pixel") {
        text::Engine engine(test::all_fonts());
        for (const float size_px : {13.0F, 15.2F, 17.6F, 31.0F}) {
            auto one = a_paragraph("المحكمة الابتدائية");
            one.style.size_px = size_px;
            const float units = engine.layout(one, test::plenty_px).width_px * 64;
            CHECK(units == std::round(units));
        }
    }

    TEST_CASE("a size is looked for by hundredths of a pixel, as Chromium does at a zoom of 90 %") {
        text::Engine engine(test::all_fonts());
        const auto width_at = [&](float size_px) {
            auto one = a_paragraph("Autorisation de mariage", Language::Fr);
            one.style.size_px = size_px;
            return engine.layout(one, test::plenty_px).width_px;
        };
        CHECK(width_at(17 * 0.9F) == 173.9375F);  // 15.2999992 px.
        CHECK(width_at(15.29F) == width_at(17 * 0.9F));
        CHECK(width_at(15.3F) > width_at(15.29F));
    }

    TEST_CASE("a word that is too long stays whole, or breaks between letters when it may") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("anticonstitutionnellement oui", Language::Fr);
        CHECK(test::shown_lines(one, engine.layout(one, 60)) == Texts{"anticonstitutionnellement", "oui"});

        one.overflow_wrap = text::OverflowWrap::Anywhere;
        const auto& cut = engine.layout(one, 60);
        CHECK(cut.lines.size() > 3);
        for (const auto& line : cut.lines) CHECK(line.width_px <= 60);
        CHECK(engine.min_content_width_px(one) < 20);
    }

    TEST_CASE("even one letter that does not fit gets a line of its own") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("abc", Language::Fr);
        one.overflow_wrap = text::OverflowWrap::Anywhere;
        CHECK(test::shown_lines(one, engine.layout(one, 1)) == Texts{"a", "b", "c"});
    }

    TEST_CASE("a newline ends a line, two leave an empty one, one at the end adds nothing") {
        text::Engine engine(test::all_fonts());
        const auto one = a_paragraph("a\n\nb\n", Language::Fr);
        const auto& lines = engine.layout(one, test::plenty_px);
        CHECK(test::shown_lines(one, lines) == Texts{"a", "", "b"});
        CHECK(lines.lines[0].hard_break);
        CHECK(lines.height_px == 3 * lines.line_height_px);
        CHECK_FALSE(engine.layout(a_paragraph("a b", Language::Fr), 10).lines[0].hard_break);
    }

    TEST_CASE("without wrapping only newlines break") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("un deux\ntrois quatre", Language::Fr);
        one.wrap = text::Wrap::NoWrap;
        CHECK(test::shown_lines(one, engine.layout(one, 1)) == Texts{"un deux", "trois quatre"});
        CHECK(engine.min_content_width_px(one) == engine.max_content_width_px(one));
    }

    TEST_CASE("an empty text has no line, a text of one space has one without width") {
        text::Engine engine(test::all_fonts());
        CHECK(engine.layout(a_paragraph(""), 100).lines.empty());
        CHECK(engine.layout(a_paragraph(""), 100).height_px == 0);
        CHECK(engine.layout(a_paragraph(" "), 100).width_px == 0);
    }

    TEST_CASE(
        "the height of a line is cut to 1/64 px and its baseline lies on a whole pixel, as measured in Chromium") {
        struct Case {
            float size_px, line_height;
            text::Chain chain;
            float height_px, baseline_px;
        };
        constexpr Case cases[] = {
            {16, 1.5F, text::Chain::Latin, 24, 18},
            {16, 1.6F, text::Chain::Latin, 25.59375F, 18},
            {14, 1.6F, text::Chain::Latin, 22.390625F, 15},
            {17.6F, 1.6F, text::Chain::Latin, 28.140625F, 20},
            {20, 1.6F, text::Chain::Latin, 32, 23},
            {24, 1.6F, text::Chain::Latin, 38.390625F, 27},
            {13.3333F, 1.5F, text::Chain::Ar, 19.984375F, 14},
        };
        for (const auto& c : cases) {
            CAPTURE(c.size_px);
            const auto metrics =
                text::line_metrics({.size_px = c.size_px, .line_height = c.line_height, .chain = c.chain});
            CHECK(metrics.height_px == c.height_px);
            CHECK(metrics.baseline_px == c.baseline_px);
        }
    }

    TEST_CASE("a case number in Arabic reads from its first digit when it is isolated, and is torn apart when not") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("ملف 2026-1234 ب");
        const auto order = [&](const text::Lines& lines) {
            std::string digits;
            for (const auto& glyph : lines.glyphs)
                if (const char c = one.text[glyph.cluster]; c == '-' || (c >= '0' && c <= '9')) digits += c;
            return digits;
        };
        CHECK(order(engine.layout(one, test::plenty_px)) == "1234-2026");
        const text::Span isolate[] = {test::a_span(one, "2026-1234", 400, true)};
        one.spans = isolate;
        CHECK(order(engine.layout(one, test::plenty_px)) == "2026-1234");
    }

    TEST_CASE("glyphs go from left to right and fill the width of their line") {
        text::Engine engine(test::all_fonts());
        const auto one = a_paragraph("الملف 2026/1234 (Rabat) ⵔⵉⵃⴰⴱ");
        const auto& lines = engine.layout(one, test::plenty_px);
        float pen_px = 0;
        for (const auto& glyph : lines.glyphs) pen_px += glyph.advance_px;
        CHECK(pen_px == doctest::Approx(lines.width_px).epsilon(0.001));
        CHECK(lines.glyphs.front().level % 2 == 0);  // Tifinagh, last in the text, stands on the left.
        CHECK(lines.glyphs.back().cluster == 0);
    }
}
