#include "shared/unicode/boundaries.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

#include "shared/unicode/utf.hpp"
#include "tests/support/chromium_breaks.hpp"

namespace {

// The text with '|' at every opportunity but the last, which is the end.
std::string broken(std::u16string_view text) {
    unicode::Boundaries boundaries;
    std::vector<std::uint32_t> breaks;
    boundaries.line_breaks(text, breaks);
    std::string result;
    std::uint32_t begin = 0;
    for (const auto end : breaks) {
        if (begin > 0) result += '|';
        result += unicode::to_utf8(text.substr(begin, end - begin));
        begin = end;
    }
    return result;
}

std::string graphemes(std::u16string_view text) {
    unicode::Boundaries boundaries;
    std::vector<std::uint32_t> ends;
    boundaries.graphemes(text, ends);
    std::string result;
    std::uint32_t begin = 0;
    for (const auto end : ends) {
        result += unicode::to_utf8(text.substr(begin, end - begin)) + '|';
        begin = end;
    }
    return result;
}

}  // namespace

TEST_SUITE("shared/unicode/boundaries") {
    TEST_CASE("between two ASCII characters lines break exactly where Chromium breaks them") {
        unicode::Boundaries boundaries;
        std::vector<std::uint32_t> breaks;
        for (const std::u16string_view around : {u"mm", u"11"}) {
            for (char first = '!'; first <= '~'; ++first) {
                for (char second = '!'; second <= '~'; ++second) {
                    const auto text = std::u16string(around) + static_cast<char16_t>(first) +
                                      static_cast<char16_t>(second) + std::u16string(around);
                    boundaries.line_breaks(text, breaks);
                    CAPTURE(first);
                    CAPTURE(second);
                    CHECK((std::ranges::find(breaks, 3U) != breaks.end()) == test::may_follow(first).contains(second));
                }
            }
        }
    }

    TEST_CASE("dates, case numbers, addresses and phone numbers break after hyphens and question marks only") {
        CHECK(broken(u"2026/1234/56") == "2026/1234/56");
        CHECK(broken(u"22/11/2026") == "22/11/2026");
        CHECK(broken(u"0537-21-37") == "0537-|21-|37");
        CHECK(broken(u"https://a.ma/b/c?id=12&d=e") == "https://a.ma/b/c?|id=12&d=e");
        CHECK(broken(u"(a)[b]{c}") == "(a)|[b]|{c}");
    }

    TEST_CASE("a hyphen before a digit is a minus sign unless a letter or a digit stands before it") {
        CHECK(broken(u"x=-5") == "x=-5");
        CHECK(broken(u"(-5)") == "(-5)");
        CHECK(broken(u"ABCD-1234") == "ABCD-|1234");
    }

    TEST_CASE("a run of spaces belongs to the line that it ends, whatever follows") {
        CHECK(broken(u"ab  cd") == "ab  |cd");
        CHECK(broken(u"« ab »") == "« |ab |»");  // UAX #14 alone would keep the quotation marks with their words.
        CHECK(broken(u"ab !") == "ab |!");
    }

    TEST_CASE("no-break spaces hold together, narrow ones too, but not a hyphen before them") {
        CHECK(broken(u"24\u00A0h") == "24\u00A0h");
        CHECK(broken(u"«\u202Fab\u202F»\u202F;") == "«\u202Fab\u202F»\u202F;");
        CHECK(broken(u"a-\u00A0b") == "a-|\u00A0b");
    }

    TEST_CASE("a dash that begins a word stays with it, one inside a number range does not") {
        CHECK(broken(u"ab –cd") == "ab |–cd");
        CHECK(broken(u"24–48") == "24–|48");
        CHECK(broken(u"ab\u2014cd") == "ab|\u2014|cd");
    }

    TEST_CASE("a degree sign parts from punctuation before it and from brackets after it") {
        CHECK(broken(u"(11)°") == "(11)|°");
        CHECK(broken(u"11°(1") == "11°|(1");
        CHECK(broken(u"11°") == "11°");
    }

    TEST_CASE("Arabic and Tifinagh break at spaces only; Arabic punctuation stays with its word") {
        CHECK(broken(u"السّجلّ العدليّ، ثم") == "السّجلّ |العدليّ، |ثم");
        CHECK(broken(u"ⵜⴰⵙⵏⴱⴹⴰⵢⵜ ⵏ ⵔⵔⴱⴰⵟ") == "ⵜⴰⵙⵏⴱⴹⴰⵢⵜ |ⵏ |ⵔⵔⴱⴰⵟ");
        CHECK(broken(u"هل؟نعم") == "هل؟|نعم");
    }

    TEST_CASE("a newline is always an opportunity, also between newlines") { CHECK(broken(u"a\n\nb") == "a\n|\n|b"); }

    TEST_CASE("letters keep their marks, and joined Tifinagh letters their joiner") {
        CHECK(graphemes(u"سِجِ") == "سِ|جِ|");
        CHECK(graphemes(u"ⵏ\u2D7Fⵏ") == "ⵏ\u2D7F|ⵏ|");
        CHECK(graphemes(u"e\u0301a") == "e\u0301|a|");
        CHECK(graphemes(u"") == "");
    }

    TEST_CASE("words are found with the spaces between them") {
        unicode::Boundaries boundaries;
        std::vector<std::uint32_t> ends;
        boundaries.words(u"أين المحكمة", ends);
        CHECK(ends == std::vector<std::uint32_t>{3, 4, 11});
    }
}
