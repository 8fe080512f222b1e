#include <algorithm>
#include <doctest/doctest.h>

#include "shared/wire/visit.hpp"
#include "tests/client/app/session.hpp"

using base::Language;
using domain::VisitEventType;
using Presence = platform::PresenceChanged;

namespace {

std::vector<domain::VisitEvent> events_of(test::Session& session) {
    std::vector<domain::VisitEvent> events;
    for (const auto& [address, body] : session.browser.beacons) {
        CHECK(address == "/api/v1/events");
        const auto batch = wire::decode_visit_batch(body);
        REQUIRE(batch);
        events.insert(events.end(), batch->events.begin(), batch->events.end());
    }
    return events;
}

}  // namespace

TEST_SUITE("client/app/attendance") {
    TEST_CASE("the first page is reported once the client runs") {
        test::Session session({.language = Language::Fr});
        const auto events = events_of(session);
        REQUIRE(events.size() == 1);
        CHECK(events[0].screen == "sheet/casier-judiciaire");
        CHECK(events[0].portal == "rabat");
        CHECK(events[0].language == Language::Fr);
    }

    TEST_CASE("heartbeats, input and a page that goes wake no frame and draw nothing") {
        test::Session session;
        const auto before = session.client.stats();
        session.wait(15'000);
        session.send(Presence{Presence::What::Input});
        session.wait(15'000);
        session.send(Presence{Presence::What::Hidden});
        session.send(Presence{Presence::What::Visible});
        session.wait(300'000);
        const auto after = session.client.stats();
        CHECK(after.wakeups == before.wakeups);
        CHECK(after.frames == before.frames);
        CHECK(after.gl_calls == before.gl_calls);
        CHECK(session.browser.beacons.size() >= 2);
    }

    TEST_CASE("what only this moment knows is asked for again while the tab is seen, and when it is seen again") {
        test::Session session({.language = Language::Fr});
        session.click("link", test::words(msg::nav_home, Language::Fr));
        session.settle();
        auto& asked = session.portal.asked[routes::api_now("rabat")];
        const int at_first = asked;
        session.wait(60'000);
        CHECK(asked == at_first + 1);
        session.send(Presence{Presence::What::Hidden});
        session.wait(300'000);
        CHECK(asked == at_first + 1);
        session.send(Presence{Presence::What::Visible});
        session.settle();
        CHECK(asked == at_first + 2);
    }

    TEST_CASE("a rating that was accepted is a contribution, and the receipt's code is nowhere") {
        test::Session session({.language = Language::En});
        session.click("radio", test::words(msg::level_4, Language::En));
        session.click("button", test::words(msg::rate_send, Language::En));
        CHECK(session.portal.stored == 1);
        const auto events = events_of(session);
        CHECK(std::ranges::count(events, VisitEventType::Contribution, &domain::VisitEvent::type) == 1);
        CHECK(events.back().screen == "receipt");
    }
}
