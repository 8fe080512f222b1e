// No tofu: what the portal says and every letter of its four languages has a glyph, in every chain and weight. A letter
// that no face has is never on the canvas: the engine tells, and the page keeps the HTML skin.
#include <doctest/doctest.h>
#include <unicode/uchar.h>

#include "shared/unicode/utf.hpp"
#include "tests/client/text/a_paragraph.hpp"
#include "tests/conformance/suite.hpp"
#include "tests/conformance/texts.hpp"

namespace {

using base::Language;
using conformance::Suite;

struct Block {
    const char* name;
    char32_t first;
    char32_t last;
};

// Every letter, mark and digit of these has a glyph.
constexpr Block whole_blocks[] = {
    {"Arabic", 0x0600, 0x06FF},      {"Arabic, joined forms", 0xFE70, 0xFEFC}, {"Tifinagh", 0x2D30, 0x2D7F},
    {"Basic Latin", 0x0020, 0x007E}, {"Latin-1 Supplement", 0x00A0, 0x00FF},   {"Latin Extended-A", 0x0100, 0x017F}};

// Amazigh in Latin letters.
constexpr std::u32string_view amazigh_letters = U"ƐɛƔɣǦǧʷČčḌḍḤḥṚṛṢṣṬṭẒẓ";

// Letters of other languages: left out for the bytes that they would cost every visitor.
constexpr Block foreign_blocks[] = {{"Latin Extended-B", 0x0180, 0x024F},
                                    {"IPA Extensions", 0x0250, 0x02AF},
                                    {"Phonetic Extensions and their Supplement", 0x1D00, 0x1DBF},
                                    {"Latin Extended Additional", 0x1E00, 0x1EFF},
                                    {"Latin Extended-C", 0x2C60, 0x2C7F},
                                    {"Latin Extended-D", 0xA720, 0xA7FF},
                                    {"Latin Extended-E", 0xAB30, 0xAB6F},
                                    {"Latin ligatures", 0xFB00, 0xFB06},
                                    {"Arabic Supplement", 0x0750, 0x077F},
                                    {"Arabic Extended-A and -B", 0x0870, 0x08FF},
                                    {"Arabic Presentation Forms-A", 0xFB50, 0xFDFF}};

constexpr std::uint16_t weights[] = {400, 700};

bool is_letter_mark_or_digit(char32_t code_point) {
    constexpr auto wanted = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & wanted) != 0;
}

bool lacks_letters(text::Engine& engine, std::string_view content, Language language, std::uint16_t weight) {
    auto one = test::a_paragraph(content, language);
    one.style.weight = weight;
    const bool lacks = engine.layout(one, test::plenty_px).lacks_letters;
    engine.trim();
    return lacks;
}

// In every chain and weight.
bool is_drawn(text::Engine& engine, char32_t code_point) {
    const auto content = conformance::utf8_of(std::span(&code_point, 1));
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

    TEST_CASE("every letter of the four languages has a glyph, in every chain and weight") {
        Suite suite("no tofu in the letters of our scripts");
        text::Engine engine(test::all_fonts(), {.shapes = 8, .lines = 8});
        for (const auto& block : whole_blocks) {
            for (auto c = block.first; c <= block.last; ++c) {
                if (!is_letter_mark_or_digit(c)) continue;
                suite.count(is_drawn(engine, c), [&] { return name_of(c) + " of " + block.name; });
            }
        }
        for (const auto c : amazigh_letters)
            suite.count(is_drawn(engine, c), [&] { return name_of(c) + " of Amazigh in Latin letters"; });
        for (const auto& block : foreign_blocks) {
            for (auto c = block.first; c <= block.last; ++c)
                if (is_letter_mark_or_digit(c) && !is_drawn(engine, c))
                    suite.name(std::string("left out: letters of other languages, ") + block.name +
                               "; a page that shows one keeps the HTML skin");
        }
        suite.report(690);
    }

    TEST_CASE("a letter that no face has is told, and takes the room of a box; its text stays what it is") {
        text::Engine engine(test::all_fonts());
        for (const std::string_view letter : {"漢", "א", "😀", "Ḁ", "ݐ"}) {
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
