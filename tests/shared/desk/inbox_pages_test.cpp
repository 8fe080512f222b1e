// What an inbox is narrowed down by, who takes care of what, and what is answered together, as pages.
#include <doctest/doctest.h>

#include "shared/base/utf8.hpp"
#include "shared/desk/bulk.hpp"
#include "shared/document/html.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "tests/support/voice_screens.hpp"

namespace {

using domain::ContributionProblem;
using domain::ContributionState;
using domain::ContributionStep;

const i18n::Text english(base::Language::En);

int count_of(std::string_view text, std::string_view part) {
    int count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_SUITE("shared/desk/inbox_pages") {
    TEST_CASE("the inbox shows the beginning of a text, whole characters and three lines of it") {
        const auto inbox = [](std::string text) {
            auto voice = test::a_voice();
            voice.text = std::move(text);
            return doc::to_html(desk::inbox_page(english, {base::Language::En, "rabat", routes::Room::Voice, {}},
                                                 {.district = test::a_listening_district(), .voices = {voice}}));
        };
        std::string endless;
        for (int i = 0; i < 400; ++i) endless += "ⵣ";
        CHECK(base::is_well_formed(inbox(endless)));
        CHECK(count_of(inbox(endless), "ⵣ") >= 240);
        CHECK(count_of(inbox(endless), "ⵣ") < 300);
        CHECK(inbox("eins\nzwei\ndrei\nvier").contains("eins\nzwei\ndrei…"));
        CHECK(inbox("eins\nzwei\ndrei").contains("eins\nzwei\ndrei<"));
    }

    TEST_CASE("an inbox is narrowed down by links that keep what else was chosen, each with how many there are") {
        using domain::ContributionKind;
        const std::vector<domain::VoiceGroup> groups{
            {.clock = domain::TermGroup::Late, .kind = ContributionKind::Question, .service = "complaint", .count = 2},
            {.clock = std::nullopt, .kind = ContributionKind::Comment, .service = "", .count = 3}};
        const auto page_of = [&](domain::VoiceFilter only) {
            return doc::to_html(desk::inbox_page(english, {base::Language::En, "rabat", routes::Room::Voice, {}},
                                                 {.district = test::a_listening_district(),
                                                  .shelf = desk::VoiceShelf::Court,
                                                  .only = std::move(only),
                                                  .groups = groups,
                                                  .services = {{"", {}}, {"complaint", {}}},
                                                  .voices = {test::a_voice()},
                                                  .next = "show=court&amp;kind=question&amp;after=17"}));
        };
        const auto html = page_of({.kind = ContributionKind::Question});
        const auto leads = [&](const std::string& query) {
            return html.contains("href=\"/en/desk/rabat/voice?" + query + "\"");
        };
        CHECK(leads("show=court&amp;kind=question"));
        CHECK(leads("show=court&amp;clock=late&amp;kind=question"));
        CHECK(leads("show=court&amp;clock=soon&amp;kind=question"));
        CHECK(leads("show=court&amp;kind=comment"));
        // One subject is no choice, unless it was chosen.
        CHECK_FALSE(leads("show=court&amp;kind=question&amp;service=complaint"));
        CHECK(page_of({.kind = ContributionKind::Question, .service = "complaint"})
                  .contains("href=\"/en/desk/rabat/voice?show=court&amp;kind=question\""));
        // The figure of a part counts all that lies on it.
        for (const auto shelf : desk::voice_shelves) CHECK(leads("show=" + std::string(desk::name_of(shelf))));
        CHECK_FALSE(leads("show=closed&amp;kind=question"));
        // What there is nothing of is not offered: no comment about the district as a whole is a question.
        CHECK_FALSE(leads("show=court&amp;kind=rating"));
        CHECK_FALSE(leads("show=court&amp;kind=question&amp;service=-"));
        CHECK(count_of(html, ">2</bdi> messages") == 4);
        CHECK(count_of(html, ">3</bdi> messages") == 1);
        // The language, the part, and one of each row.
        CHECK(count_of(html, "aria-current=\"true\"") == 5);
    }

    TEST_CASE("who takes care of it stands on its page and in the inbox; what one may do about that has its button") {
        const auto page_of = [](desk::AssignmentForm form, std::string name = {}) {
            auto voice = test::a_voice();
            voice.assigned_to = std::move(name);
            return doc::to_html(desk::desk_voice_page(
                english, {base::Language::En, "rabat", "17"},
                {.district = test::a_listening_district(), .voice = std::move(voice), .assignment = std::move(form)}));
        };
        const std::string action = "action=\"/en/desk/rabat/voice/17/assignment\"";
        CHECK(page_of({}).contains("Nobody yet"));
        CHECK(count_of(page_of({}), action) == 0);
        const auto free = page_of({.own_name = "<b>me"});
        CHECK(count_of(free, action) == 1);
        CHECK(free.contains("value=\"&lt;b&gt;me\""));
        const auto mine = page_of({.may_give_back = true}, "me");
        CHECK(count_of(mine, action) == 1);
        CHECK_FALSE(mine.contains("Nobody yet"));
        const auto head = page_of({.own_name = "head",
                                   .may_give_back = true,
                                   .colleagues = {{"one", domain::Role::Editor}, {"two", domain::Role::Moderator}}},
                                  "three");
        CHECK(count_of(head, action) == 3);
        for (const auto* name : {"one", "two"}) CHECK(head.contains("value=\"" + std::string(name) + "\""));
        CHECK(page_of({.problem = domain::AssignmentProblem::Taken}).contains("href=\"#assignment\""));
        auto taken = test::a_voice();
        taken.assigned_to = "three";
        const auto inbox =
            doc::to_html(desk::inbox_page(english, {base::Language::En, "rabat", routes::Room::Voice, {}},
                                          {.district = test::a_listening_district(), .voices = {taken}}));
        CHECK(inbox.contains("three"));
    }

    TEST_CASE("who answers ticks what the court can act on; each tick says which version was seen") {
        auto open = test::a_voice(ContributionState::Published), closed = test::a_voice(ContributionState::Answered);
        open.number = "17";
        open.version = 3;
        closed.number = "18";
        const auto inbox = [&](std::optional<desk::StepForm> answer, std::optional<desk::TickProblem> problem = {}) {
            return doc::to_html(desk::inbox_page(english,
                                                 {base::Language::En, "rabat", routes::Room::Voice, "show=all"},
                                                 {.district = test::a_listening_district(),
                                                  .voices = {open, closed},
                                                  .answer = std::move(answer),
                                                  .problem = problem}));
        };
        CHECK(count_of(inbox(std::nullopt), "type=\"checkbox\"") == 0);
        const auto html = inbox(desk::StepForm{.step = ContributionStep::Answer, .words = "Typed before."});
        CHECK(count_of(html, "type=\"checkbox\"") == 1);
        CHECK(html.contains("value=\"17-3\""));
        CHECK(html.contains("action=\"/en/desk/rabat/voice?show=all\""));
        CHECK(html.contains("Typed before."));
        CHECK(html.find("value=\"answer\"") < html.find("value=\"acknowledge\""));
        const auto wrong = inbox(desk::StepForm{.step = ContributionStep::Answer}, desk::TickProblem::NothingTicked);
        CHECK(wrong.contains("href=\"#answer-send\""));
        CHECK(wrong.contains(english(msg::voice_bulk_none).text));
    }

    TEST_CASE("the result names what was done and what not, and why; what was not is ticked again, with the words") {
        auto done = test::a_voice(ContributionState::Answered), refused = test::a_voice(ContributionState::Published),
             changed = test::a_voice(ContributionState::Acknowledged);
        done.number = "17";
        refused.number = "18";
        changed.number = "19";
        const auto html =
            doc::to_html(desk::bulk_page(english, {base::Language::En, "rabat", routes::Room::Voice, {}},
                                         {.district = test::a_listening_district(),
                                          .results = {{.voice = done},
                                                      {.voice = refused, .problem = ContributionProblem::WrongState},
                                                      {.voice = changed, .has_changed = true}},
                                          .answer = {.step = ContributionStep::Answer, .words = "Typed before."}}));
        for (const auto* number : {"17", "18", "19"})
            CHECK(html.contains("href=\"/en/desk/rabat/voice/" + std::string(number) + "\""));
        CHECK(html.contains(english(msg::voice_bulk_changed).text));
        CHECK(html.contains("Typed before."));
        CHECK_FALSE(html.contains("value=\"17-"));
        // What went on meanwhile is not ticked: it is read first.
        CHECK(count_of(html, "type=\"checkbox\"") == 2);
        CHECK(count_of(html, "checked") == 1);
    }

    TEST_CASE("where nothing fits the page says so and leads to the whole part; a slug of an address is no markup") {
        const auto page = [](domain::VoiceFilter only) {
            return doc::to_html(desk::inbox_page(
                english, {base::Language::En, "rabat", routes::Room::Voice, {}},
                {.district = test::a_listening_district(), .only = std::move(only), .services = {{"a\"b&c", {}}}}));
        };
        const auto none = english(msg::voice_filter_none_title).text;
        CHECK(page({.clock = domain::TermGroup::Late}).contains(none));
        CHECK(page({.clock = domain::TermGroup::Late}).contains(english(msg::voice_filter_drop).text));
        CHECK_FALSE(page({}).contains(none));
        const auto hostile = page({.service = "a\"b&c"});
        CHECK(hostile.contains("service=a%22b%26c\""));
        CHECK_FALSE(hostile.contains("a\"b&c"));
    }

    TEST_CASE("the parts of an inbox have names that are read as they are written") {
        for (const auto shelf : desk::voice_shelves) CHECK(desk::parse_voice_shelf(desk::name_of(shelf)) == shelf);
        CHECK_FALSE(desk::parse_voice_shelf("Court"));
        CHECK_FALSE(desk::parse_voice_shelf(""));
    }
}
