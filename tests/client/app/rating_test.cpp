#include "shared/wire/rating.hpp"

#include <doctest/doctest.h>

#include "tests/client/app/session.hpp"

using base::Language;
using domain::RatingProblem;

namespace {

test::Session a_filled_form() {
    return test::Session({.language = Language::En,
                          .typed = {{"level", "5"}, {"completed", "yes"}, {"reason", "waiting"}, {"text", "Quick"}}});
}

void send(test::Session& session) { session.click("button", test::words(msg::rate_send, Language::En)); }

std::string problem(RatingProblem what) {
    const std::vector<wire::RatingIssue> issues{{{domain::RatingField::Text, what}, "/text"}};
    return wire::encode_problem(
        wire::rating_problem(422, issues, [](RatingProblem) { return base::LocalizedText("", "", "", "words"); }));
}

bool is_kept(test::Session& session) {
    return session.get("textbox", test::words(msg::text_label, Language::En)).value == "Quick" &&
           session.get("radio", test::words(msg::level_5, Language::En)).checked &&
           session.get("checkbox", test::words(msg::reason_waiting, Language::En)).checked;
}

}  // namespace

TEST_SUITE("client/app/rating") {
    TEST_CASE("a filled form is sent once as JSON with its key, and its receipt is shown without another question") {
        auto session = std::make_unique<test::Session>(test::SessionOptions{
            .language = Language::En, .typed = {{"level", "5"}, {"reason", "waiting"}, {"text", "Quick"}}});
        send(*session);
        CHECK(session->portal.stored == 1);
        CHECK(session->portal.last_key == "server-key");
        CHECK(session->portal.last_body == R"({"level":5,"reasons":["waiting"],"text":"Quick"})");
        CHECK(session->browser.asked.size() == 1);
        CHECK(session->heading() == test::words(msg::receipt_title, Language::En));
        CHECK(session->browser.address.starts_with("/en/receipt/1234-5678-9012-34"));
        CHECK(session->focused()->tag == doc::Tag::H1);
        CHECK(session->is_canvas());
        CHECK(session->browser.stored.empty());
        CHECK(session->is_whole());
    }

    TEST_CASE("an empty form is not sent: the summary gets the focus and leads to the field") {
        test::Session session({.language = Language::En});
        send(session);
        CHECK(session.browser.asked.empty());
        CHECK(session.focused()->style == doc::Style::Errors);
        CHECK(session.has("link", test::words(msg::problem_level_missing, Language::En)));
        CHECK(session.title().starts_with("Error"));
        CHECK(session.is_whole());
        CHECK(session.is_canvas());
    }

    TEST_CASE("what the server refuses is said at the field, and nothing typed is lost") {
        struct Case {
            int status;
            std::string body;
            i18n::Key words;
        };
        const std::vector<Case> cases{{422, problem(RatingProblem::TextBroken), msg::problem_text_broken},
                                      {413, problem(RatingProblem::TooLarge), msg::problem_too_large},
                                      {503, "", msg::problem_unavailable},
                                      {500, "<html>", msg::problem_unavailable},
                                      {400, "not json", msg::problem_malformed},
                                      {200, "not json", msg::problem_unavailable}};
        for (const auto& c : cases) {
            CAPTURE(c.status);
            auto session = a_filled_form();
            session.portal.next_status = c.status;
            session.portal.next_body = c.body;
            send(session);
            CHECK(session.has("link", test::words(c.words, Language::En)));
            CHECK(session.focused()->style == doc::Style::Errors);
            CHECK(is_kept(session));
            CHECK(session.is_whole());
            send(session);
            CHECK(session.portal.stored == 1);
            CHECK(session.portal.last_key == "server-key");
        }
    }

    TEST_CASE("a network that has sent too much is told how long to wait") {
        auto session = a_filled_form();
        session.portal.next_status = 429;
        send(session);
        CHECK(is_kept(session));
        CHECK(session.browser.dom.body().text().contains("2 minutes"));
    }

    TEST_CASE("a key that stands for another rating is replaced before the next try") {
        auto session = a_filled_form();
        session.portal.next_status = 422;
        session.portal.next_body = problem(RatingProblem::KeyConflict);
        send(session);
        send(session);
        CHECK(session.portal.stored == 1);
        CHECK(session.portal.last_key != "server-key");
        CHECK(session.portal.last_key.size() == 32);
    }

    TEST_CASE("without a network nothing is lost, in another language either, and the same key is sent later") {
        auto session = a_filled_form();
        session.browser.is_offline = true;
        send(session);
        CHECK(session.has("link", test::words(msg::problem_offline, Language::En)));
        CHECK(is_kept(session));

        session.click("link", test::words(msg::name_fr, Language::Fr));
        CHECK(session.has("link", test::words(msg::problem_offline, Language::Fr)));
        session.click("link", test::words(msg::name_en, Language::En));
        CHECK(is_kept(session));

        session.browser.is_offline = false;
        send(session);
        CHECK(session.portal.stored == 1);
        CHECK(session.portal.last_key == "server-key");
    }

    TEST_CASE("two presses send one rating, and the button says that it is busy") {
        auto session = a_filled_form();
        session.browser.holds_answers = true;
        send(session);
        CHECK(session.get("button", test::words(msg::sending, Language::En)).attribute("aria-busy") == "true");
        session.click("button", test::words(msg::sending, Language::En));
        CHECK(session.browser.asked.size() == 1);
        session.browser.holds_answers = false;
        session.settle();
        CHECK(session.heading() == test::words(msg::receipt_title, Language::En));
    }

    TEST_CASE("back on the sheet after the receipt the form is empty and has a new key") {
        auto session = a_filled_form();
        send(session);
        session.go_back();
        CHECK(session.get("textbox", test::words(msg::text_label, Language::En)).value.empty());
        CHECK(!session.get("radio", test::words(msg::level_5, Language::En)).checked);
        session.click("radio", test::words(msg::level_1, Language::En));
        send(session);
        CHECK(session.portal.stored == 2);
        CHECK(session.portal.last_key != "server-key");
    }

    TEST_CASE("each sheet keeps its own draft, in the tab's memory too") {
        auto session = a_filled_form();
        session.type("textbox", test::words(msg::text_label, Language::En), "Quick");
        session.click("link", "Nationality certificate");
        CHECK(session.get("textbox", test::words(msg::text_label, Language::En)).value.empty());
        session.go_back();
        CHECK(is_kept(session));
        CHECK(session.browser.stored.contains("Quick"));
    }
}
