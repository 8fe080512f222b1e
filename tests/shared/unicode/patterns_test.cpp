#include "shared/unicode/patterns.hpp"

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "tests/shared/unicode/formats_sweep.hpp"

using base::Language;
using unicode::DateStyle;

TEST_SUITE("shared/unicode/patterns") {
    TEST_CASE("numbers have the signs of Morocco and ASCII digits") {
        CHECK(unicode::format_number(1234567.5, Language::Ar) == "1.234.567,5");
        CHECK(unicode::format_number(1234567.5, Language::Fr) == "1.234.567,5");
        CHECK(unicode::format_number(1234567.5, Language::Zgh) == "1\u00a0234\u00a0567,5");
        CHECK(unicode::format_number(1234567.5, Language::En) == "1,234,567.5");
        CHECK(unicode::format_number(std::int64_t{-1200}, Language::Fr) == "-1.200");
        CHECK(unicode::format_number(std::int64_t{999}, Language::Ar) == "999");
    }

    TEST_CASE("decimals are rounded half to even, and no more are shown than are asked for") {
        CHECK(unicode::format_number(2.5, Language::En, 0) == "2");
        CHECK(unicode::format_number(3.5, Language::En, 0) == "4");
        CHECK(unicode::format_number(99.96, Language::En, 1) == "100");
        CHECK(unicode::format_number(4.25, Language::Fr, 1) == "4,2");
    }

    TEST_CASE("the months of Arabic are the Moroccan ones") {
        constexpr std::array months{"يناير",  "فبراير", "مارس",  "أبريل",  "ماي",   "يونيو",
                                    "يوليوز", "غشت",    "شتنبر", "أكتوبر", "نونبر", "دجنبر"};
        for (int month = 1; month <= 12; ++month)
            CHECK(unicode::format_date({2026, month, 12}, DateStyle::Long, Language::Ar) ==
                  std::string("12 ") + months[static_cast<std::size_t>(month - 1)] + " 2026");
    }

    TEST_CASE("a date reads in each language") {
        CHECK(unicode::format_date({2026, 8, 1}, DateStyle::Long, Language::Fr) == "1 août 2026");
        CHECK(unicode::format_date({2026, 8, 1}, DateStyle::Long, Language::Zgh) == "1 ⵖⵓⵛⵜ 2026");
        CHECK(unicode::format_date({2026, 8, 1}, DateStyle::Long, Language::En) == "August 1, 2026");
    }

    TEST_CASE("a time has two digits of minutes, and in English a half of the day") {
        for (const auto language : {Language::Ar, Language::Zgh, Language::Fr})
            CHECK(unicode::format_time({8, 5}, language) == "08:05");
        CHECK(unicode::format_time({0, 5}, Language::En) == "12:05\u202fAM");
        CHECK(unicode::format_time({16, 30}, Language::En) == "4:30\u202fPM");
    }

    TEST_CASE("the cut data says the same as all of ICU's data") {
        CHECK(test::digest_of_formats() == test::expected_digest_of_formats);
    }
}
