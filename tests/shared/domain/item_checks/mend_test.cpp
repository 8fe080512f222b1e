#include <ctime>
#include <doctest/doctest.h>
#include <string>

#include "shared/domain/item_checks/item_checks.hpp"
#include "tests/shared/domain/item_checks/checked.hpp"

using namespace domain;

namespace {

const Values typed{{"original", "fr"},
                   {"title/fr", "L'heure  du greffe"},
                   {"title/en", "The  hours"},
                   {"summary/fr", "Est-ce ouvert ?"},
                   {"nowhere/fr", "L'un  l'autre"},
                   {"published-on", "when?"}};

}  // namespace

TEST_SUITE("shared/domain/item_checks/mend") {
    TEST_CASE("one flaw of one text is mended, and nothing else changes") {
        auto values = typed;
        CHECK(mend(ItemKind::Article, values, "title/fr", Flaw::DoubledSpace, test::read_markdown) == 1);
        auto expected = typed;
        expected["title/fr"] = "L'heure du greffe";
        CHECK(values == expected);
        CHECK(mend(ItemKind::Article, values, "title/fr", Flaw::DoubledSpace, test::read_markdown) == 0);
        CHECK(mend(ItemKind::Article, values, "nowhere/fr", Flaw::DoubledSpace, test::read_markdown) == 0);
        CHECK(values == expected);
    }

    TEST_CASE("all that a machine can mend is mended") {
        auto values = typed;
        CHECK(mend(ItemKind::Article, values, "", {}, test::read_markdown) == 3);
        CHECK(values.at("title/fr") == "L’heure du greffe");
        CHECK(values.at("title/en") == "The hours");
        CHECK(values.at("summary/fr") == "Est-ce ouvert\u202F?");
        CHECK(values.at("nowhere/fr") == typed.at("nowhere/fr"));
        CHECK(values.at("published-on") == "when?");
    }

    TEST_CASE("texts made to be slow are checked in good time") {
        for (const std::string part :
             {"](", "`", "&x", "<http", " ", "\u00A0", " .", "\"", "'", "[", "# ", "ه", "\u0640", "?\n"})
            for (const auto language : base::languages) {
                CAPTURE(part);
                std::string text;
                while (text.size() < 20'000) text += part;
                const auto start = std::clock();  // Of this process: others may be at work beside it.
                check_text("body", ItemForm::Markdown, language, text, test::read_markdown);
                CHECK((std::clock() - start) / CLOCKS_PER_SEC < 1);
            }
    }
}
