#include "shared/i18n/text.hpp"

#include <doctest/doctest.h>
#include <string>

using base::Language;
using i18n::Text;

TEST_SUITE("shared/i18n/text") {
    TEST_CASE("a message without arguments reads in each language and isolates nothing") {
        CHECK(Text(Language::Ar)(msg::services) == i18n::Formatted{"الخدمات", {}});
        CHECK(Text(Language::Zgh)(msg::services) == i18n::Formatted{"ⵜⵉⵏⴰⴼⵓⵜⵉⵏ", {}});
        CHECK(Text(Language::Fr)(msg::services) == i18n::Formatted{"Services", {}});
        CHECK(Text(Language::En)(msg::services) == i18n::Formatted{"Services", {}});
    }

    TEST_CASE("a date carries the Moroccan month in each language") {
        const base::Date date{2026, 11, 12};
        CHECK(Text(Language::Ar)(msg::receipt_received, {.date = date}).text == "توصلنا به يوم 12 نونبر 2026");
        CHECK(Text(Language::Zgh)(msg::receipt_received, {.date = date}).text == "ⵜⵍⴽⵎ ⴷ ⴰⵙⵙ ⵏ 12 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026");
        CHECK(Text(Language::Fr)(msg::receipt_received, {.date = date}).text == "Reçu le 12 novembre 2026");
        CHECK(Text(Language::En)(msg::receipt_received, {.date = date}).text == "Received on November 12, 2026");
    }

    TEST_CASE("Arabic counts in its six forms") {
        const Text tr(Language::Ar);
        const auto wait = [&](int minutes) {
            return tr(msg::problem_too_many, {.minutes = minutes})
                .text.substr(std::string("وردت تقييمات كثيرة من شبكتك. ").size());
        };
        CHECK(wait(0) == "حاول من جديد الآن.");
        CHECK(wait(1) == "حاول من جديد بعد دقيقة واحدة.");
        CHECK(wait(2) == "حاول من جديد بعد دقيقتين.");
        CHECK(wait(3) == "حاول من جديد بعد 3 دقائق.");
        CHECK(wait(10) == "حاول من جديد بعد 10 دقائق.");
        CHECK(wait(11) == "حاول من جديد بعد 11 دقيقة.");
        CHECK(wait(100) == "حاول من جديد بعد 100 دقيقة.");
        CHECK(wait(103) == "حاول من جديد بعد 103 دقائق.");
    }

    TEST_CASE("numbers in a message are grouped and isolated") {
        const auto formatted = Text(Language::Fr)(msg::problem_text_too_long, {.limit = 1200, .count = 1});
        CHECK(formatted.text == "Écrivez 1.200 caractères au maximum. Votre texte a 1 caractère.");
        REQUIRE(formatted.isolates.size() == 2);
        const auto& first = formatted.isolates[0];
        CHECK(formatted.text.substr(first.begin, first.end - first.begin) == "1.200");
        CHECK_FALSE(first.language.has_value());
    }

    TEST_CASE("a value in another language keeps its language in the isolate") {
        const base::LocalizedText city("الرباط", "", "", "");
        const auto formatted = Text(Language::En)(msg::portal_of, {.district = city.in(Language::En)});
        CHECK(formatted.text == "Portal of the judicial district of الرباط");
        REQUIRE(formatted.isolates.size() == 1);
        CHECK(formatted.isolates[0].language == Language::Ar);
        CHECK(i18n::plain(formatted) == "Portal of the judicial district of \u2068الرباط\u2069");
    }
}
