// Data that wants to be markup, to be endless, or to turn the reading order around.
#include <array>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include "shared/document/html.hpp"
#include "shared/document/invariants.hpp"
#include "tests/support/screens.hpp"

namespace {

constexpr std::array attacks{
    std::string_view("<script>alert(1)</script>"),
    std::string_view("</title></script></textarea><img src=x onerror=alert(1)>"),
    std::string_view("\" onmouseover=\"alert(1)"),
    std::string_view("' autofocus onfocus='alert(1)"),
    std::string_view("<!--<script>"),
    std::string_view("]]><svg/onload=alert(1)>"),
    std::string_view("&lt;b&gt; &amp;amp; &#60;"),
    std::string_view("javascript:alert(1)"),
};

base::LocalizedText everywhere(std::string_view text) {
    const std::string copy(text);
    return {copy, copy, copy, copy};
}

domain::ServiceSheet sheet_of(std::string_view text) {
    auto sheet = test::a_service_sheet();
    sheet.title = sheet.short_title = sheet.summary = everywhere(text);
    for (auto* fact : {&sheet.who, &sheet.fee, &sheet.delay, &sheet.where, &sheet.legal_basis})
        *fact = test::a_sourced_fact(everywhere(text), std::string(text));
    sheet.papers = {{test::a_sourced_fact(everywhere(text), std::string(text))}, {test::an_example(everywhere(text))}};
    sheet.steps = {{.title = test::an_example(everywhere(text)),
                    .detail = test::a_sourced_fact(everywhere(text), std::string(text))}};
    return sheet;
}

domain::RatingDraft draft_of(std::string_view text) {
    const std::string copy(text);
    return {.level = copy, .completed = copy, .reasons = {copy, copy}, .text = copy, .key = copy};
}

std::string html_of(std::string_view text) {
    auto data = test::sheet_data(sheet_of(text));
    data.district.city = everywhere(text);
    const pages::RatingForm form{.draft = draft_of(text),
                                 .errors = {{domain::RatingField::Text, domain::RatingProblem::TextBroken}}};
    const auto document =
        pages::sheet_page(i18n::Text(base::Language::Ar), test::a_sheet_page(base::Language::Ar, data, form));
    for (const auto& sentence : doc::broken_invariants(document)) FAIL_CHECK(sentence);
    return doc::to_html(document);
}

test::Published published_of(std::string_view text) {
    test::Published published;
    const auto words = everywhere(text);
    auto& district = published.district;
    district.city = district.region = district.court_of_appeal = district.culture.welcome = words;
    for (auto& court : district.courts) court.name = words;
    for (auto& service : published.services) service.short_title = service.summary = words;
    for (auto& article : published.news) article.title = article.summary = words;
    for (auto& activity : published.activities) activity.title = activity.summary = words;
    for (auto& programme : published.programmes) programme.title = programme.summary = words;
    for (auto& resource : published.help.items) resource.title = resource.summary = words;
    return published;
}

// Every page of a district whose data is `text`.
std::vector<doc::Document> pages_of_district(const i18n::Text& tr, std::string_view text) {
    using routes::Section;
    const auto words = everywhere(text);
    const auto fact = test::a_sourced_fact(words, std::string(text));
    const test::DistrictPages pages(tr, published_of(text));
    auto now = test::a_moment();
    for (auto& court : now.courts) court.state.words = court.state.season = words;
    auto article = test::an_article();
    auto activity = test::an_activity();
    auto programme = test::a_programme();
    article.title = article.summary = words;
    activity.title = activity.summary = activity.place = activity.admission = words;
    programme.title = programme.summary = programme.milestones.front().title = words;
    article.body = activity.body = programme.body = test::a_body({std::string(text), std::string(text)});
    auto court = test::a_court_sheet();
    court.name = words;
    court.source = std::string(text);
    court.address = fact;
    court.access = court.hears = court.sections = {fact, test::an_example(words)};
    court.contacts = {{fact}, {test::an_example(words)}};
    for (const auto kind : {domain::ContactKind::Telephone, domain::ContactKind::Fax, domain::ContactKind::Email,
                            domain::ContactKind::Website})
        court.contacts.push_back({fact, kind, std::string(text)});
    auto document = test::a_resource(domain::ResourceKind::Document, "law");
    document.title = document.summary = words;
    document.source = std::string(text);
    auto question = test::a_resource(domain::ResourceKind::Question, "papers");
    question.title = words;
    question.body = article.body;
    return {pages.home(&now),
            pages.help(),
            pages.help_entry(document),
            pages.help_entry(question),
            pages.services(),
            pages.news(),
            pages.activities(&now),
            pages.programmes(),
            pages.courts(&now),
            pages.entry(Section::News, article),
            pages.entry(Section::Activities, activity),
            pages.entry(Section::Programmes, programme),
            pages.entry(Section::Courts, court, &now)};
}

std::vector<doc::Document> national_pages(const i18n::Text& tr, std::string_view text) {
    const auto words = everywhere(text);
    auto country = test::a_country();
    country.notices.front().title = country.notices.front().text = words;
    country.progress.front().title = words;
    auto& document = country.documents.front();
    document.title = document.summary = words;
    document.source = std::string(text);
    const std::vector districts{published_of(text).district};
    std::vector<doc::Document> all{pages::home_page(tr, {tr.language(), {}}, {country, districts}),
                                   pages::home_page(tr, {tr.language(), std::string(text)}, {country, districts})};
    for (const auto topic :
         {routes::Topic::Map, routes::Topic::Notices, routes::Topic::Documents, routes::Topic::Commitment})
        all.push_back(pages::national_page(tr, {tr.language(), topic}, {country, districts}));
    return all;
}

// What somebody said, and what was typed to say and to answer it.
std::vector<doc::Document> pages_of_voices(const i18n::Text& tr, std::string_view text) {
    using domain::ContributionStep;
    const std::string words(text);
    auto answer = test::an_answer(domain::Outcome::Done);
    answer.words = answer.proof = answer.body = answer.legal_basis = answer.merged_into = words;
    auto voice = test::an_answered_voice(answer);
    voice.text = words;
    voice.service_name = everywhere(text);
    auto district = test::rabat();
    district.city = everywhere(text);
    const desk::VoiceStepView step{
        .step = ContributionStep::Answer, .on = {2026, 11, 20}, .words = words, .answer = answer};
    const desk::StepForm form{.step = ContributionStep::Answer,
                              .words = words,
                              .answer = answer,
                              .outcome = words,
                              .reason = words,
                              .by = words,
                              .problem = domain::ContributionProblem::DateMissing};
    voice.verdict = domain::AuthorVerdict{.helped = true, .words = words, .is_public = true};
    auto follow = test::a_follow(voice);
    follow.is_author = true;
    follow.code = follow.secret = words;
    follow.district_name = everywhere(text);
    follow.steps = {step};
    follow.forms = {form};
    follow.verdict = desk::VerdictForm{.choice = words, .words = words, .problem = domain::VerdictProblem::WordsLong};
    return {desk::participate_page(tr, {tr.language(), "rabat", {}},
                                   {.district = district,
                                    .services = {{"complaint", everywhere(text)}},
                                    .voices = {voice},
                                    .draft = {.kind = words, .service = words, .text = words, .key = words},
                                    .preview = desk::VoicePreview{.text = words}}),
            desk::contribution_page(tr, {tr.language(), "rabat", "17"}, {district, voice, {step}}),
            desk::needs_page(tr, {tr.language(), "rabat"},
                             {.district = district,
                              .needs = {{.need = {.service = "complaint", .suggestions = 1},
                                         .service_name = everywhere(text),
                                         .newest = {voice}}}}),
            desk::follow_page(tr, {tr.language(), "1234-5678-9012-3456"}, follow),
            desk::inbox_page(tr, {tr.language(), "rabat", routes::Room::Voice, {}},
                             {.district = district, .voices = {voice}}),
            desk::desk_voice_page(tr, {tr.language(), "rabat", "17"},
                                  {.district = district,
                                   .voice = voice,
                                   .concerns = {words},
                                   .steps = {step},
                                   .forms = {form, {.step = ContributionStep::Decline, .words = words}}})};
}

// The tags of our own pages; anything else in the output came from the data.
bool is_ours(std::string_view tag) {
    constexpr std::array ours{"div",    "header", "nav", "main",   "footer", "section", "form",     "fieldset",
                              "legend", "h1",     "h2",  "h3",     "p",      "ul",      "ol",       "li",
                              "dl",     "dt",     "dd",  "a",      "button", "input",   "textarea", "label",
                              "svg",    "path",   "bdi", "strong", "span"};
    for (const std::string_view name : ours)
        if (tag == name) return true;
    return false;
}

void check_tags(std::string_view html) {
    for (auto at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        const auto name_at = at + 1 + (html.substr(at + 1).starts_with('/') ? 1 : 0);
        const auto name = html.substr(name_at, html.find_first_of(" >", name_at) - name_at);
        const bool is_picture = html.substr(at).starts_with("<img class=\"picture\" data-n=\"");
        if (!is_picture && !is_ours(name)) FAIL_CHECK("a tag that is not ours: " << name);
    }
}

// Inside tags only: an event handler or a script address in an attribute.
void check_attributes(std::string_view html) {
    for (auto at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        bool quoted = false;
        for (auto end = at; end < html.size() && (quoted || html[end] != '>'); ++end) {
            if (html[end] == '"') quoted = !quoted;
            if (!quoted && html.substr(end).starts_with(" on"))
                FAIL_CHECK("an event handler: " << html.substr(end, 40));
            if (!quoted && html.substr(end).starts_with(" href=\"javascript:")) FAIL_CHECK("a link that runs");
        }
    }
}

}  // namespace

TEST_SUITE("shared/pages/hostile") {
    TEST_CASE("no text of the data or of a person becomes markup") {
        for (const auto attack : attacks) {
            CAPTURE(attack);
            const auto html = html_of(attack);
            check_tags(html);
            check_attributes(html);
            CHECK(html.find(doc::escape(attack)) != std::string::npos);
        }
    }

    TEST_CASE("no text that a district or the country publishes becomes markup") {
        const i18n::Text tr(base::Language::Ar);
        for (const auto attack : attacks) {
            CAPTURE(attack);
            auto documents = pages_of_district(tr, attack);
            for (auto& page : national_pages(tr, attack)) documents.push_back(std::move(page));
            for (const auto& document : documents) {
                for (const auto& sentence : doc::broken_invariants(document)) FAIL_CHECK(sentence);
                const auto html = doc::to_html(document);
                check_tags(html);
                check_attributes(html);
            }
        }
    }

    TEST_CASE("nothing that somebody says to a court, or a court answers, becomes markup") {
        const i18n::Text tr(base::Language::Ar);
        for (const auto attack : attacks)
            for (const auto& document : pages_of_voices(tr, attack)) {
                for (const auto& sentence : doc::broken_invariants(document)) FAIL_CHECK(sentence);
                const auto html = doc::to_html(document);
                check_tags(html);
                check_attributes(html);
                CHECK(html.contains(doc::escape(attack)));
            }
    }

    TEST_CASE("a word of 64 KiB is printed whole") {
        const std::string word(64 * 1024, 'w');
        const auto html = html_of(word);
        CHECK(html.find(word) != std::string::npos);
    }

    TEST_CASE("what a person wrote is cleaned of overrides before a receipt shows it") {
        const std::string written = "abc \u202Edcba\u202C \u2066x\u2069 \u200Fy";
        auto receipt = test::a_receipt();
        receipt.rating.text = domain::clean_text(written);
        const auto document =
            pages::receipt_page(i18n::Text(base::Language::Fr), test::a_receipt_page(base::Language::Fr, receipt));
        for (const auto& sentence : doc::broken_invariants(document)) FAIL_CHECK(sentence);
        const auto html = doc::to_html(document);
        CHECK(html.find("\u202E") == std::string::npos);
        CHECK(html.find("\u200Fy") != std::string::npos);
    }

    TEST_CASE("a receipt number that is no number leads nowhere and stays text") {
        for (const auto attack : attacks) {
            pages::ReceiptPage page{.route = {base::Language::En, std::string(attack)},
                                    .answer = pages::ReceiptRefusal{.trouble = pages::ReceiptTrouble::Mistyped}};
            const auto html = doc::to_html(pages::receipt_page(i18n::Text(base::Language::En), page));
            check_tags(html);
            check_attributes(html);
        }
    }
}
