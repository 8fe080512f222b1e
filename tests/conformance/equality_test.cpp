// Our shaper against the whole of HarfBuzz: every run that the engine shapes, and every edge of a line that it shapes
// again, for what the portal says and for 20,000 texts that chance writes; glyphs, clusters, positions and flags.
#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"
#include "tests/conformance/suite.hpp"
#include "tests/conformance/texts.hpp"
#include "tests/conformance/watched_harfbuzz.hpp"

namespace {

using conformance::Suite;

constexpr float narrow_px = 90;
const std::string calls = "calls of the shaper compared";

// At full width, and broken where edges must be shaped again.
void lay_out(text::Engine& engine, text::Paragraph paragraph) {
    paragraph.overflow_wrap = text::OverflowWrap::Anywhere;
    (void)engine.layout(paragraph, test::plenty_px);
    (void)engine.layout(paragraph, narrow_px);
    engine.trim();
}

void judge(Suite& suite, const std::string& content) {
    const auto seen = conformance::take_watched();
    suite.note(calls, seen.calls);
    suite.note("glyphs compared", seen.glyphs);
    if (seen.foreign_differences > 0)
        suite.name(
            "left out: marks over letters of a script that no face has, which HB_NO_OT_SHAPE_FALLBACK does not place");
    if (seen.unseen_differences > 0)
        suite.name(
            "left out: where marks would stand over a letter that the face asked has not; another face shows both");
    suite.count(seen.differences == 0, [&] { return content + "\n           " + seen.first_difference; });
}

}  // namespace

TEST_SUITE("conformance/equality") {
    TEST_CASE("what the portal says is shaped as by the whole of HarfBuzz") {
        Suite suite("catalogues and content against full HarfBuzz");
        text::Engine engine(test::all_fonts(), {.shapes = 8, .lines = 8});
        for (const auto& [content, language] : conformance::portal_texts()) {
            auto one = test::a_paragraph(content, language);
            lay_out(engine, one);
            one.style.weight = 700;
            lay_out(engine, one);
            judge(suite, content);
        }
        suite.report(2'000);
        CHECK(suite.named(calls) > 10'000);  // Otherwise the watch saw too little to judge.
    }

    TEST_CASE("20,000 texts that chance writes are shaped as by the whole of HarfBuzz") {
        Suite suite("20,000 generated texts against full HarfBuzz");
        text::Engine engine(test::all_fonts(), {.shapes = 8, .lines = 8});
        std::mt19937 random(20261122);
        for (std::size_t turn = 0; turn < 20'000; ++turn) {
            const auto one = conformance::generated_text(random, turn);
            const auto spans = conformance::generated_spans(random, one);
            auto paragraph = test::a_paragraph(one.text, one.language);
            paragraph.spans = spans;
            lay_out(engine, paragraph);
            judge(suite, one.text);
        }
        suite.report(20'000);
        CHECK(suite.named(calls) > 100'000);
    }
}
