#include <doctest/doctest.h>

#include "tests/shared/domain/item_checks/checked.hpp"

TEST_SUITE("shared/domain/item_checks/wording") {
    TEST_CASE("an alternative text says what a picture shows, not what its file is called") {
        for (const std::string_view text :
             {"", "IMG_2031.jpg", "gate.PNG", "DSC_0001", "image 3", "Photo", "صورة", "20261122"}) {
            CAPTURE(text);
            CHECK(test::names_of(domain::check_alternative_text("alt/fr", text)) == "file-name");
        }
        for (const std::string_view text :
             {"La porte du tribunal, avec une rampe", "Image de la façade du tribunal", "باب المحكمة", "ⵜⴰⴳⴳⵓⵔⵜ"}) {
            CAPTURE(text);
            CHECK(domain::check_alternative_text("alt/fr", text).empty());
        }
    }

    TEST_CASE("headings are read as a page reads them: underlined ones, too, and none within fences") {
        const auto ordered = [](const char* markdown) -> std::string {
            for (const auto& one : test::checked(base::Language::En, markdown))
                if (one.flaw == domain::Flaw::HeadingOrder) return one.mend.value();
            return "in order";
        };
        for (const char* good : {"Papers\n===\n\nCopies\n---\n\nOne.", "Papers\n=\n\n## Copies\n\nOne.",
                                 "# A\n\n```\n### no heading\n```\n\nOne.", "# A\n~~~\n# a\n``` \n### b\n~~~~\nOne.",
                                 "One.\n\n---\n\nTwo.", "- One\n---\nTwo", "> One\n---\nTwo", "1. One\n---\nTwo",
                                 "#hash, no heading", "- A\n\n      ### within", "One\ntwo\n===\n\nThree."}) {
            CAPTURE(good);
            CHECK(ordered(good) == "in order");
        }
        CHECK(ordered("Papers\n---\n\nOne.") == "Papers\n===\n\nOne.");
        CHECK(ordered("Papers\n  --- \n\nOne.") == "Papers\n  === \n\nOne.");
        CHECK(ordered("A\n---\n\nB\n---\n\nOne.") == "A\n===\n\nB\n---\n\nOne.");
        CHECK(ordered("```\n# no heading\n```\n\n## A\n\nOne.") == "```\n# no heading\n```\n\n# A\n\nOne.");
        CHECK(ordered("  ### A\n\nOne.") == "  # A\n\nOne.");
        CHECK(ordered("`a` b\n\n### A\n\nOne.") == "`a` b\n\n# A\n\nOne.");
    }

    TEST_CASE("a long sentence is shown by its beginning, with how long it is and may be") {
        std::string text = "Short one. ";
        for (int i = 0; i < 27; ++i) text += "word ";
        const auto found = domain::check_sentences("body/en", base::Language::En, text, false);
        REQUIRE(found.size() == 1);
        CHECK(found[0].count == 27);
        CHECK(found[0].limit == 25);
        CHECK(found[0].words.starts_with("word word"));
    }

    TEST_CASE("what is no Markdown keeps its stars, and what stands in an address is never mended") {
        const auto found =
            domain::check_typography("title/ar", base::Language::Ar, "الموقع, https://a.ma/?a=١,٢ مفتوح", false);
        REQUIRE(test::names_of(found) == "foreign-sign");
        CHECK(found[0].mend == "الموقع، https://a.ma/?a=١,٢ مفتوح");
    }

    TEST_CASE("every flaw has a name of its own") {
        for (std::size_t i = 0; i < domain::flaw_count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                CHECK(name_of(static_cast<domain::Flaw>(i)) != name_of(static_cast<domain::Flaw>(j)));
    }
}
