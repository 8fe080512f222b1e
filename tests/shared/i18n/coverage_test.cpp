// No tofu: the first two fonts of a language's chain have every code point that its messages can show.
#include <array>
#include <doctest/doctest.h>
#include <string>

#include "fonts/font_table.hpp"
#include "shared/unicode/patterns.hpp"
#include "tests/message_sources.hpp"
#include "tests/shared/i18n/words.hpp"

using base::Language;
using fonts::Face;

namespace {

std::array<Face, 2> first_fonts_of(Language language) {
    switch (language) {
        case Language::Ar: return {Face::Arabic400, Face::Latin400};
        case Language::Zgh: return {Face::Tifinagh400, Face::Latin400};
        default: return {Face::Latin400, Face::Latin700};
    }
}

void check_covered(std::string_view text, Language language) {
    CAPTURE(text);
    const auto [own, latin] = first_fonts_of(language);
    for (const char32_t code_point : test::code_points(text)) {
        CAPTURE(static_cast<std::uint32_t>(code_point));
        CHECK((fonts::covers(own, code_point) || fonts::covers(latin, code_point)));
    }
}

}  // namespace

TEST_SUITE("shared/i18n/coverage") {
    TEST_CASE("every letter and sign of a message is in its language's fonts") {
        for (const auto& message : message_sources::messages) {
            if (test::is_language_name(message)) continue;
            for (const auto language : base::languages)
                check_covered(test::words_of(test::pattern(message, language)), language);
        }
    }

    TEST_CASE("every letter and sign of dates, numbers and times is in its language's fonts") {
        for (const auto language : base::languages) {
            check_covered(unicode::format_number(-1234567.5, language), language);
            check_covered(unicode::format_time({8, 30}, language) + unicode::format_time({16, 30}, language), language);
            for (int month = 1; month <= 12; ++month)
                check_covered(unicode::format_date({2026, month, 1}, unicode::DateStyle::Long, language), language);
        }
    }

    TEST_CASE("the names of the languages are always there") {
        for (const auto& message : message_sources::messages) {
            if (!test::is_language_name(message)) continue;
            for (const char32_t code_point : test::code_points(test::pattern(message, Language::En)))
                CHECK((fonts::covers(Face::Latin400, code_point) || fonts::covers(Face::NamesArabic400, code_point) ||
                       fonts::covers(Face::NamesTifinagh400, code_point)));
        }
    }
}
