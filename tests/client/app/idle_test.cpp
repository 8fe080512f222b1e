#include <doctest/doctest.h>

#include "tests/client/app/session.hpp"

using base::Language;

TEST_SUITE("client/app/idle") {
    TEST_CASE("after the takeover nothing wakes the client and nothing is drawn") {
        test::Session session;
        const auto before = session.client.stats();
        session.wait(5000);
        const auto after = session.client.stats();
        CHECK(after.wakeups == before.wakeups);
        CHECK(after.frames == before.frames);
        CHECK(after.gl_calls == before.gl_calls);
    }

    TEST_CASE("typing draws nothing: the field shows its own text") {
        test::Session session({.language = Language::En});
        const auto before = session.client.stats();
        for (const auto* text : {"G", "Go", "Goo", "Good"})
            session.type("textbox", test::words(msg::text_label, Language::En), text);
        const auto after = session.client.stats();
        CHECK(after.frames == before.frames);
        CHECK(after.patches == before.patches);
    }

    TEST_CASE("scrolling within the margin wakes nobody") {
        test::Session session({.height_px = 600});
        const auto before = session.client.stats();
        session.scroll_to(120);
        CHECK(session.client.stats().wakeups == before.wakeups);
        session.scroll_to(700);
        CHECK(session.client.stats().frames == before.frames + 1);
        CHECK(session.client.stats().patches == before.patches);
    }

    TEST_CASE("a pointer that finds nothing to light up draws nothing") {
        test::Session session;
        const auto before = session.client.stats();
        session.send(platform::Hovered{session.client.shown()->document.root.id});
        CHECK(session.client.stats().frames == before.frames);
    }

    TEST_CASE("a second visit to the same words shapes nothing") {
        test::Session session({.language = Language::En});
        session.click("radio", test::words(msg::level_3, Language::En));
        const auto misses = session.client.stats().shape_misses;
        session.click("radio", test::words(msg::level_4, Language::En));
        CHECK(session.client.stats().shape_misses == misses);
    }
}
