#include <doctest/doctest.h>

#include "tests/client/app/session.hpp"

using base::Language;

TEST_SUITE("client/app/takeover") {
    TEST_CASE("in every language the client adopts the server's nodes as they are and the canvas takes over") {
        for (const auto language : base::languages) {
            CAPTURE(base::code_of(language));
            test::Session session({.language = language});
            CHECK(session.is_canvas());
            CHECK(session.browser.dom.changes == 0);
            CHECK(session.is_whole());
            CHECK(session.browser.asked.empty());
            CHECK(session.client.stats().frames == 1);
        }
    }

    TEST_CASE("the page stays HTML until every face that it shows is loaded") {
        test::Session session({.holds_faces = true});
        CHECK(!session.is_canvas());
        CHECK(session.browser.faces_asked.size() >= 3);
        session.browser.holds_faces = false;
        session.settle();
        CHECK(session.is_canvas());
    }

    TEST_CASE("what was typed before the takeover is there after it, and the client knows it") {
        test::Session session({.language = Language::Fr, .typed = {{"level", "4"}, {"text", "Bon accueil"}}});
        CHECK(session.get("textbox", test::words(msg::text_label, Language::Fr)).value == "Bon accueil");
        CHECK(session.get("radio", test::words(msg::level_4, Language::Fr)).checked);
        session.click("button", test::words(msg::rate_send, Language::Fr));
        CHECK(session.portal.stored == 1);
        CHECK(session.portal.last_body.contains("Bon accueil"));
    }

    TEST_CASE("typed text wins over what the tab remembers, and an untouched form gets back what it remembers") {
        const std::string stored =
            "/api/v1/districts/rabat/services/casier-judiciaire/ratings\t"
            R"({"level":"2","completed":"","reasons":["waiting"],"text":"remembered","key":"old-key"})"
            "\n";
        const auto label = test::words(msg::text_label, Language::En);
        test::Session untouched({.language = Language::En, .stored = stored});
        CHECK(untouched.get("textbox", label).value == "remembered");
        CHECK(untouched.get("radio", test::words(msg::level_2, Language::En)).checked);
        CHECK(untouched.is_canvas());

        test::Session touched({.language = Language::En, .typed = {{"text", "new"}}, .stored = stored});
        CHECK(touched.get("textbox", label).value == "new");
        CHECK(!touched.get("radio", test::words(msg::level_2, Language::En)).checked);
    }

    TEST_CASE("a page with the server's errors is adopted with them") {
        const std::vector<domain::RatingError> errors{
            {domain::RatingField::Level, domain::RatingProblem::LevelMissing}};
        test::Session session({.language = Language::En, .printed = {.text = "kept", .key = "k"}, .errors = errors});
        CHECK(session.is_canvas());
        CHECK(session.has("link", test::words(msg::problem_level_missing, Language::En)));
        CHECK(session.get("textbox", test::words(msg::text_label, Language::En)).value == "kept");
    }

    TEST_CASE("a page that is not found is adopted without a question to the server") {
        test::Session session({.service = "no-such-service"});
        CHECK(session.is_canvas());
        CHECK(session.browser.asked.empty());
    }

    TEST_CASE("words translated before the start stay as they are, and links are the browser's") {
        test::Session session;
        test::Session translated({.holds_faces = true});
        auto print = session.browser.dom.fingerprint();
        translated.send(platform::ForeignChange{print + "more"});
        translated.browser.holds_faces = false;
        translated.settle();
        CHECK(!translated.is_canvas());
        translated.click("link", test::words(msg::name_fr, Language::Ar));
        CHECK(translated.browser.sent_to == "/fr/d/rabat/services/casier-judiciaire");
    }
}
