// A person's own words in letters of another language: their faces come when they are shown, and not before.
#include <algorithm>
#include <doctest/doctest.h>

#include "tests/client/app/session.hpp"

using base::Language;

namespace {

test::Session a_rating(std::string text) {
    return test::Session({.language = Language::Fr, .typed = {{"level", "5"}, {"text", std::move(text)}}});
}

void send(test::Session& session) { session.click("button", test::words(msg::rate_send, Language::Fr)); }

bool has_asked(const test::Session& session, std::string_view file) {
    return std::ranges::contains(session.browser.faces_asked, file);
}

}  // namespace

TEST_SUITE("client/app/letters") {
    TEST_CASE("no page of ours loads a face for letters of other languages") {
        for (const auto language : base::languages) {
            test::Session session({.language = language});
            for (const std::string_view file : {"latin-more-400.ttf", "latin-phonetic-400.ttf", "arabic-more-400.ttf",
                                                "arabic-forms-400.ttf", "rare-arabic-400.ttf"})
                CHECK_FALSE(has_asked(session, file));
        }
    }

    TEST_CASE("the page before stays until the faces of a person's letters are there; then the canvas draws them") {
        auto session = a_rating("Cảm ơn người dân! سنڌي ٻوليءَ ۾، ݢامبيا.");
        REQUIRE(session.is_canvas());
        const auto sheet = session.heading();
        session.browser.holds_faces = true;
        send(session);
        CHECK(has_asked(session, "latin-more-400.ttf"));
        CHECK(has_asked(session, "arabic-more-400.ttf"));
        CHECK_FALSE(has_asked(session, "latin-phonetic-400.ttf"));
        CHECK_FALSE(has_asked(session, "latin-more-700.ttf"));
        CHECK(session.heading() == sheet);
        CHECK(session.is_canvas());

        session.browser.holds_faces = false;
        session.settle();
        CHECK(session.heading() == test::words(msg::receipt_title, Language::Fr));
        CHECK(session.is_canvas());
        CHECK_FALSE(session.client.shown()->layout.lacks_letters);
        CHECK(session.is_whole());
    }

    TEST_CASE("a letter that no face has keeps the HTML skin, until a page without it") {
        for (const std::string_view text : {"\uA7DC", "漢字", "Rihab 😀"}) {
            CAPTURE(text);
            auto session = a_rating(std::string(text));
            REQUIRE(session.is_canvas());
            send(session);
            CHECK(session.heading() == test::words(msg::receipt_title, Language::Fr));
            CHECK_FALSE(session.is_canvas());
            CHECK(session.is_whole());
            session.go_back();
            CHECK(session.is_canvas());
        }
    }
}
