// ICU's own formatters and rules, on all of its data: our numbers, dates, times and plurals must say the same.
#include <array>
#include <doctest/doctest.h>
#include <memory>
#include <string>
#include <unicode/datefmt.h>
#include <unicode/decimfmt.h>
#include <unicode/gregocal.h>
#include <unicode/numfmt.h>
#include <unicode/plurrule.h>

#include "shared/unicode/patterns.hpp"
#include "shared/unicode/plurals.hpp"
#include "tests/shared/unicode/formats_sweep.hpp"
#include "tests/shared/unicode/full_data.hpp"

using base::Language;

namespace {

icu::Locale locale_of(Language language) {
    switch (language) {
        case Language::Ar: return icu::Locale("ar", "MA");
        case Language::Zgh: return icu::Locale("zgh");
        case Language::Fr: return icu::Locale("fr", "MA");
        case Language::En: return icu::Locale("en");
    }
    return icu::Locale::getRoot();
}

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    return text.toUTF8String(result);
}

UDate instant_of(base::Date date, unicode::TimeOfDay time) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::GregorianCalendar calendar(date.year, date.month - 1, date.day, time.hour, time.minute, 0, status);
    return calendar.getTime(status);
}

}  // namespace

TEST_SUITE("shared/unicode/patterns_judge") {
    TEST_CASE_FIXTURE(test::FullData, "every number reads as ICU's NumberFormat says") {
        for (const auto language : base::languages) {
            CAPTURE(base::code_of(language));
            UErrorCode status = U_ZERO_ERROR;
            const std::unique_ptr<icu::NumberFormat> format(
                icu::NumberFormat::createInstance(locale_of(language), status));
            REQUIRE(U_SUCCESS(status));
            icu::UnicodeString text;
            for (const auto number : test::integers())
                CHECK(unicode::format_number(number, language) == utf8(format->format(number, text.remove())));
            for (const auto number : test::decimals())
                CHECK(unicode::format_number(number, language) == utf8(format->format(number, text.remove())));
            for (const int decimals : {0, 1, 2, 6}) {
                format->setMaximumFractionDigits(decimals);
                for (const auto number : test::decimals())
                    CHECK(unicode::format_number(number, language, decimals) ==
                          utf8(format->format(number, text.remove())));
            }
        }
    }

    TEST_CASE_FIXTURE(test::FullData, "every date and time reads as ICU's DateFormat says") {
        for (const auto language : base::languages) {
            CAPTURE(base::code_of(language));
            using icu::DateFormat;
            const std::unique_ptr<DateFormat> date_format(
                DateFormat::createDateInstance(DateFormat::kLong, locale_of(language)));
            const std::unique_ptr<DateFormat> time_format(
                DateFormat::createTimeInstance(DateFormat::kShort, locale_of(language)));
            icu::UnicodeString text;
            for (const auto date : test::dates())
                CHECK(unicode::format_date(date, unicode::DateStyle::Long, language) ==
                      utf8(date_format->format(instant_of(date, {12, 0}), text.remove())));
            for (const auto time : test::times())
                CHECK(unicode::format_time(time, language) ==
                      utf8(time_format->format(instant_of({2026, 11, 12}, time), text.remove())));
        }
    }

    TEST_CASE_FIXTURE(test::FullData, "every number takes the form that ICU's PluralRules gives it") {
        constexpr std::array words{"zero", "one", "two", "few", "many", "other"};
        for (const auto language : base::languages) {
            CAPTURE(base::code_of(language));
            UErrorCode status = U_ZERO_ERROR;
            const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale_of(language), status));
            REQUIRE(U_SUCCESS(status));
            const auto word = [&](unicode::PluralCategory category) {
                return words[static_cast<std::size_t>(category)];
            };
            for (std::int32_t number = -1200; number <= 3'000'000; number += number < 3000 ? 1 : 997)
                CHECK(word(unicode::plural_category(number, language)) == utf8(rules->select(number)));
            for (std::int32_t number = 1'000'000; number <= 2'000'000'000; number += 499'999)
                CHECK(word(unicode::plural_category(number, language)) == utf8(rules->select(number)));
        }
    }

    TEST_CASE_FIXTURE(test::FullData, "all of ICU's data says the same as the cut data") {
        CHECK(test::digest_of_formats() == test::expected_digest_of_formats);
    }
}
