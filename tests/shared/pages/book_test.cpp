#include "shared/pages/book.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

#include "shared/document/html.hpp"
#include "shared/pages/listing.hpp"
#include "shared/pages/receipt.hpp"
#include "tests/support/district_screens.hpp"

namespace {

using base::ErrorCode;
using base::Language;
using routes::Section;
using routes::Topic;

const i18n::Text tr(Language::Fr);

std::string receipt_code() { return test::a_receipt().code.hyphenated(); }

// One page of each kind, about what the builders build.
std::vector<routes::Page> every_page() {
    std::vector<routes::Page> pages{routes::Home{Language::Fr, {}}, routes::District{Language::Fr, "rabat"},
                                    routes::Sheet{Language::Fr, "rabat", "registry-extract"},
                                    routes::Opening{Language::Fr, "rabat"},
                                    routes::Receipt{Language::Fr, receipt_code()}};
    for (const auto topic :
         {Topic::Map, Topic::Notices, Topic::Documents, Topic::Commitment, Topic::Accessibility, Topic::Privacy})
        pages.push_back(routes::National{Language::Fr, topic});
    for (const auto section :
         {Section::Services, Section::News, Section::Activities, Section::Programmes, Section::Courts, Section::Help})
        pages.push_back(routes::Listing{Language::Fr, "rabat", section});
    pages.push_back(routes::Entry{Language::Fr, "rabat", Section::News, "new-counter"});
    pages.push_back(routes::Entry{Language::Fr, "rabat", Section::Activities, "open-day"});
    pages.push_back(routes::Entry{Language::Fr, "rabat", Section::Programmes, "one-counter"});
    pages.push_back(routes::Entry{Language::Fr, "rabat", Section::Courts, "tpi-rabat"});
    pages.push_back(routes::Entry{Language::Fr, "rabat", Section::Help, "papers"});
    pages.push_back(routes::Listing{Language::Fr, {}, Section::Help});
    pages.push_back(routes::Entry{Language::Fr, {}, Section::Help, "editor"});
    return pages;
}

// What the page of a list asks for.
std::string asked_list(Section section, std::string_view after = {}) {
    return routes::api_list("rabat", section, {.limit = pages::entries_on_a_page(section), .after = after});
}

std::string asked_guides() {
    return routes::api_list({}, Section::Help, {.limit = pages::entries_on_a_page(Section::Help)});
}

// Answers and errors by address.
class Library {
public:
    static Library full() {
        Library library;
        const test::Published published;
        auto& answers = library.answers_;
        answers[routes::api_national()] = test::a_country();
        answers[routes::api_districts()] = test::some_districts();
        answers[routes::api_district("rabat")] = published.district;
        answers[routes::api_opening("rabat")] = domain::PortalReport{.active_since = base::Date{2026, 11, 20}};
        answers[routes::api_now("rabat")] = test::a_moment();
        answers[asked_list(Section::Services)] = published.services;
        answers[asked_list(Section::News)] = published.news;
        answers[routes::api_list("rabat", Section::News, {.limit = pages::asked_news})] = published.news;
        answers[asked_list(Section::Activities)] = published.activities;
        answers[routes::api_coming("rabat")] = published.activities;
        answers[asked_list(Section::Programmes)] = published.programmes;
        answers[routes::api_list("rabat", Section::Programmes, {.limit = pages::asked_programmes})] =
            published.programmes;
        answers[routes::api_entry("rabat", Section::Services, "registry-extract")] = test::a_service_sheet();
        answers[routes::api_entry("rabat", Section::News, "new-counter")] = test::an_article();
        answers[routes::api_entry("rabat", Section::Activities, "open-day")] = test::an_activity();
        answers[routes::api_entry("rabat", Section::Programmes, "one-counter")] = test::a_programme();
        answers[routes::api_entry("rabat", Section::Courts, "tpi-rabat")] = test::a_court_sheet();
        answers[asked_list(Section::Help)] = published.help;
        answers[routes::api_entry("rabat", Section::Help, "papers")] =
            test::a_resource(domain::ResourceKind::Question, "papers");
        answers[asked_guides()] = domain::List<domain::Resource>({test::a_guide()});
        answers[routes::api_entry({}, Section::Help, "editor")] = test::a_guide();
        answers[routes::api_receipt(receipt_code())] = test::a_receipt();
        return library;
    }

    void forget(const std::string& address) { answers_.erase(address); }
    void fail(const std::string& address, ErrorCode code) {
        forget(address);
        errors_[address] = {code, "a test"};
    }
    void put(const std::string& address, domain::Answer answer) { answers_[address] = std::move(answer); }

    pages::Lookup lookup() const {
        return [this](const std::string& address) -> pages::Known {
            const auto answer = answers_.find(address);
            const auto error = errors_.find(address);
            return {.answer = answer == answers_.end() ? nullptr : &answer->second,
                    .error = error == errors_.end() ? nullptr : &error->second,
                    .wait_minutes = 4};
        };
    }

    std::string html(const routes::Page& page) const { return doc::to_html(pages::page_of(tr, page, lookup())); }
    std::set<std::string> questions(const routes::Page& page) const {
        std::set<std::string> addresses;
        for (const auto& question : pages::questions_of(page, lookup())) addresses.insert(question.address);
        return addresses;
    }

private:
    std::map<std::string, domain::Answer> answers_;
    std::map<std::string, base::Error> errors_;
};

std::string words(i18n::Key key) { return doc::escape(i18n::plain(tr(key))); }

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

bool is_now(const std::string& address) { return address == routes::api_now("rabat"); }

// A section of the page, by its own heading.
std::string section_under(const std::string& html, i18n::Key heading) {
    const auto begin = html.find(">" + words(heading) + "</h2>");
    return begin == std::string::npos ? std::string() : html.substr(begin, html.find("</section>", begin) - begin);
}

}  // namespace

TEST_SUITE("shared/pages/book") {
    TEST_CASE("the pages of this test are one of each kind that the routes know") {
        std::set<std::string_view> known, tried;
        for (const auto& kind : routes::page_kinds())
            if (!kind.is_private) known.insert(kind.name);
        for (const auto& page : every_page()) tried.insert(routes::kind_of(page));
        CHECK(tried == known);
    }

    TEST_CASE("a list that goes on has a link to its next page, in the same language; its last page has none") {
        auto library = Library::full();
        const routes::Listing first{Language::Fr, "rabat", Section::News};
        CHECK_FALSE(library.html(first).contains("?after="));
        library.put(asked_list(Section::News),
                    domain::List<domain::Article>({test::an_article()}, "-20778.new-counter"));
        const auto html = library.html(first);
        CHECK(html.contains("href=\"/fr/d/rabat/news?after=-20778.new-counter\""));
        CHECK(html.contains(words(msg::older_news)));
        auto second = first;
        second.after = "-20778.new-counter";
        CHECK(library.questions(second).contains(asked_list(Section::News, second.after)));
        library.put(asked_list(Section::News, second.after),
                    domain::List<domain::Article>({test::an_article("older")}));
        CHECK(library.html(second).contains("href=\"/ar/d/rabat/news?after=-20778.new-counter\""));  // The languages.
        CHECK_FALSE(library.html(second).contains(words(msg::older_news)));
    }

    TEST_CASE("a fact that the court has not looked at for long says so, with the first day on which it did not hold") {
        auto library = Library::full();
        const routes::Sheet page{Language::Fr, "rabat", "registry-extract"};
        CHECK(count_of(library.html(page), "2 septembre 2026") == 0);
        library.put(routes::api_entry("rabat", Section::Services, page.service), test::an_outdated_sheet());
        CHECK(count_of(library.html(page), "2 septembre 2026") == 2);  // Of the first paper, and of the fee.

        const routes::Entry court_page{Language::Fr, "rabat", Section::Courts, "tpi-rabat"};
        CHECK(library.html(court_page).contains(words(msg::not_yet_checked)));
        auto court = test::a_court_sheet();
        const auto html = [&] {
            library.put(routes::api_entry("rabat", Section::Courts, "tpi-rabat"), court);
            return library.html(court_page);
        };
        court.address.holds_until = base::Date{2026, 9, 1};
        CHECK(html().contains(words(msg::not_yet_checked)));  // Not of the address alone.
        for (auto& fact : court.access) fact.holds_until = base::Date{2027, 1, 1};
        for (auto& contact : court.contacts) contact.holds_until = base::Date{2027, 1, 1};
        CHECK_FALSE(html().contains(words(msg::not_yet_checked)));
        CHECK(count_of(html(), "2 septembre 2026") == 0);
        court.address.is_outdated = true;
        CHECK(count_of(html(), "2 septembre 2026") == 1);
    }

    TEST_CASE("a contact is said in words, and led to where a browser can; words alone stand as they are") {
        auto library = Library::full();
        const auto contacts = [&](Language language) {
            const i18n::Text text(language);
            const auto html = doc::to_html(
                pages::page_of(text, routes::Entry{language, "rabat", Section::Courts, "tpi-rabat"}, library.lookup()));
            const auto at = html.find(doc::escape(text(msg::court_contacts).text));
            REQUIRE(at != std::string::npos);
            return html.substr(at, html.find("</section>", at) - at);
        };
        for (const auto language : base::languages) {
            CAPTURE(base::code_of(language));
            const i18n::Text text(language);
            const auto html = contacts(language);
            for (const auto kind : {msg::contact_telephone, msg::contact_fax, msg::contact_email, msg::contact_website,
                                    msg::example_mark})
                CHECK(html.contains(doc::escape(text(kind).text)));
            for (const auto* link :
                 {"href=\"tel:+212537000000\"", "href=\"mailto:greffe.civil@tpi-rabat.court.example\"",
                  "href=\"https://tpi-rabat.court.example/contact\""})
                CHECK(count_of(html, link) == 1);
            CHECK(count_of(html, "href=") == 3);  // Not of the fax, nor of words.
            for (const auto* value :
                 {"+212 5 37 00 00 00", "+212 5 37 00 00 01", "greffe.civil@tpi-rabat.court.example",
                  "https://tpi-rabat.court.example/contact"})
                CHECK(count_of(html, std::string(">") + value + "</bdi>") == 1);
        }
        auto court = test::a_court_sheet();
        court.contacts = {{test::an_example({"", "", "Tél. 05 37 00 00 00", ""})}};
        library.put(routes::api_entry("rabat", Section::Courts, "tpi-rabat"), court);
        const auto words_alone = contacts(Language::Fr);
        CHECK(words_alone.contains("Tél. 05 37 00 00 00</p>"));
        CHECK_FALSE(words_alone.contains("href="));
        CHECK_FALSE(words_alone.contains(words(msg::contact_telephone)));
    }

    TEST_CASE("only what shows how it will look is called an example") {
        auto library = Library::full();
        const routes::Entry page{Language::Fr, "rabat", Section::News, "new-counter"};
        auto article = test::an_article();
        article.is_sample = true;
        library.put(routes::api_entry("rabat", Section::News, "new-counter"), article);
        CHECK(library.html(page).contains(words(msg::sample_mark)));
        article.is_sample = false;
        library.put(routes::api_entry("rabat", Section::News, "new-counter"), article);
        CHECK_FALSE(library.html(page).contains(words(msg::sample_mark)));
    }

    TEST_CASE("help stands by its kind, and leads to pages of the same district; a document leads elsewhere") {
        auto library = Library::full();
        const routes::Listing page{Language::Fr, "rabat", Section::Help};
        CHECK(section_under(library.html(page), msg::help_questions).contains("/fr/d/rabat/help/appeal\""));
        CHECK(section_under(library.html(page), msg::guides).contains(words(msg::audience_editor)));
        CHECK(section_under(library.html(page), msg::help_documents).contains("/fr/d/rabat/help/law\""));
        library.put(asked_list(Section::Help), domain::List<domain::Resource>());
        CHECK(library.html(page).contains(words(msg::no_help_title)));
        CHECK(section_under(library.html(page), msg::help_questions).empty());

        library.put(routes::api_entry("rabat", Section::Help, "papers"),
                    test::a_resource(domain::ResourceKind::Document, "papers"));
        const auto document = library.html(routes::Entry{Language::Fr, "rabat", Section::Help, "papers"});
        CHECK(document.contains("href=\"https://law.example/31-13\""));
        CHECK(document.contains("Bulletin officiel 6655"));
    }

    TEST_CASE("the guides of the country stand in no district, and are linked from every page") {
        const auto library = Library::full();
        const auto list = library.html(routes::Listing{Language::Fr, {}, Section::Help});
        CHECK(list.contains("href=\"/fr/guides/editor\""));
        const auto guide = library.html(routes::Entry{Language::Fr, {}, Section::Help, "editor"});
        CHECK_FALSE(guide.contains("/fr/d/rabat\""));
        CHECK(guide.contains("href=\"/ar/guides/editor\""));
        CHECK(library.html(routes::Home{Language::Fr, {}}).contains("href=\"/fr/guides\""));
    }

    TEST_CASE("every kind of page asks for what it shows, and for nothing else") {
        const std::string rabat = "/api/v1/districts/rabat";
        const std::set<std::string> national{"/api/v1/national", "/api/v1/districts"};
        const auto of_rabat = [&](std::initializer_list<std::string> parts) {
            std::set<std::string> addresses{rabat};
            for (const auto& part : parts) addresses.insert(rabat + "/" + part);
            return addresses;
        };
        const std::map<std::string_view, std::set<std::string>> expected{
            {"home", national},
            {"map", national},
            {"notices", national},
            {"documents", national},
            {"commitment", national},
            {"accessibility", national},
            {"privacy", national},
            {"district", of_rabat({"services", "news?limit=3", "coming", "programmes?limit=6", "now"})},
            {"services", of_rabat({"services"})},
            {"sheet", of_rabat({"services", "services/registry-extract"})},
            {"news", of_rabat({"news?limit=20"})},
            {"article", of_rabat({"news/new-counter"})},
            {"activities", of_rabat({"activities?limit=40", "now"})},
            {"activity", of_rabat({"activities/open-day"})},
            {"programmes", of_rabat({"programmes?limit=20"})},
            {"programme", of_rabat({"programmes/one-counter"})},
            {"courts", of_rabat({"now"})},
            {"court", of_rabat({"courts/tpi-rabat", "now"})},
            {"portal", of_rabat({"opening"})},
            {"help", of_rabat({"help?limit=40"})},
            {"resource", of_rabat({"help/papers"})},
            {"guides", {"/api/v1/guides?limit=40"}},
            {"guide", {"/api/v1/guides/editor"}},
            {"receipt", {"/api/v1/receipts/" + receipt_code(), rabat + "/services/registry-extract"}}};
        const auto library = Library::full();
        for (const auto& page : every_page()) {
            CAPTURE(routes::kind_of(page));
            CHECK(library.questions(page) == expected.at(routes::kind_of(page)));
        }
    }

    TEST_CASE("a question names the kind of answer that its address holds") {
        const auto library = Library::full();
        for (const auto& page : every_page())
            for (const auto& question : pages::questions_of(page, library.lookup())) {
                CAPTURE(question.address);
                CHECK(library.lookup()(question.address).answer->index() == question.subject);
            }
    }

    TEST_CASE("while nothing is known every page says that it loads, and asks") {
        const Library empty;
        for (const auto& page : every_page()) {
            CAPTURE(routes::kind_of(page));
            CHECK(empty.html(page).contains(words(msg::loading)));
            CHECK_FALSE(empty.questions(page).empty());
        }
    }

    TEST_CASE("a receipt asks for its service only once it is here") {
        CHECK(Library().questions(routes::Receipt{Language::Fr, receipt_code()}).size() == 1);
    }

    TEST_CASE("a receipt number that is none is refused without a question") {
        const routes::Receipt page{Language::Fr, "not-a-number"};
        CHECK(Library().questions(page).empty());
        CHECK_FALSE(Library().html(page).contains(words(msg::loading)));
    }

    TEST_CASE("a page is whole once all is known, and loads while one answer is missing") {
        for (const auto& page : every_page()) {
            CAPTURE(routes::kind_of(page));
            const auto full = Library::full();
            CHECK_FALSE(full.html(page).contains(words(msg::loading)));
            for (const auto& address : full.questions(page)) {
                CAPTURE(address);
                auto library = full;
                library.forget(address);
                CHECK(library.html(page).contains(words(msg::loading)));
            }
        }
    }

    TEST_CASE("one answer that failed makes the page an error page, in the words of the error") {
        for (const auto& page : every_page())
            for (const auto& address : Library::full().questions(page)) {
                if (is_now(address)) continue;
                CAPTURE(routes::kind_of(page));
                CAPTURE(address);
                auto library = Library::full();
                library.fail(address, ErrorCode::Unavailable);
                CHECK(library.html(page).contains(words(msg::error_title)));
                library.fail(address, ErrorCode::Offline);
                CHECK(library.html(page).contains(words(msg::offline_notice)));
            }
    }

    TEST_CASE("an address that does not exist makes the page one that was not found") {
        for (const auto& page : every_page()) {
            if (std::holds_alternative<routes::Receipt>(page)) continue;
            CAPTURE(routes::kind_of(page));
            auto library = Library::full();
            library.fail(pages::questions_of(page, library.lookup()).front().address, ErrorCode::NotFound);
            CHECK(library.html(page).contains(words(msg::not_found_title)));
        }
    }

    TEST_CASE("a page does without the doors where they cannot be had") {
        for (const auto& page : every_page()) {
            if (std::ranges::none_of(Library::full().questions(page), is_now)) continue;
            CAPTURE(routes::kind_of(page));
            auto library = Library::full();
            CHECK_FALSE(library.html(page).contains(words(msg::error_title)));
            library.fail(routes::api_now("rabat"), ErrorCode::Unavailable);
            const auto html = library.html(page);
            CHECK_FALSE(html.contains(words(msg::error_title)));
            CHECK_FALSE(html.contains(words(msg::loading)));
            CHECK_FALSE(html.contains("class=\"door-"));
        }
    }

    TEST_CASE("an activity moves to the past at the minute after its end, by the server's clock") {
        const routes::Listing page{Language::Fr, "rabat", Section::Activities};
        const std::string link = "/fr/d/rabat/activities/open-day\"";
        auto library = Library::full();
        const auto at = [&](int hour, int minute) {
            auto moment = test::a_moment();
            moment.local = test::november(26, hour, minute);
            library.put(routes::api_now("rabat"), moment);
            return library.html(page);
        };
        CHECK(section_under(at(12, 30), msg::next_activities).contains(link));
        CHECK_FALSE(section_under(at(12, 31), msg::next_activities).contains(link));
        CHECK(section_under(at(12, 31), msg::past_activities).contains(link));
    }

    TEST_CASE("only the beginning of a list of activities can say that nothing is to come") {
        auto library = Library::full();
        const domain::List<domain::Activity> over({test::an_activity("past", 12)});
        routes::Listing page{Language::Fr, "rabat", Section::Activities};
        library.put(asked_list(Section::Activities), over);
        CHECK(library.html(page).contains(words(msg::no_activities_title)));
        page.after = "-29000.open-day";
        library.put(asked_list(Section::Activities, page.after), over);
        CHECK_FALSE(library.html(page).contains(words(msg::no_activities_title)));
        CHECK(section_under(library.html(page), msg::past_activities).contains("/activities/past\""));
    }

    TEST_CASE("the home of a district does not invite to what is over") {
        const routes::District page{Language::Fr, "rabat"};
        const auto library = Library::full();
        CHECK(library.html(page).contains("/activities/open-day\""));
        CHECK_FALSE(library.html(page).contains("/activities/past\""));
    }

    TEST_CASE("a receipt of a service that is gone names it by its address") {
        auto library = Library::full();
        library.fail(routes::api_entry("rabat", Section::Services, "registry-extract"), ErrorCode::NotFound);
        CHECK(library.html(routes::Receipt{Language::Fr, receipt_code()}).contains("registry-extract"));
    }

    TEST_CASE("after too many tries a receipt says how long to wait") {
        auto library = Library::full();
        library.fail(routes::api_receipt(receipt_code()), ErrorCode::TooMany);
        const auto html = library.html(routes::Receipt{Language::Fr, receipt_code()});
        CHECK(html == doc::to_html(pages::receipt_page(
                          tr, {.route = {Language::Fr, receipt_code()},
                               .answer = pages::ReceiptRefusal{pages::ReceiptTrouble::TooMany, 4}})));
    }
}
