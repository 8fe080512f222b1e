#include <doctest/doctest.h>
#include <set>

#include "tests/client/text/a_paragraph.hpp"

using base::Language;
using fonts::Face;
using test::a_paragraph;

namespace {

std::set<Face> faces_shown(const text::Lines& lines) {
    std::set<Face> faces;
    for (const auto& glyph : lines.glyphs) faces.insert(glyph.face);
    return faces;
}

text::FaceSet set_of(std::initializer_list<Face> faces) {
    text::FaceSet set;
    for (const auto face : faces) set.set(static_cast<std::size_t>(face));
    return set;
}

}  // namespace

TEST_SUITE("client/text/fallback") {
    TEST_CASE("digits and spaces come from the first face of the chain that has them") {
        text::Engine engine(test::all_fonts());
        CHECK(faces_shown(engine.layout(a_paragraph("12 34"), test::plenty_px)) == std::set{Face::Arabic400});
        CHECK(
            faces_shown(engine.layout(a_paragraph("12 34", Language::Zgh), test::plenty_px)).contains(Face::Latin400) !=
            fonts::covers(Face::Tifinagh400, U'1'));
        CHECK(faces_shown(engine.layout(a_paragraph("12 34", Language::Fr), test::plenty_px)) ==
              std::set{Face::Latin400});
    }

    TEST_CASE("a narrow space comes from the face that has it, not from a plain space of the first") {
        text::Engine engine(test::all_fonts());
        for (const auto language : {Language::Ar, Language::Zgh})
            CHECK(faces_shown(engine.layout(a_paragraph("ⴰ\u202Fⴰ", language), test::plenty_px)) ==
                  std::set{Face::Tifinagh400, Face::Latin400});
    }

    TEST_CASE("each script finds its own face in every chain") {
        text::Engine engine(test::all_fonts());
        for (const auto language : base::languages) {
            CAPTURE(base::code_of(language));
            const auto one = a_paragraph("رحاب Rihab ⵔⵉⵃⴰⴱ", language);
            const auto faces = faces_shown(engine.layout(one, test::plenty_px));
            CHECK(faces == std::set{Face::Arabic400, Face::Latin400, Face::Tifinagh400});
            CHECK(text::faces_needed(one) == set_of({Face::Arabic400, Face::Latin400, Face::Tifinagh400}));
        }
    }

    TEST_CASE("bold Tifinagh is set in its one weight") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("ⵔⵉⵃⴰⴱ", Language::Zgh);
        one.style.weight = 700;
        CHECK(faces_shown(engine.layout(one, test::plenty_px)) == std::set{Face::Tifinagh400});
        CHECK(text::faces_needed(one) == set_of({Face::Tifinagh400}));
    }

    TEST_CASE("the names of the languages need no whole face of another script") {
        text::Engine engine(test::all_fonts());
        auto one = a_paragraph("العربية ⵜⴰⵎⴰⵣⵉⵖⵜ Français English", Language::Fr);
        one.style.chain = text::Chain::LanguageNames;
        const auto& lines = engine.layout(one, test::plenty_px);
        CHECK(faces_shown(lines) == std::set{Face::Latin400, Face::NamesArabic400, Face::NamesTifinagh400});
        for (const auto& glyph : lines.glyphs) CHECK(glyph.id != 0);
    }

    TEST_CASE("what no face has becomes the box of the first face, and is never dropped") {
        text::Engine engine(test::all_fonts());
        const auto& lines = engine.layout(a_paragraph("a漢b", Language::Fr), test::plenty_px);
        REQUIRE(lines.glyphs.size() == 3);
        CHECK(lines.glyphs[1].id == 0);
        CHECK(lines.glyphs[1].face == Face::Latin400);
        CHECK(lines.glyphs[1].advance_px > 0);
    }

    TEST_CASE("a span's weight asks for its own face") {
        auto one = a_paragraph("abc def", Language::Fr);
        const text::Span bold[] = {test::a_span(one, "def", 700)};
        one.spans = bold;
        CHECK(text::faces_needed(one) == set_of({Face::Latin400, Face::Latin700}));
    }

    TEST_CASE("without any face text still takes room, so that a page can be laid out while fonts load") {
        text::Fonts none;
        text::Engine engine(none);
        const auto& lines = engine.layout(a_paragraph("رحاب"), test::plenty_px);
        REQUIRE(lines.lines.size() == 1);
        CHECK(lines.glyphs.size() == 4);
        CHECK(lines.width_px > 0);
        CHECK(text::faces_needed(a_paragraph("رحاب")) == set_of({Face::Arabic400}));
    }

    TEST_CASE("bytes that are no font are refused, and a face that is there is kept") {
        text::Fonts fonts;
        const auto refused = fonts.add(Face::Latin400, std::vector<std::byte>(100));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == base::ErrorCode::FontUnusable);
        CHECK_FALSE(fonts.has(Face::Latin400));
        CHECK(fonts.add(Face::Latin400, test::read_font(Face::Latin400)));
        CHECK(fonts.add(Face::Latin400, {}));
        CHECK(fonts.loaded() == set_of({Face::Latin400}));
    }
}
