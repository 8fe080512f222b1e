#include "server-stub/http/language_choice.hpp"

#include <doctest/doctest.h>

using base::Language;

TEST_SUITE("server-stub/http/language_choice") {
    TEST_CASE("a browser gets the language that it weighs most, else Arabic") {
        struct Row {
            const char* header;
            Language language;
        };
        for (const auto& row :
             {Row{"", Language::Ar}, Row{"fr-MA,fr;q=0.9,ar;q=0.8", Language::Fr},
              Row{"de, en;q=0.3, ar;q=0.5", Language::Ar}, Row{"en-GB", Language::En},
              Row{"zgh-Tfng-MA", Language::Zgh}, Row{"tzm;q=0.4, fr;q=0.3", Language::Zgh}, Row{"ary", Language::Ar},
              Row{"de", Language::Ar}, Row{"fr;q=0, en;q=0.1", Language::En}, Row{"FR", Language::Fr},
              Row{"fr;q=nonsense, en;q=0.2", Language::En}, Row{"*", Language::Ar}, Row{",,;;=", Language::Ar},
              Row{"en;q=0.5,fr;q=0.51", Language::Fr}}) {
            CAPTURE(row.header);
            CHECK(http::choose_language(row.header) == row.language);
        }
    }

    TEST_CASE("the first segment of the address counts before the browser") {
        CHECK(http::language_of("/fr/nowhere", "ar") == Language::Fr);
        CHECK(http::language_of("/zgh", "ar") == Language::Zgh);
        CHECK(http::language_of("/nowhere", "en") == Language::En);
        CHECK(http::language_of("", "") == Language::Ar);
    }
}
