// A moderator replaces passages of a text, and changes nothing else of it: also against who tries.
#include "shared/domain/redaction.hpp"

#include <doctest/doctest.h>
#include <random>
#include <string>

using namespace domain;
using enum ContributionProblem;

TEST_SUITE("shared/domain/redaction") {
    TEST_CASE("passages are replaced at the beginning, between and at the end") {
        const std::string text = "Sâadia du guichet 3 crie. Ajoutez un banc.\nMerci à Sâadia";
        CHECK(!redaction_problem(text, "[…] du guichet 3 crie. Ajoutez un banc.\nMerci à Sâadia"));
        CHECK(!redaction_problem(text, "[…] du guichet 3 crie. Ajoutez un banc.\nMerci à […]"));
        CHECK(!redaction_problem(text, "[…] Ajoutez un banc.[…]"));
        CHECK(!redaction_problem(text, "Sâadia du guichet […] crie. Ajoutez […] banc.\nMerci à Sâadia"));
        CHECK(!redaction_problem("الشباك 1 بعيد عن الباب", "الشباك 1 […] عن الباب"));
        CHECK(!redaction_problem("ⵔⵏⵓⵜ ⵢⴰⵏ ⵓⵙⴳⴰⵡⵔ", "ⵔⵏⵓⵜ […]"));
    }

    TEST_CASE("nothing else may be changed") {
        const std::string text = "Le greffier Untel ne répond pas. Ajoutez un banc.";
        for (const auto* changed :
             {"Le greffier […] répond pas. Ajoutez une chaise.", "[…] est très aimable. Ajoutez un banc.",
              "Le greffier […] ne répond pas. Ajoutez un banc. […]", "Ajoutez un banc. […]",
              "Le greffier Untel […] pas", "[…] Ajoutez un banc. Le greffier […]",
              "Le greffier [...] ne répond pas. Ajoutez un banc.", "Le greffier … ne répond pas. Ajoutez un banc.",
              "Le greffier ne répond pas. Ajoutez un banc.", "",
              "Le greffier Untel […]ne répond pas. Ajoutez un banc. ",
              "le greffier […] ne répond pas. Ajoutez un banc.", "Le greffier Untel ne répond pas. Ajoutez un banc.[…]",
              "[…]Le greffier Untel ne répond pas. Ajoutez un banc.",
              "Le greffier […]Untel ne répond pas. Ajoutez […] un banc."}) {
            CAPTURE(changed);
            CHECK(redaction_problem(text, changed) == TextAltered);
        }
        CHECK(redaction_problem(text, text) == PassageMissing);
    }

    TEST_CASE("where nothing would be left it is declined instead") {
        for (const auto* nothing : {"[…]", "[…] […].", "[…]\n[…]"})
            CHECK(redaction_problem("Untel Untel.\nUntel Untel.", nothing).has_value());
        CHECK(redaction_problem("Untel.", "[…].") == NothingLeft);
        CHECK(redaction_problem("Untel.", "[…]") == NothingLeft);
    }

    TEST_CASE("a number that was masked before stays, and may go with what is around it") {
        const std::string text = "Untel au […] ne répond pas";
        CHECK(!redaction_problem(text, "[…] au […] ne répond pas"));
        CHECK(!redaction_problem(text, "[…] ne répond pas"));
        CHECK(redaction_problem(text, "Untel au 0612345678 ne […] pas") == TextAltered);
    }

    TEST_CASE("broken bytes, and texts made to be slow, are judged") {
        CHECK(redaction_problem("é un", std::string("\xC3") + "[…] un") == TextAltered);
        CHECK(redaction_problem("é un", std::string("[…]") + "\xA9 un") == TextAltered);
        CHECK(redaction_problem("", "[…]") == TextAltered);
        std::string text, redacted;
        for (int i = 0; i < 1'000; ++i) text += "ab", redacted += i % 2 == 0 ? "a" : "[…]";
        CHECK(redaction_problem(text, redacted + "b") == std::nullopt);
        CHECK(redaction_problem(text, redacted + "c") == TextAltered);
    }

    TEST_CASE("of a thousand redactions at random each is one, and none with a letter more is") {
        std::mt19937 random(6);  // NOLINT: the same every time.
        for (int round = 0; round < 1'000; ++round) {
            std::string text(20 + random() % 60, ' ');
            for (auto& letter : text) letter = "abc "[random() % 4];
            const auto from = random() % 19, length = 1 + random() % (text.size() - from - 1);
            auto redacted = text;
            redacted.replace(from, length, passage_sign);
            CAPTURE(text);
            CAPTURE(redacted);
            CHECK(redaction_problem(text, redacted).value_or(NothingLeft) == NothingLeft);
            CHECK(redaction_problem(text, redacted.insert(random() % (from + 1), "x")) == TextAltered);
        }
    }
}
