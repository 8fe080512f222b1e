#include "shared/unicode/plurals.hpp"

#include <doctest/doctest.h>

using base::Language;
using unicode::PluralCategory;

TEST_SUITE("shared/unicode/plurals") {
    TEST_CASE("a number takes the form that its language gives it") {
        struct Case {
            std::int64_t number;
            PluralCategory ar, fr, en;
        };
        using enum PluralCategory;
        constexpr Case cases[] = {
            {0, Zero, One, Other},
            {1, One, One, One},
            {2, Two, Other, Other},
            {3, Few, Other, Other},
            {10, Few, Other, Other},
            {11, Many, Other, Other},
            {99, Many, Other, Other},
            {100, Other, Other, Other},
            {102, Other, Other, Other},
            {103, Few, Other, Other},
            {1'000'000, Other, Many, Other},
            {2'000'001, Other, Other, Other},
            {-1, One, One, One},
            {-11, Many, Other, Other},
        };
        for (const auto& c : cases) {
            CAPTURE(c.number);
            CHECK(unicode::plural_category(c.number, Language::Ar) == c.ar);
            CHECK(unicode::plural_category(c.number, Language::Fr) == c.fr);
            CHECK(unicode::plural_category(c.number, Language::En) == c.en);
            CHECK(unicode::plural_category(c.number, Language::Zgh) == Other);
        }
    }
}
