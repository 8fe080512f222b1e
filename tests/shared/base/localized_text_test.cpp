#include "shared/base/localized_text.hpp"

#include <doctest/doctest.h>

using base::Language;
using base::LocalizedText;

TEST_SUITE("shared/base/localized_text") {
    TEST_CASE("a reader gets the language asked for where the text has it") {
        const LocalizedText text("سلا", "ⵙⵍⴰ", "Salé", "Sale");
        CHECK(text.in(Language::Zgh).text == "ⵙⵍⴰ");
        CHECK(text.in(Language::Zgh).language == Language::Zgh);
    }

    TEST_CASE("a missing language falls back and says which language came") {
        struct Case {
            const char* name;
            LocalizedText text;
            Language asked;
            Language got;
        };
        const Case cases[] = {
            {"Amazigh readers get Arabic", LocalizedText("ع", "", "f", "e"), Language::Zgh, Language::Ar},
            {"Amazigh readers get French without Arabic", LocalizedText("", "", "f", "e"), Language::Zgh, Language::Fr},
            {"English readers get French", LocalizedText("ع", "ⵣ", "f", ""), Language::En, Language::Fr},
            {"Arabic readers get French", LocalizedText("", "ⵣ", "f", "e"), Language::Ar, Language::Fr},
            {"French readers get Arabic when nothing else is there", LocalizedText("ع", "", "", ""), Language::Fr,
             Language::Ar},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(c.text.in(c.asked).language == c.got);
            CHECK(c.text.in(c.asked).text == c.text.exact(c.got));
        }
    }

    TEST_CASE("a text in no language is empty") { CHECK(LocalizedText().empty()); }
}
