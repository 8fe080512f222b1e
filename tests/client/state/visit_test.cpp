#include "client/state/visit.hpp"

#include <doctest/doctest.h>
#include <numeric>

using base::Language;
using domain::VisitEventType;

namespace {

const state::Screen sheet{"rabat", Language::Fr, "sheet/casier-judiciaire"};
const state::Screen other{"fes", Language::Ar, "sheet/nationalite"};

// A tab with its clock and its one timer.
struct Tab {
    state::Visit visit{[this] { return std::string(31, '0') + std::to_string(++keys); }};
    double now_ms = 0;
    std::optional<double> timer_ms;
    int keys = 0;
    int timers = 0;
    std::vector<domain::VisitBatch> reports;

    void take(const state::VisitStep& step) {
        reports.insert(reports.end(), step.reports.begin(), step.reports.end());
        if (!step.timer_ms) return;
        CHECK(!timer_ms);
        timer_ms = now_ms + *step.timer_ms;
        ++timers;
    }
    void wait(double seconds) {
        const double end_ms = now_ms + seconds * 1000;
        while (timer_ms && *timer_ms <= end_ms) {
            now_ms = *std::exchange(timer_ms, std::nullopt);
            take(visit.beat(now_ms));
        }
        now_ms = end_ms;
    }
    void show(const state::Screen& screen) { take(visit.show(screen, now_ms)); }
    void input() { take(visit.see_input(now_ms)); }
    void hide() { take(visit.see_hidden(now_ms)); }
    void reveal() { take(visit.see_visible(now_ms)); }

    int seconds(std::string_view screen = {}) const {
        int sum = 0;
        for (const auto& report : reports)
            for (const auto& event : report.events)
                if (event.type == VisitEventType::Active && (screen.empty() || event.screen == screen))
                    sum += event.value;
        return sum;
    }
};

}  // namespace

TEST_SUITE("client/state/visit") {
    TEST_CASE("a first page is reported at once, with how it came") {
        Tab tab;
        tab.show(sheet);
        REQUIRE(tab.reports.size() == 1);
        CHECK(tab.reports[0] == domain::VisitBatch{.visit = std::string(31, '0') + "1",
                                                   .channel = domain::Channel::Web,
                                                   .events = {{0, "rabat", Language::Fr, "sheet/casier-judiciaire",
                                                               VisitEventType::Screen, 1}}});
        tab.show(sheet);
        CHECK(tab.reports.size() == 1);
    }

    TEST_CASE("the last interval is closed by the page that goes, a visit of one page too") {
        Tab tab;
        tab.show(sheet);
        tab.wait(9.7);
        tab.hide();
        CHECK(tab.seconds() == 9);
        tab.hide();  // visibilitychange, then pagehide.
        CHECK(tab.reports.size() == 2);
    }

    TEST_CASE("sixty seconds without input are read, the rest is not, and no timer is left") {
        Tab tab;
        tab.show(sheet);
        tab.wait(600);
        CHECK(tab.seconds() == 60);
        CHECK(tab.timers == 4);
        CHECK(!tab.timer_ms);
        tab.input();
        CHECK(tab.timer_ms);
        tab.wait(600);
        CHECK(tab.seconds() == 120);
        CHECK(!tab.timer_ms);
    }

    TEST_CASE("a hidden page is not read") {
        Tab tab;
        tab.show(sheet);
        tab.wait(5);
        tab.hide();
        tab.wait(100);
        CHECK(tab.seconds() == 5);
        CHECK(!tab.timer_ms);
        tab.reveal();
        tab.wait(7);
        tab.hide();
        CHECK(tab.seconds() == 12);
    }

    TEST_CASE("the seconds of the screens are the visit's, fractions go on into the next screen") {
        Tab tab;
        tab.show(sheet);
        for (int i = 0; i < 10; ++i) {
            tab.wait(2.4);
            tab.show(i % 2 == 0 ? other : sheet);
        }
        tab.hide();
        CHECK(tab.seconds() == 24);
        CHECK(tab.seconds(sheet.id) + tab.seconds(other.id) == 24);
    }

    TEST_CASE("a report is sent every minute of use, and says how long ago each event was") {
        Tab tab;
        tab.show(sheet);
        for (int i = 0; i < 12; ++i) {
            tab.wait(10);
            tab.input();
        }
        REQUIRE(tab.reports.size() == 3);
        const auto& events = tab.reports[1].events;
        REQUIRE(events.size() == 4);
        CHECK(events[0].seconds_ago == 45);
        CHECK(events[3].seconds_ago == 0);
        CHECK(events[3].value == 15);
    }

    TEST_CASE("a machine that slept was not read") {
        Tab tab;
        tab.show(sheet);
        tab.now_ms += 50'000;  // The timer comes late.
        tab.timer_ms.reset();
        tab.take(tab.visit.beat(tab.now_ms));
        tab.hide();
        CHECK(tab.seconds() == 15);
    }

    TEST_CASE("half an hour without activity ends the visit: a new key, the same screen") {
        Tab tab;
        tab.show(sheet);
        tab.wait(1799);
        tab.input();
        CHECK(tab.keys == 1);
        tab.wait(1800);
        tab.input();
        CHECK(tab.keys == 2);
        tab.hide();
        const auto& last = tab.reports.back();
        CHECK(last.visit.ends_with("2"));
        CHECK(last.events.front().type == VisitEventType::Screen);
        CHECK(last.events.front().value == 0);
    }

    TEST_CASE("a link after half an hour begins a visit with the new screen alone") {
        Tab tab;
        tab.show(sheet);
        tab.wait(4000);
        tab.show(other);
        CHECK(tab.keys == 2);
        REQUIRE(tab.reports.back().events.size() == 1);
        CHECK(tab.reports.back().events[0].screen == other.id);
    }

    TEST_CASE("a visit is two hours long at most, and the heart stops with it") {
        Tab tab;
        tab.show(sheet);
        for (int i = 0; i < 400; ++i) {
            tab.wait(30);
            tab.input();
        }
        CHECK(tab.seconds() == 7200);
        CHECK(!tab.timer_ms);
    }

    TEST_CASE("what the server accepted is told at once") {
        Tab tab;
        tab.show(sheet);
        tab.take(tab.visit.contribute(tab.now_ms));
        CHECK(tab.reports.back().events[0].type == VisitEventType::Contribution);
    }

    TEST_CASE("no report holds more than the server takes, whatever the reader does") {
        Tab tab;
        for (int i = 0; i < 2000; ++i) {
            tab.show(i % 2 == 0 ? sheet : other);
            tab.wait(0.5 * (i % 40));
            if (i % 7 == 0) tab.hide();
            if (i % 7 == 1) tab.reveal();
        }
        for (const auto& report : tab.reports) {
            CHECK(!report.events.empty());
            CHECK(report.events.size() <= domain::visit_batch_limit);
            for (const auto& event : report.events) CHECK(domain::is_value_of(event.type, event.value));
        }
    }

    TEST_CASE("a screen is named by its kind and its slug, and never by a code") {
        state::AppState state{.language = Language::Fr};
        state.page = routes::Sheet{Language::Fr, "rabat", "casier-judiciaire"};
        CHECK(state::screen_of(state) == sheet);
        state.page = routes::Receipt{Language::Fr, "1234-5678-9012-3456"};
        CHECK(state::screen_of(state) == state::Screen{"", Language::Fr, "receipt"});
        state.page_error = base::ErrorCode::NotFound;
        CHECK(state::screen_of(state).id == "error");
        state.page_error.reset();
        state.page = routes::Sheet{Language::Fr, "rabat", std::string(64, 'a')};
        CHECK(domain::is_screen_id(state::screen_of(state).id));
    }
}
