// ICU's own MessageFormat, on all of its data, formats every message in every language: ours must say the same.
#include <cstddef>
#include <cstdint>
#include <doctest/doctest.h>
#include <string>
#include <unicode/gregocal.h>
#include <unicode/msgfmt.h>
#include <vector>

#include "tests/message_sources.hpp"
#include "tests/shared/unicode/full_data.hpp"

using base::Language;
using i18n::Argument;
using message_sources::Kind;
using message_sources::Message;
using message_sources::Parameter;

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

std::vector<Argument> sweep(Kind kind) {
    std::vector<Argument> values;
    switch (kind) {
        case Kind::Text:
            for (const char* text : {"Rabat", "الرباط", "ⵕⵕⴱⴰⴹ", "a {b} # 'c' %s", "1234-5678"})
                values.emplace_back(i18n::TextArgument(text));
            break;
        case Kind::Number:
            for (std::int64_t n = 0; n <= 130; ++n) values.emplace_back(i18n::NumberArgument(n));
            for (const std::int64_t n :
                 {200,    999,     1000,    1001,    1002,    1003,       1011, 1100, 1200, 12345,
                  999999, 1000000, 1000001, 2000000, 1234567, 1000000000, -1,   -2,   -3,   -1234567})
                values.emplace_back(i18n::NumberArgument(n));
            break;
        case Kind::Date:
            for (int month = 1; month <= 12; ++month)
                for (const int day : {1, 2, 12, 28})
                    values.emplace_back(i18n::DateArgument({2025 + month % 3, month, day}));
            values.emplace_back(i18n::DateArgument({2028, 2, 29}));
            break;
        case Kind::Choice:
            for (const char* name : {"other", "today", "weekday", "date", "friday", "unheard of"})
                values.emplace_back(i18n::ChoiceArgument(name));
            break;
    }
    return values;
}

// Every combination; but from the third number on only some, for they do not look at each other.
std::vector<std::vector<Argument>> combinations(const std::vector<Parameter>& parameters) {
    std::vector<std::vector<Argument>> all{{}};
    int numbers = 0;
    for (const auto& parameter : parameters) {
        if (parameter.kind == Kind::Number) ++numbers;
        auto values = sweep(parameter.kind);
        if (parameter.kind == Kind::Number && numbers > 2)
            values = {i18n::NumberArgument(1), i18n::NumberArgument(11), i18n::NumberArgument(1'234'567)};
        std::vector<std::vector<Argument>> longer;
        for (const auto& head : all) {
            for (const auto& value : values) {
                longer.push_back(head);
                longer.back().push_back(value);
            }
        }
        all = std::move(longer);
    }
    return all;
}

icu::Formattable to_icu(const Argument& argument) {
    if (const auto* text = std::get_if<i18n::TextArgument>(&argument))
        return icu::UnicodeString::fromUTF8(
            icu::StringPiece(text->text.data(), static_cast<std::int32_t>(text->text.size())));
    if (const auto* number = std::get_if<i18n::NumberArgument>(&argument)) return icu::Formattable(number->number);
    if (const auto* choice = std::get_if<i18n::ChoiceArgument>(&argument))
        return icu::UnicodeString::fromUTF8(
            icu::StringPiece(choice->name.data(), static_cast<std::int32_t>(choice->name.size())));
    const auto date = std::get<i18n::DateArgument>(argument).date;
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar noon(date.year, date.month - 1, date.day, 12, 0, 0, status);
    return icu::Formattable(noon.getTime(status), icu::Formattable::kIsDate);
}

class Judge {
public:
    Judge(const Message& message, Language language)
        : message_(message),
          format_(icu::UnicodeString::fromUTF8(std::string(message.patterns[base::index_of(language)])),
                  locale_of(language), status_) {
        REQUIRE(U_SUCCESS(status_));
    }

    std::string operator()(const std::vector<Argument>& arguments) {
        std::vector<icu::UnicodeString> names;
        std::vector<icu::Formattable> values;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            names.push_back(icu::UnicodeString::fromUTF8(std::string(message_.parameters[i].name)));
            values.push_back(to_icu(arguments[i]));
        }
        icu::UnicodeString text;
        format_.format(names.data(), values.data(), static_cast<std::int32_t>(arguments.size()), text, status_);
        REQUIRE(U_SUCCESS(status_));
        std::string utf8;
        return text.toUTF8String(utf8);
    }

private:
    UErrorCode status_ = U_ZERO_ERROR;
    const Message& message_;
    icu::MessageFormat format_;
};

}  // namespace

TEST_SUITE("shared/i18n/judge") {
    TEST_CASE_FIXTURE(
        test::FullData,
        "every message, in every language, over a sweep of arguments, reads as ICU's MessageFormat says") {
        std::size_t compared = 0;
        for (const auto& message : message_sources::messages) {
            const auto all = combinations(message.parameters);
            for (const auto language : base::languages) {
                Judge judge(message, language);
                for (const auto& arguments : all) {
                    const auto ours = message.format(i18n::Text(language), arguments).text;
                    const auto theirs = judge(arguments);
                    ++compared;
                    if (ours == theirs) continue;
                    CAPTURE(message.key);
                    CAPTURE(base::code_of(language));
                    CHECK(ours == theirs);
                }
            }
        }
        MESSAGE(compared, " texts compared");
        CHECK(compared > 90'000);
    }
}
