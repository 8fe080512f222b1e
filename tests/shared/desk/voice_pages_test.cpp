// What the pages of what people say ask for, keep, and leave out.
#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

#include "shared/desk/item_preview.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/document/html.hpp"
#include "shared/document/invariants.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "tests/support/voice_screens.hpp"

namespace {

using doc::Attribute;
using doc::Tag;
using domain::ContributionField;
using domain::ContributionProblem;
using domain::ContributionState;
using domain::ContributionStep;
using domain::DraftProblem;

const i18n::Text english(base::Language::En);

template <class Enum>
std::vector<Enum> all_of(std::size_t count) {
    std::vector<Enum> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<Enum>(i));
    return values;
}

void check_sound(const doc::Document& page) {
    for (const auto& sentence : doc::broken_invariants(page)) FAIL_CHECK(sentence);
}

int count_of(std::string_view text, std::string_view part) {
    int count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

doc::Document desk_page(const i18n::Text& tr, desk::VoiceView voice, std::vector<desk::StepForm> forms) {
    return desk::desk_voice_page(tr, {tr.language(), "rabat", "17"},
                                 {.district = test::a_listening_district(),
                                  .voice = std::move(voice),
                                  .version = 41,
                                  .forms = std::move(forms)});
}

doc::Document follow_page(const i18n::Text& tr, const desk::FollowData& data) {
    return desk::follow_page(tr, {tr.language(), data.code}, data);
}

desk::FollowData an_author(std::vector<desk::StepForm> forms) {
    auto data = test::a_follow(test::a_voice());
    data.is_author = true;
    data.secret = "4821-0937";
    data.forms = std::move(forms);
    return data;
}

doc::Document participate_page(const i18n::Text& tr, const desk::ParticipateData& data) {
    return desk::participate_page(tr, {tr.language(), "rabat", {}}, data);
}

// What the form with this action sends: name and value.
std::multimap<std::string, std::string> sent_by(const doc::Document& page, std::string_view action) {
    std::multimap<std::string, std::string> sent;
    doc::for_each(page.root, [&](const doc::Node& form) {
        if (form.tag != Tag::Form || form.attribute(Attribute::Action) != action) return;
        doc::for_each(form, [&](const doc::Node& node) {
            if (node.tag != Tag::Input && node.tag != Tag::Textarea) return;
            const bool is_radio = node.attribute(Attribute::Type) == "radio";
            if (is_radio && !node.has(Attribute::Checked)) return;
            sent.emplace(node.attribute(Attribute::Name), node.attribute(Attribute::Value));
        });
    });
    return sent;
}

std::string value_of(const std::multimap<std::string, std::string>& sent, const std::string& name) {
    const auto found = sent.find(name);
    return found == sent.end() ? "(not sent)" : found->second;
}

}  // namespace

TEST_SUITE("shared/desk/voice_pages") {
    TEST_CASE("whatever stands against whichever step is said above and at its field, in each language") {
        for (const auto language : base::languages)
            for (const auto step : all_of<ContributionStep>(domain::contribution_step_count))
                for (const auto problem : all_of<ContributionProblem>(domain::contribution_problem_count)) {
                    CAPTURE(domain::name_of(step));
                    CAPTURE(domain::name_of(problem));
                    const i18n::Text tr(language);
                    const desk::StepForm form{.step = step, .problem = problem};
                    const auto words = desk::problem_words(tr, step, problem).utf8;
                    for (const auto& page :
                         {desk_page(tr, test::a_voice(), {form}), follow_page(tr, an_author({form}))}) {
                        check_sound(page);
                        std::multiset<doc::Style> said;
                        doc::for_each(page.root, [&](const doc::Node& node) {
                            if (node.text.utf8 == words) said.insert(node.style);
                        });
                        CHECK(said == std::multiset{doc::Style::FieldError, doc::Style::ErrorsLink});
                    }
                }
    }

    TEST_CASE("a step asks for what its outcomes can need, and for nothing else") {
        using enum ContributionStep;
        const std::map<ContributionStep, std::set<std::string>> wanted{
            {Publish, {}},
            {Refer, {"words"}},
            {Decline, {"reason", "words"}},
            {Appeal, {"words"}},
            {Uphold, {}},
            {Overturn, {}},
            {Acknowledge, {}},
            {Ask, {"outcome", "words"}},
            {Supply, {"words"}},
            {Answer, {"outcome", "words", "proof", "by", "body", "merged-into"}},
            {DraftRefusal, {"outcome", "words", "legal-basis"}},
            {Agree, {}},
            {Disagree, {"words"}},
            {Contest, {"words"}},
            {Decide, {"outcome", "words", "proof", "by", "legal-basis", "body"}},
            {Fulfil, {"outcome", "words", "proof"}},
            {Withdraw, {}},
            {Redact, {"reason", "text"}},
            {ContestRedaction, {"words"}},
            {KeepRedaction, {}},
            {LiftRedaction, {}},
            {Correct, {"text"}},
            {AddNote, {"words"}}};
        for (const auto& [step, fields] : wanted) {
            CAPTURE(domain::name_of(step));
            const std::string prefix = std::string(domain::name_of(step)) + "-";
            // A choice that is made, so that it is sent.
            const auto possible = domain::outcomes_of(step);
            const desk::StepForm form{
                .step = step,
                .outcome = possible.empty() ? std::string() : std::string(domain::name_of(possible.back())),
                .reason = "off-topic"};
            const auto sent = sent_by(desk_page(english, test::a_voice(), {form}), "/en/desk/rabat/voice/17");
            std::set<std::string> names;
            for (const auto& [name, value] : sent)
                if (name.starts_with(prefix)) names.insert(name.substr(prefix.size()));
            CHECK(names == fields);
            CHECK(value_of(sent, "step") == domain::name_of(step));
            CHECK(value_of(sent, "version") == "41");
            if (fields.contains("outcome"))
                CHECK(value_of(sent, prefix + "outcome") == domain::name_of(possible.back()));
            if (fields.contains("reason")) CHECK(value_of(sent, prefix + "reason") == "off-topic");
        }
    }

    TEST_CASE("what was typed for a step stands in its fields, right or wrong") {
        const auto answer = test::an_answer(domain::Outcome::WillDo);
        const desk::StepForm form{.step = ContributionStep::Answer,
                                  .words = "<b> نص",
                                  .answer = answer,
                                  .outcome = "will-do",
                                  .by = "31/12",
                                  .problem = ContributionProblem::DateMissing};
        const auto sent = sent_by(desk_page(english, test::a_voice(), {form}), "/en/desk/rabat/voice/17");
        CHECK(value_of(sent, "answer-words") == "<b> نص");
        CHECK(value_of(sent, "answer-outcome") == "will-do");
        CHECK(value_of(sent, "answer-by") == "31/12");
        CHECK(value_of(sent, "answer-proof") == answer.proof);
        CHECK(value_of(sent, "answer-body") == answer.body);
        CHECK(value_of(sent, "answer-merged-into") == answer.merged_into);
    }

    TEST_CASE("whatever is wrong with a draft, all of it is said and nothing that was typed is lost") {
        constexpr std::array fields{ContributionField::Kind, ContributionField::Service, ContributionField::Text,
                                    ContributionField::Key, ContributionField::Form};
        for (const auto language : base::languages)
            for (const auto problem : all_of<DraftProblem>(domain::draft_problem_count)) {
                CAPTURE(domain::name_of(problem));
                const i18n::Text tr(language);
                desk::ParticipateData data{
                    .district = test::a_listening_district(),
                    .services = test::some_service_choices(),
                    .draft = {.kind = "question", .service = "complaint", .text = "Où ?\nهنا", .key = "k-1"}};
                for (const auto field : fields) data.errors.push_back({field, problem});
                const auto page = participate_page(tr, data);
                check_sound(page);
                CHECK(count_of(doc::to_html(page), "class=\"errors-item\"") == 5);
                CHECK(count_of(doc::to_html(page), "class=\"field-error\"") == 3);
                const auto sent = sent_by(page, routes::address_of(routes::Participate{tr.language(), "rabat", {}}));
                CHECK(value_of(sent, "kind") == "question");
                CHECK(value_of(sent, "service") == "complaint");
                CHECK(value_of(sent, "text") == "Où ?\nهنا");
                CHECK(value_of(sent, "key") == "k-1");
            }
    }

    TEST_CASE("the preview of what is typed comes alone as it stands in its page, and says what becomes of it") {
        for (const auto& screen : test::participations(english)) {
            CAPTURE(screen.name);
            const auto alone = desk::preview_alone(screen.document);
            const auto* there = doc::find(screen.document.root, alone.root.id);
            REQUIRE(there != nullptr);
            CHECK(*there == alone.root);
            // What the client puts the news into when there is no answer.
            CHECK(std::ranges::contains(alone.root.children, doc::Style::Note, &doc::Node::style));
            CHECK(alone.root.attribute(Attribute::AriaLabelledBy) == "preview");
        }
        desk::ParticipateData data{.district = test::a_listening_district(), .draft = {.kind = "question"}};
        const auto html_with = [&](desk::VoicePreview preview) {
            data.preview = std::move(preview);
            return doc::to_html(desk::preview_alone(participate_page(english, data)));
        };
        const auto says = [](const std::string& html, i18n::Key key) {
            return html.contains(doc::escape(english(key).text));
        };
        const auto open = html_with({.text = "Shown text"});
        CHECK(says(open, msg::voice_preview_open));
        CHECK(open.contains("Shown text"));
        CHECK(says(open, msg::voice_kind_question));
        CHECK(says(open, msg::voice_whole));
        const auto masked = html_with({.text = "Shown text", .is_masked = true, .is_held = true});
        CHECK(says(masked, msg::voice_preview_held));
        CHECK(says(masked, msg::voice_preview_masked));
        const auto secluded = html_with({.text = "Shown text", .is_private = true});
        CHECK(says(secluded, msg::voice_preview_private));
        CHECK_FALSE(secluded.contains("Shown text"));
        CHECK(says(html_with({}), msg::voice_preview_none));
    }

    TEST_CASE("a form that shows what was just sent takes no draft of the device in, but keeps its words there") {
        for (const bool is_typed : {false, true}) {
            desk::ParticipateData data{.district = test::a_listening_district(), .figures = {}, .is_typed = is_typed};
            const auto html = doc::to_html(participate_page(english, data));
            CHECK(count_of(html, "data-draft=\"kind service text\"") == 1);
            CHECK(count_of(html, "data-draft-kept=\"") == (is_typed ? 0 : 1));
            CHECK(count_of(html, "data-draft-drop=\"") == (is_typed ? 0 : 1));
        }
    }

    TEST_CASE("the number is a picture, too, that says in words what it is and holds no secret number") {
        for (const auto language : base::languages) {
            const i18n::Text tr(language);
            auto data = an_author({});
            data.secret = "1111 2222 3333 4444";
            const auto html = doc::to_html(follow_page(tr, data));
            CHECK(count_of(html, "<img") == 1);
            const auto picture = html.substr(html.find("<img"), html.find('>', html.find("<img")) - html.find("<img"));
            CHECK(picture.contains("/follow/" + data.code + "/qr.png"));
            CHECK(picture.contains(i18n::plain(tr(msg::voice_qr))));
            CHECK(!picture.contains("1111"));
        }
    }

    TEST_CASE("who has not shown the secret number sees no step to take and no number") {
        auto data = an_author({{.step = ContributionStep::Withdraw}});
        const auto action = routes::address_of(routes::Follow{base::Language::En, data.code});
        CHECK(value_of(sent_by(follow_page(english, data), action), "secret") == "4821-0937");
        CHECK(count_of(doc::to_html(follow_page(english, data)), "4821-0937") == 2);
        data.is_secret_known = true;
        CHECK(value_of(sent_by(follow_page(english, data), action), "secret") == "4821-0937");
        CHECK(count_of(doc::to_html(follow_page(english, data)), "4821-0937") == 1);
        data.is_author = false;
        data.secret.clear();
        CHECK_FALSE(sent_by(follow_page(english, data), action).contains("step"));
        const routes::Follow route{base::Language::En, data.code};
        CHECK(sent_by(follow_page(english, data), routes::address_of(route)).contains("secret"));
    }

    TEST_CASE("the public reads neither another's receipt nor a refusal that is not given yet") {
        auto merged = test::an_answered_voice(test::an_answer(domain::Outcome::Merged));
        auto drafted = test::a_voice(ContributionState::RefusalDrafted);
        const auto pages_of = [](const desk::VoiceView& voice) {
            return std::vector{participate_page(english, {.district = test::a_listening_district(), .voices = {voice}}),
                               desk::contribution_page(english, {base::Language::En, "rabat", "17"},
                                                       {test::a_listening_district(), voice}),
                               follow_page(english, test::a_follow(voice))};
        };
        for (const auto* number : {"", "9"}) {
            merged.merged_number = number;
            for (const auto& page : pages_of(merged)) {
                const auto html = doc::to_html(page);
                CHECK_FALSE(html.contains("1234567890123456"));
                CHECK(html.contains("/participate/9\"") == !merged.merged_number.empty());
            }
        }
        for (const auto& page : pages_of(drafted)) {
            const auto html = doc::to_html(page);
            CHECK(html.contains(english(msg::voice_state_acknowledged).text));
            CHECK_FALSE(html.contains(english(msg::voice_state_refusal_drafted).text));
        }
        CHECK(doc::to_html(desk_page(english, drafted, {})).contains(english(msg::voice_state_refusal_drafted).text));
    }

    TEST_CASE("whatever stands against a verdict is said above and at its field, in each language") {
        for (const auto language : base::languages)
            for (const auto problem : all_of<domain::VerdictProblem>(domain::verdict_problem_count)) {
                CAPTURE(domain::name_of(problem));
                const i18n::Text tr(language);
                auto data = an_author({});
                data.verdict = desk::VerdictForm{.choice = "helped", .words = "Kept words", .problem = problem};
                const auto page = follow_page(tr, data);
                check_sound(page);
                int above = 0, below = 0;
                std::string said;
                doc::for_each(page.root, [&](const doc::Node& node) {
                    if (node.style == doc::Style::FieldError) said = node.text.utf8, ++below;
                });
                doc::for_each(page.root, [&](const doc::Node& node) {
                    above += node.style == doc::Style::ErrorsLink && node.text.utf8 == said ? 1 : 0;
                });
                CHECK(above == 1);
                CHECK(below == 1);
                const auto sent = sent_by(page, routes::address_of(routes::Follow{language, data.code}));
                CHECK(value_of(sent, "own") == "verdict");
                CHECK(value_of(sent, "secret") == data.secret);
                CHECK(value_of(sent, "verdict") == "helped");
                CHECK(doc::to_html(page).contains("Kept words"));
            }
    }

    TEST_CASE("what its author says of an answer stands beside it, in the ledger and on its page") {
        auto voice = test::an_answered_voice(test::an_answer(domain::Outcome::Done));
        const auto pages_of = [&] {
            return std::vector{participate_page(english, {.district = test::a_listening_district(), .voices = {voice}}),
                               desk::contribution_page(english, {base::Language::En, "rabat", "17"},
                                                       {test::a_listening_district(), voice}),
                               follow_page(english, test::a_follow(voice)), desk_page(english, voice, {})};
        };
        const auto says = [](const doc::Document& page, i18n::Key key) {
            return doc::to_html(page).contains(doc::escape(english(key).text));
        };
        for (const auto& page : pages_of()) CHECK_FALSE(says(page, msg::verdict_fact));
        for (const bool helped : {true, false}) {
            voice.verdict = domain::AuthorVerdict{.helped = helped, .words = "Clear now", .is_public = true};
            for (const auto& page : pages_of()) {
                CHECK(says(page, helped ? msg::verdict_helped : msg::verdict_not_helped));
                CHECK(doc::to_html(page).contains("Clear now"));
                CHECK_FALSE(says(page, msg::verdict_held));
            }
        }
        voice.verdict->is_public = false;
        for (const auto& page : pages_of()) CHECK(says(page, msg::verdict_held));
    }

    TEST_CASE("what is done stands under what was said, before everything else that was said") {
        auto waiting = test::a_voice();
        waiting.number = "18";
        const auto html = doc::to_html(participate_page(
            english, {.district = test::a_listening_district(),
                      .voices = {waiting, test::an_answered_voice(test::an_answer(domain::Outcome::Done))}}));
        const auto ledger = html.find(english(msg::voice_ledger).text);
        const auto proof = html.find("لوحة عند الباب منذ 19 نونبر");
        const auto other = html.find("/participate/18\"");
        REQUIRE(other != std::string::npos);
        CHECK(ledger < proof);
        CHECK(proof < other);
    }

    TEST_CASE("that it is late stands right below the term that ended") {
        const auto lines_of = [](const desk::VoiceView& voice) {
            return doc::to_html(desk::contribution_page(english, {base::Language::En, "rabat", "17"},
                                                        {test::a_listening_district(), voice}));
        };
        auto voice = test::a_voice();
        voice.is_late = true;
        const auto unread = lines_of(voice);
        REQUIRE(unread.contains("answers by"));
        CHECK(unread.find("reads it by") < unread.find("Late:"));
        CHECK(unread.find("Late:") < unread.find("answers by"));
        voice.state = ContributionState::Acknowledged;
        voice.clock.acknowledged_on = base::Date{2026, 11, 5};
        const auto unanswered = lines_of(voice);
        CHECK(unanswered.find("reads it by") == std::string::npos);
        REQUIRE(unanswered.contains("Late:"));
        CHECK(unanswered.find("answers by") < unanswered.find("Late:"));
        // Nobody owes anything any more.
        voice.state = ContributionState::Withdrawn;
        const auto gone = lines_of(voice);
        CHECK_FALSE(gone.contains("answers by"));
        CHECK_FALSE(gone.contains("Late:"));
    }

    TEST_CASE("every rule that holds a text has its own sentence, and one that is not known a general one") {
        constexpr std::array<std::string_view, 25> names{
            "insult",      "threat",       "hate",           "sexual",       "phone-number",       "identity-number",
            "case-number", "about-a-case", "names-judge",    "names-party",  "accuses-person",     "link-spam",
            "advertising", "campaign",     "doxing-address", "bribe-offer",  "first-contribution", "trap",
            "not-opened",  "too-fast",     "duplicate",      "many-at-once", "likely-harm",        "everything-waits",
            "many-alike"};
        std::set<std::string> sentences{english(desk::words_of_concern("not-known")).text};
        for (const auto name : names) sentences.insert(english(desk::words_of_concern(name)).text);
        CHECK(sentences.size() == names.size() + 1);
    }

    TEST_CASE("sentences to copy are in the language of who asked, and only beside a step that answers") {
        for (const auto language : base::languages) {
            auto voice = test::a_voice();
            voice.language = language;
            const auto words = i18n::Text(language)(msg::voice_template_done).text;
            CHECK(doc::to_html(desk_page(english, voice, {{.step = ContributionStep::Answer}})).contains(words));
            CHECK_FALSE(
                doc::to_html(desk_page(english, voice, {{.step = ContributionStep::Acknowledge}})).contains(words));
        }
    }

    TEST_CASE("a redaction begins with the text as it is, and keeps what was typed") {
        const auto said = test::a_voice().text;
        const auto sent =
            sent_by(desk_page(english, test::a_voice(), {{.step = ContributionStep::Redact, .text = said}}),
                    "/en/desk/rabat/voice/17");
        CHECK(value_of(sent, "redact-text") == said);
        CHECK(value_of(sent, "version") == "41");
        CHECK(sent.count("redact-words") == 0);
        const auto tried = sent_by(desk_page(english, test::a_voice(),
                                             {{.step = ContributionStep::Redact,
                                               .reason = "insult",
                                               .text = "[…] typed",
                                               .problem = ContributionProblem::TextAltered}}),
                                   "/en/desk/rabat/voice/17");
        CHECK(value_of(tried, "redact-text") == "[…] typed");
        CHECK(value_of(tried, "redact-reason") == "insult");
    }

    TEST_CASE("a sealed original is asked for with a reason, and shown only where it was opened") {
        const auto page_of = [](std::optional<desk::SealedForm> sealed) {
            return desk::desk_voice_page(english, {base::Language::En, "rabat", "17"},
                                         {.district = test::a_listening_district(),
                                          .voice = test::a_redacted_voice(),
                                          .sealed = std::move(sealed)});
        };
        const std::string action = "/en/desk/rabat/voice/17/sealed";
        CHECK(sent_by(page_of({}), action).empty());
        const auto asked = page_of(desk::SealedForm{.until = {2027, 11, 6}, .why = "typed"});
        CHECK(value_of(sent_by(asked, action), "why") == "typed");
        const auto opened = page_of(desk::SealedForm{.until = {2027, 11, 6}, .opened = {"as it was"}});
        check_sound(opened);
        CHECK(sent_by(opened, action).empty());
        CHECK(count_of(doc::to_html(opened), "as it was") == 1);
    }
}
