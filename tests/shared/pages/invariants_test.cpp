#include "shared/document/invariants.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>

#include "shared/document/html.hpp"
#include "tests/support/screens.hpp"

namespace {

using domain::RatingField;
using domain::RatingProblem;

void check_sound(const doc::Document& document) {
    for (const auto& sentence : doc::broken_invariants(document)) FAIL_CHECK(sentence);
}

constexpr std::array every_field{RatingField::Level, RatingField::Completed, RatingField::Reasons,
                                 RatingField::Text,  RatingField::Key,       RatingField::Form};
constexpr auto last_problem = RatingProblem::Offline;

template <class Check>
void for_every_problem(Check check) {
    for (const auto field : every_field)
        for (int problem = 0; problem <= static_cast<int>(last_problem); ++problem)
            check(domain::RatingError{field, static_cast<RatingProblem>(problem)});
}

std::string repeated(std::string_view word, int times) {
    std::string text;
    for (int time = 0; time < times; ++time) text += word;
    return text;
}

pages::RatingForm with_error(domain::RatingError error) {
    return {.draft = test::a_filled_draft(), .errors = {error}, .wait_minutes = 3};
}

}  // namespace

TEST_SUITE("shared/pages/invariants") {
    TEST_CASE("every page is sound in every language and state") {
        for (const auto language : base::languages)
            for (const auto& screen : test::screens(language)) {
                CAPTURE(base::code_of(language));
                CAPTURE(screen.name);
                check_sound(screen.document);
            }
    }

    TEST_CASE("every page names its own address in the four languages") {
        for (const auto language : base::languages)
            for (const auto& screen : test::screens(language)) {
                CAPTURE(screen.name);
                const auto own = std::ranges::find(screen.document.alternates, language, &doc::Alternate::language);
                REQUIRE(own != screen.document.alternates.end());
                CHECK(own->href == screen.document.address);
            }
    }

    TEST_CASE("a link that is called the current page leads to it, whatever part of it is shown") {
        for (const auto& screen : test::screens(base::Language::Fr)) {
            CAPTURE(screen.name);
            const auto own = screen.document.address.substr(0, screen.document.address.find('?'));
            doc::for_each(screen.document.root, [&](const doc::Node& node) {
                if (node.attribute(doc::Attribute::AriaCurrent) == "page")
                    CHECK(node.attribute(doc::Attribute::Href) == own);
            });
        }
    }

    TEST_CASE("the sheet is sound with an error of every kind at every field") {
        for (const auto language : base::languages)
            for_every_problem([&](domain::RatingError error) {
                CAPTURE(domain::name_of(error.field));
                CAPTURE(domain::name_of(error.problem));
                check_sound(pages::sheet_page(i18n::Text(language),
                                              test::a_sheet_page(language, test::sheet_data(), with_error(error))));
            });
    }

    TEST_CASE("an error is said twice in the same words: in the summary and at its field") {
        for (const auto language : base::languages) {
            const i18n::Text tr(language);
            const auto form = with_error({RatingField::Level, RatingProblem::LevelMissing});
            const auto html =
                doc::to_html(pages::sheet_page(tr, test::a_sheet_page(language, test::sheet_data(), form)));
            const auto words = doc::escape(pages::problem_words(tr, form, form.errors.front()).utf8);
            const auto first = html.find(words);
            REQUIRE(first != std::string::npos);
            CHECK(html.find(words, first + 1) != std::string::npos);
        }
    }

    TEST_CASE("the page with an error says so at the start of its title") {
        for (const auto language : base::languages) {
            const i18n::Text tr(language);
            const auto calm = pages::sheet_page(tr, test::a_sheet_page(language)).title;
            const auto refused =
                pages::sheet_page(tr, test::a_sheet_page(language, test::sheet_data(),
                                                         with_error({RatingField::Level, RatingProblem::LevelMissing})))
                    .title;
            CHECK(refused.size() > calm.size());
            CHECK_FALSE(refused.starts_with(calm.substr(0, 4)));
        }
    }

    TEST_CASE("the sheet is sound with texts of any length") {
        for (const auto language : base::languages)
            for (const int times : {0, 1, 50, 6'000}) {
                CAPTURE(times);
                auto sheet = test::a_service_sheet();
                const std::string text = repeated("كلمة ", times);
                sheet.title = sheet.summary = sheet.fee.text = sheet.papers[0].text = {text, text, text, text};
                if (times == 0) sheet.title = test::words("A title is always there");
                auto draft = test::a_filled_draft();
                draft.text = text;
                check_sound(pages::sheet_page(
                    i18n::Text(language),
                    test::a_sheet_page(language, test::sheet_data(sheet), {.draft = draft, .errors = {}})));
            }
    }

    TEST_CASE("a text that the page's language lacks is marked with the language it has") {
        auto sheet = test::a_service_sheet();
        sheet.title = {"عنوان", "", "", ""};
        const auto html = doc::to_html(pages::sheet_page(
            i18n::Text(base::Language::Zgh), test::a_sheet_page(base::Language::Zgh, test::sheet_data(sheet))));
        const auto h1 = html.substr(html.find("<h1"), html.find("</h1>") - html.find("<h1"));
        CHECK(h1.find("lang=\"ar\" dir=\"rtl\"") != std::string::npos);
    }

    TEST_CASE("a sheet without papers, steps, sources or other services is sound") {
        auto sheet = test::a_service_sheet();
        sheet.papers.clear();
        sheet.steps.clear();
        sheet.online_address.clear();
        sheet.last_checked.reset();
        sheet.who.text = sheet.legal_basis.text = {};
        auto data = test::sheet_data(sheet);
        data.services.clear();
        for (const auto language : base::languages)
            check_sound(pages::sheet_page(i18n::Text(language), test::a_sheet_page(language, data)));
    }
}
