// A plain text as a browser's element shows it: white space collapsed, offsets of the text as it was given.
#include "client/text/plain_text.hpp"

#include <doctest/doctest.h>
#include <limits>

#include "tests/client/text/a_paragraph.hpp"

namespace {

using Offsets = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr text::PlainStyle english{.language = base::Language::En, .direction = base::Direction::Ltr};

text::PlainLines lines_of(std::u16string_view words, float width_px, const text::PlainStyle& style = english) {
    text::Engine engine(test::all_fonts());
    return text::PlainText(words, style).lines(engine, width_px);
}

Offsets offsets_of(const text::PlainLines& laid) {
    Offsets offsets;
    for (const auto& line : laid.lines) offsets.emplace_back(line.start, line.end);
    return offsets;
}

}  // namespace

TEST_SUITE("client/text/plain_text") {
    TEST_CASE("lines part the whole text between them, in UTF-16 units") {
        CHECK(offsets_of(lines_of(u"one two", 1)) == Offsets{{0, 4}, {4, 7}});
        CHECK(offsets_of(lines_of(u"\U0001F600 two", 1)) == Offsets{{0, 3}, {3, 6}});
        CHECK(offsets_of(lines_of(u"  one \n\t two  ", 1)) == Offsets{{0, 9}, {9, 14}});
        CHECK(offsets_of(lines_of(u"\xD800 \xDC00", 1)) == Offsets{{0, 2}, {2, 3}});
    }

    TEST_CASE("white space alone is no line") {
        for (const auto words : {u"", u" ", u" \t\r\n "}) {
            const auto laid = lines_of(words, 100);
            CHECK(laid.lines.empty());
            CHECK(laid.height_px == 0);
        }
    }

    TEST_CASE("collapsed white space is as wide as one space, and none at the ends") {
        const auto one = lines_of(u"one two", test::plenty_px);
        const auto other = lines_of(u" one\n\t two \r", test::plenty_px);
        REQUIRE(other.lines.size() == 1);
        CHECK(other.lines[0].width_px == one.lines[0].width_px);
    }

    TEST_CASE("only spaces hang: an isolate that somebody typed keeps the space before it") {
        CHECK(lines_of(u"one \u2068two\u2069 ", test::plenty_px).lines[0].width_px ==
              lines_of(u"one \u2068two\u2069", test::plenty_px).lines[0].width_px);
        CHECK(lines_of(u"one \u2068 ", test::plenty_px).lines[0].width_px >
              lines_of(u"one", test::plenty_px).lines[0].width_px);
    }

    TEST_CASE("a width may be 0 or without end") {
        CHECK(lines_of(u"one two three", 0).lines.size() == 3);
        CHECK(lines_of(u"one two three", std::numeric_limits<float>::infinity()).lines.size() == 1);
    }

    TEST_CASE("at a ratio the size and the widths are cut and rounded in the browser's own pixels") {
        auto dense = english;
        dense.layout_ratio = 3;
        const auto lines = lines_of(u"one two", test::plenty_px, dense);
        const auto large = english.size_px * 3;
        CHECK(
            lines.lines[0].width_px * 3 ==
            lines_of(u"one two", test::plenty_px, {base::Language::En, base::Direction::Ltr, large}).lines[0].width_px);
    }

    TEST_CASE("carets stand at offsets of the text as it was given") {
        text::Engine engine(test::all_fonts());
        const text::PlainText words(u" a  b", english);
        std::vector<std::uint32_t> offsets;
        for (const auto& stop : words.caret_stops(engine, test::plenty_px, 0)) offsets.push_back(stop.offset);
        CHECK(offsets == std::vector<std::uint32_t>{1, 2, 4, 5});
    }
}
