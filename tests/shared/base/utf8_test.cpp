#include "shared/base/utf8.hpp"

#include <doctest/doctest.h>

namespace {

struct Sample {
    const char* name;
    std::string_view bytes;
    std::string_view replaced;
};

constexpr Sample broken[] = {
    {"overlong slash", "\xC0\xAF", "\uFFFD\uFFFD"},
    {"overlong NUL in three bytes", "\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD"},
    {"overlong in four bytes", "\xF0\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"high surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
    {"low surrogate", "\xED\xBF\xBF", "\uFFFD\uFFFD\uFFFD"},
    {"above U+10FFFF", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"five byte form", "\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"continuation alone", "a\x80z", "a\uFFFDz"},
    {"cut at the end", "a\xE2\xB4", "a\uFFFD"},
    {"cut in the middle", "\xE2\xB4z", "\uFFFDz"},
    {"Latin-1", "caf\xE9", "caf\uFFFD"},
    {"0xFF", "\xFF", "\uFFFD"},
};

constexpr std::string_view whole[] = {"",       "a",      "é",      "العربية", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "😀",         "\u0080",
                                      "\u07FF", "\u0800", "\uD7FF", "\uE000",  "\uFFFF",   "\U00010000", "\U0010FFFF"};

}  // namespace

TEST_SUITE("shared/base/utf8") {
    TEST_CASE("broken bytes are never well-formed and each longest beginning becomes one replacement") {
        for (const auto& sample : broken) {
            CAPTURE(sample.name);
            CHECK_FALSE(base::is_well_formed(sample.bytes));
            CHECK(base::replace_broken(sample.bytes) == sample.replaced);
        }
    }

    TEST_CASE("well-formed text stays as it is, up to the edges of every length") {
        for (const auto text : whole) {
            CAPTURE(text);
            CHECK(base::is_well_formed(text));
            CHECK(base::replace_broken(text) == text);
        }
    }

    TEST_CASE("a code point is read with its value and its length") {
        const auto point = base::first_code_point("ⵣz");
        CHECK(point.value == U'ⵣ');
        CHECK(point.length == 3);
        CHECK(point.well_formed);
    }
}
