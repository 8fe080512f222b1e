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

    TEST_CASE("a mend that makes a text too long is neither offered nor done; those that fit are") {
        const auto limit = find_field(ItemKind::Article, "", "title")->limit;
        auto values = typed;
        const auto mend_of = [&](Flaw flaw) -> std::optional<std::string> {
            for (const auto& one : check_item(ItemKind::Article, values, test::read_markdown, {}))
                if (one.path == "title/fr" && one.flaw == flaw) return one.mend;
            return "no such finding";
        };
        values["title/fr"] = "Ouvert" + std::string(limit - 7, 'a') + "?";
        CHECK(mend_of(Flaw::NoBreakSpace) == std::nullopt);
        CHECK(mend(ItemKind::Article, values, "title/fr", Flaw::NoBreakSpace, test::read_markdown) == 0);
        CHECK(mend(ItemKind::Article, values, "title/fr", {}, test::read_markdown) == 0);
        // What another mend takes away makes room.
        values["title/fr"] = "Ouvert  " + std::string(limit - 9, 'a') + "?";
        CHECK(mend_of(Flaw::NoBreakSpace) == std::nullopt);
        CHECK(mend(ItemKind::Article, values, "title/fr", {}, test::read_markdown) == 1);
        CHECK(values["title/fr"] == "Ouvert " + std::string(limit - 9, 'a') + "\u202F?");
    }

    TEST_CASE("a text of a million spaces costs nothing, typed or mended") {
        for (const std::string space : {" ", "\u00A0"}) {
            std::string text;
            while (text.size() < 1'000'000) text += space;
            Values huge{{"original", "fr"}, {"body/ar", text}, {"body/fr", text + "."}};
            const auto start = std::clock();
            check_item(ItemKind::Article, huge, test::read_markdown, {});
            CHECK(mend(ItemKind::Article, huge, "", {}, test::read_markdown) == 0);
            check_typography("body/en", base::Language::En, text + ".", true);  // Where no limit stands before it.
            CHECK((std::clock() - start) / CLOCKS_PER_SEC < 5);
        }
    }

    TEST_CASE("quotes around a link open and close; signs of markup stay signs") {
        for (const auto& [language, text] : std::initializer_list<std::pair<base::Language, std::string>>{
                 {base::Language::Fr, "\"[a](/x)\" et \"[b](/y)\""},
                 {base::Language::Ar, "\"[باب](/x)\" و \"[نافذة](/y)\""},
                 {base::Language::En, "\"https://a.ma\" and \"https://b.ma\""},
                 {base::Language::En, "- ![Entrance](/images/x)"},
                 {base::Language::En, "See it: ![Entrance](/images/x)"},
                 {base::Language::Fr, "1. ![Entrée](/images/x)"}}) {
            CAPTURE(text);
            for (const auto& finding : test::checked(language, text)) CHECK_FALSE(finding.mend.has_value());
        }
    }

    TEST_CASE("an address is no word of a language, and a contact may be written in another") {
        for (const auto language : {base::Language::Ar, base::Language::Zgh})
            for (const std::string text : {"greffe.rabat@justice.gov.ma", "www.justice.gov.ma", "justice.gov.ma"})
                CHECK(test::names_of(check_typography("title/ar", language, text, false)).empty());
        const auto place = check_typography("place/ar", base::Language::Ar, "Microsoft Teams", false);
        REQUIRE(place.size() == 1);
        CHECK(place.front().severity == Severity::Should);
        CHECK(check_typography("title/ar", base::Language::Ar, "Microsoft Teams", false).front().severity ==
              Severity::Must);
    }

    TEST_CASE("the number of a contact is no words, and neither found fault with nor mended; its label is") {
        const Values court{{"original", "fr"},
                           {"title/fr", "Tribunal"},
                           {"court-kind", "appeal"},
                           {"contacts/0/kind", "telephone"},
                           {"contacts/0/value", "+212 5 37 21 37 00"},
                           {"contacts/0/text/fr", "Accueil , guichet 1"},
                           {"contacts/1/kind", "website"},
                           {"contacts/1/value", "https://court.example/a,b..c?d;e:f"},
                           {"contacts/2/text/fr", "Tél. 05 37 21 37 00"}};
        auto findings = check_item(ItemKind::Court, court, test::read_markdown);
        std::erase_if(findings, [](const auto& one) { return one.flaw == Flaw::MissingLanguage; });
        CHECK(test::names_of(findings) == "space-before-sign");
        auto mended = court;
        CHECK(mend(ItemKind::Court, mended, "", {}, test::read_markdown) == 1);
        CHECK(mended.at("contacts/0/text/fr") == "Accueil, guichet 1");
        mended["contacts/0/text/fr"] = court.at("contacts/0/text/fr");
        CHECK(mended == court);
    }

    TEST_CASE("a picture whose words are the name of a file is said") {
        const std::string address = "](/images/" + std::string(64, 'a') + ".png#3x2)";
        CHECK(test::names_of(test::checked(base::Language::Fr, "![IMG_2031.jpg" + address)) == "file-name");
        CHECK(test::names_of(test::checked(base::Language::Fr, "![La porte du tribunal" + address)).empty());
    }

    TEST_CASE("a picture that no page shows is said, with its address") {
        const std::string ours = "/images/" + std::string(64, 'a') + ".png";
        const auto lost = [](const std::string& text) {
            std::string words = "none";
            for (const auto& one : test::checked(base::Language::Fr, text))
                if (one.flaw == Flaw::LostPicture) words = one.words;
            return words;
        };
        CHECK(lost("![La porte](" + ours + "#3x2)") == "none");
        CHECK(lost("Avant.\n\n![La [grande] porte](" + ours + "#3x2)\n\nAprès.") == "none");
        CHECK(lost("Ceci `![x](https://a.ma/x.png)` est du code.") == "none");
        CHECK(lost("\\![La porte](https://a.ma/x.png)") == "none");
        CHECK(lost("![La porte] [b](https://a.ma/x.png)") == "none");
        CHECK(lost("![La porte](" + ours + ")") == ours);
        CHECK(lost("![La porte](https://a.ma/porte.png)") == "https://a.ma/porte.png");
        CHECK(lost("![La porte](porte)") == "porte");
        CHECK(lost("![La porte](une porte)") == "none");
        CHECK(lost("![La porte](porte.png \"titre\")") == "porte.png");
        CHECK(lost("Voyez ![La porte](" + ours + "#3x2) ici.") == ours + "#3x2");
        CHECK(lost("![](" + ours + "#3x2)") == ours + "#3x2");
    }

    TEST_CASE("texts made to be slow are checked in good time") {
        for (const std::string part : {"](", "![", "![]", "![a](", "` ", "`", "&x", "<http", " ", "\u00A0", " .", "\"",
                                       "'", "[", "# ", "ه", "\u0640", "?\n"})
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
