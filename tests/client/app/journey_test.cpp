#include <doctest/doctest.h>

#include "tests/client/app/session.hpp"

using base::Language;

namespace {

std::string language_link(Language language) {
    constexpr std::array names{msg::name_ar, msg::name_zgh, msg::name_fr, msg::name_en};
    return test::words(names[base::index_of(language)], language);
}

std::string address_in(Language language) {
    return "/" + std::string(base::code_of(language)) + "/d/rabat/services/casier-judiciaire";
}

}  // namespace

TEST_SUITE("client/app/journey") {
    TEST_CASE("the language changes four times without a question to the server, and nothing typed is lost") {
        test::Session session({.language = Language::Ar});
        session.click("radio", test::words(msg::level_4, Language::Ar));
        session.type("textbox", test::words(msg::text_label, Language::Ar), "انتظرت ساعة");

        auto now = Language::Ar;
        for (const auto next : {Language::Zgh, Language::Fr, Language::En, Language::Ar}) {
            CAPTURE(base::code_of(next));
            session.click("link", language_link(next));
            now = next;
            CHECK(session.is_canvas());
            CHECK(session.browser.dom.language == base::code_of(now));
            CHECK(session.browser.dom.direction == base::code_of(base::direction_of(now)));
            CHECK(session.browser.address == address_in(now));
            CHECK(session.get("textbox", test::words(msg::text_label, now)).value == "انتظرت ساعة");
            CHECK(session.get("radio", test::words(msg::level_4, now)).checked);
            CHECK(session.focused()->tag == doc::Tag::H1);
            CHECK(session.browser.dom.announced.contains(session.client.shown()->document.title));
        }
        CHECK(session.browser.asked.empty());
        CHECK(session.browser.history.size() == 5);
    }

    TEST_CASE("a link is shown as taken before the next page is made") {
        test::Session session({.language = Language::Ar});
        const auto& link = session.get("link", language_link(Language::Fr));
        const auto before = session.client.stats();
        const auto reaction =
            session.client.receive(platform::LinkFollowed{link.id, std::string(link.attribute("href")), 0});
        REQUIRE(reaction.needs_frame);
        REQUIRE(session.client.frame());
        CHECK(session.client.stats().frames == before.frames + 1);  // It looks as under a pointer.
        CHECK(session.client.stats().patches == before.patches);
        CHECK(session.browser.address == address_in(Language::Ar));
        CHECK_FALSE(session.client.frame());
        CHECK(session.browser.address == address_in(Language::Fr));
    }

    TEST_CASE("the buttons of the form change the language too, without a form being sent") {
        test::Session session({.language = Language::Fr});
        session.type("textbox", test::words(msg::text_label, Language::Fr), "Merci");
        session.click("button", language_link(Language::En));
        CHECK(session.browser.address == address_in(Language::En));
        CHECK(session.get("textbox", test::words(msg::text_label, Language::En)).value == "Merci");
        CHECK(session.browser.sent_to.empty());
    }

    TEST_CASE("what stood at the top of the window stands there in the other language") {
        test::Session session({.language = Language::En, .width_px = 360});
        session.scroll_to(900);
        const auto anchor = [&] {
            for (const auto& placed : session.client.shown()->layout.boxes)
                if (placed.text && placed.box.bottom() > session.browser.scroll) return placed.node->id;
            return doc::NodeId{};
        };
        const auto offset = [&](doc::NodeId id) {
            return session.client.shown()->layout.find(id)->box.y - session.browser.scroll;
        };
        const auto id = anchor();
        const auto before = offset(id);
        session.click("link", language_link(Language::Ar));
        CHECK(offset(id) == doctest::Approx(before).epsilon(0.01));
    }

    TEST_CASE("a language whose faces are not there yet is shown only when they are") {
        test::Session session({.language = Language::En});
        session.browser.holds_faces = true;
        session.click("link", language_link(Language::Ar));
        CHECK(session.browser.dom.language == "en");
        CHECK(session.browser.address == address_in(Language::En));
        CHECK(session.is_canvas());
        session.browser.holds_faces = false;
        session.settle();
        CHECK(session.browser.dom.language == "ar");
        CHECK(session.is_canvas());
    }

    TEST_CASE("a link to another sheet asks for that sheet alone and starts at the top of the page") {
        test::Session session({.language = Language::Fr});
        session.scroll_to(400);
        session.click("link", "Certificat de nationalité");
        REQUIRE(session.browser.asked.size() == 1);
        CHECK(session.browser.asked[0].address == "/api/v1/districts/rabat/services/certificat-nationalite");
        CHECK(session.heading() == "Certificat de nationalité marocaine");
        CHECK(session.browser.scroll == 0);
        CHECK(session.focused()->tag == doc::Tag::H1);
        CHECK(session.is_whole());
    }

    TEST_CASE("while the network is slow the old page stays, then the page says that it loads") {
        test::Session session({.language = Language::Fr});
        session.browser.holds_answers = true;
        session.click("link", "Certificat de nationalité");
        CHECK(session.heading().starts_with("Extrait du casier judiciaire"));
        session.wait(500);
        CHECK(session.heading() == test::words(msg::loading, Language::Fr));
        CHECK(session.is_canvas());
        session.browser.holds_answers = false;
        session.settle();
        CHECK(session.heading() == "Certificat de nationalité marocaine");
        CHECK(session.focused()->tag == doc::Tag::H1);
    }

    TEST_CASE("without a network the page says so, and its link tries again") {
        test::Session session({.language = Language::En});
        session.browser.is_offline = true;
        session.click("link", "Nationality certificate");
        CHECK(session.heading() == test::words(msg::error_title, Language::En));
        session.browser.is_offline = false;
        session.click("link", test::words(msg::retry, Language::En));
        CHECK(session.heading() == "Certificate of Moroccan nationality");
        CHECK(session.browser.history.size() == 2);
    }

    TEST_CASE("going back finds the page, the scroll offset and the focus as they were") {
        test::Session session({.language = Language::En, .height_px = 500});
        session.scroll_to(300);
        session.click("link", "Nationality certificate");
        const auto asked = session.browser.asked.size();
        session.go_back();
        CHECK(session.heading() == "Criminal record extract (bulletin no. 3)");
        CHECK(session.browser.scroll == 300);
        CHECK(session.browser.dom.focus == session.get("link", "Nationality certificate").id);
        session.go_forward();
        CHECK(session.heading() == "Certificate of Moroccan nationality");
        CHECK(session.browser.scroll == 0);
        CHECK(session.browser.asked.size() == asked);
        CHECK(session.browser.history.size() == 2);
    }

    TEST_CASE("links that are not pages of ours are the browser's") {
        test::Session session({.language = Language::En});
        session.click("link", test::words(msg::simple_version, Language::En));
        CHECK(session.browser.sent_to == "/en/d/rabat/services/casier-judiciaire?skin=html");
    }

    TEST_CASE("a new width lays the page out anew and moves the breaks along") {
        test::Session session({.language = Language::Fr});
        session.viewport.width_px = session.viewport.window_width_px = 360;
        session.send(platform::Resized{session.viewport});
        CHECK(session.is_canvas());
        CHECK(session.client.shown()->layout.width_px == 360);
        for (const auto& [id, offsets] : session.client.shown()->breaks)
            CHECK(platform::headless::breaks_of(*session.browser.dom.find(id)).size() == offsets.size());
        CHECK(session.is_whole());
    }
}
