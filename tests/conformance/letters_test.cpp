// No tofu: what the portal says and every letter of our three scripts has a glyph, in every chain and weight. A letter
// that no face has is never on the canvas: the engine tells, and the page keeps the HTML skin.
#include <algorithm>
#include <doctest/doctest.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "shared/unicode/utf.hpp"
#include "tests/client/text/a_paragraph.hpp"
#include "tests/conformance/suite.hpp"
#include "tests/conformance/texts.hpp"

namespace {

using namespace std::string_view_literals;
using base::Language;
using conformance::Suite;

struct Script {
    const char* name;
    UScriptCode code;
    char32_t letter;  // That its marks stand on.
    std::uint64_t least;
};

constexpr Script scripts[] = {{"Latin", USCRIPT_LATIN, U'a', 1540},
                              {"Arabic", USCRIPT_ARABIC, U'ب', 1400},
                              {"Tifinagh", USCRIPT_TIFINAGH, U'ⴰ', 67}};

// Of all marks, this one stands on numbers alone.
constexpr char32_t epact_mark = 0x102E0;
constexpr char32_t epact_one = 0x102E1;

// Of Unicode 16, from 2024: docs/architecture/how-text-is-judged.md says where they were looked for.
struct Letter {
    char32_t code_point;
    const char* name;
};
constexpr Letter letters_of_no_face[] = {{0xA7CB, "LATIN CAPITAL LETTER RAMS HORN"},
                                         {0xA7CC, "LATIN CAPITAL LETTER S WITH DIAGONAL STROKE"},
                                         {0xA7CD, "LATIN SMALL LETTER S WITH DIAGONAL STROKE"},
                                         {0xA7DA, "LATIN CAPITAL LETTER LAMBDA"},
                                         {0xA7DB, "LATIN SMALL LETTER LAMBDA"},
                                         {0xA7DC, "LATIN CAPITAL LETTER LAMBDA WITH STROKE"}};

constexpr std::uint16_t weights[] = {400, 700};

// Assigned, and of the script by Script or Script_Extensions.
std::vector<char32_t> letters_marks_and_digits_of(UScriptCode script) {
    constexpr auto wanted = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;
    std::vector<char32_t> found;
    for (UChar32 c = 0; c <= UCHAR_MAX_VALUE; ++c)
        if ((U_GET_GC_MASK(c) & wanted) != 0 && uscript_hasScript(c, script)) found.push_back(static_cast<char32_t>(c));
    return found;
}

bool is_mark(char32_t code_point) { return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_M_MASK) != 0; }

bool lacks_letters(text::Engine& engine, std::string_view content, Language language, std::uint16_t weight) {
    auto one = test::a_paragraph(content, language);
    one.style.weight = weight;
    const bool lacks = engine.layout(one, test::plenty_px).lacks_letters;
    engine.trim();
    return lacks;
}

// In every chain and weight.
bool is_drawn(text::Engine& engine, std::u32string_view letters) {
    const auto content = conformance::utf8_of(letters);
    for (const auto language : base::languages)
        for (const auto weight : weights)
            if (lacks_letters(engine, content, language, weight)) return false;
    return true;
}

std::string name_of(char32_t code_point) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "U+%04X", static_cast<unsigned>(code_point));
    return digits;
}

}  // namespace

TEST_SUITE("conformance/letters") {
    TEST_CASE("what the portal says has a glyph for every letter") {
        Suite suite("no tofu in catalogues and content, two weights");
        text::Engine engine(test::all_fonts(), {.shapes = 8, .lines = 8});
        for (const auto& [content, language] : conformance::portal_texts())
            for (const auto weight : weights)
                suite.count(!lacks_letters(engine, content, language, weight),
                            [&] { return std::string(base::code_of(language)) + ' ' + content; });
        suite.report(10'000);
    }

    TEST_CASE("every assigned letter, mark and digit of our scripts has a glyph, in every chain and weight") {
        text::Engine engine(test::all_fonts(), {.shapes = 8, .lines = 8});
        for (const auto& script : scripts) {
            Suite suite(std::string("no tofu in ") + script.name + ", Unicode " + U_UNICODE_VERSION);
            for (const auto c : letters_marks_and_digits_of(script.code)) {
                const auto of_none = std::ranges::find(letters_of_no_face, c, &Letter::code_point);
                if (of_none != std::end(letters_of_no_face)) {
                    suite.name("left out: " + name_of(c) + ' ' + of_none->name + "; its page keeps the HTML skin");
                    CHECK_MESSAGE(!is_drawn(engine, {&c, 1}), "There is a face for it now: ", of_none->name);
                    continue;
                }
                suite.count(is_drawn(engine, {&c, 1}), [&] { return name_of(c); });
                if (is_mark(c))
                    suite.count(is_drawn(engine, std::u32string{c == epact_mark ? epact_one : script.letter, c}),
                                [&] { return "a letter with " + name_of(c); });
            }
            suite.report(script.least);
        }
    }

    TEST_CASE("every mark that Latin letters take has a glyph on them") {
        Suite suite("no tofu in combining marks on Latin letters");
        text::Engine engine(test::all_fonts(), {.shapes = 8, .lines = 8});
        for (char32_t mark = 0x0300; mark <= 0x036F; ++mark)
            for (const auto letter : U"aéŋƙẹ"sv)
                suite.count(is_drawn(engine, std::u32string{letter, mark}),
                            [&] { return name_of(letter) + " with " + name_of(mark); });
        suite.report(500);
    }

    TEST_CASE("a letter that no face has is told, and takes the room of a box; its text stays what it is") {
        text::Engine engine(test::all_fonts());
        for (const std::string_view letter : {"漢", "א", "😀", "\uA7CB"}) {
            CAPTURE(letter);
            const auto content = "a" + std::string(letter) + "b";
            const auto& lines = engine.layout(test::a_paragraph(content, Language::Fr), test::plenty_px);
            CHECK(lines.lacks_letters);
            REQUIRE(lines.lines.size() == 1);
            CHECK(lines.lines[0].end == content.size());
            CHECK(engine.caret_stops(test::a_paragraph(content, Language::Fr), test::plenty_px, 0).size() == 4);
        }
        // Invisible by nature, in a face or not.
        for (const std::string_view control :
             {"\u00AD", "\u034F", "\u061C", "\u200B", "\u2060", "\u2067\u2069", "\uFEFF"})
            CHECK_FALSE(
                engine.layout(test::a_paragraph("a" + std::string(control) + "b", Language::Fr), test::plenty_px)
                    .lacks_letters);
    }

    TEST_CASE("what is no UTF-8 is drawn as U+FFFD, by a face of ours") {
        text::Engine engine(test::all_fonts());
        const auto& lines = engine.layout(test::a_paragraph("a\xED\xA0\x80z", Language::Ar), test::plenty_px);
        CHECK(lines.glyphs.size() == 5);
        CHECK_FALSE(lines.lacks_letters);
    }
}
