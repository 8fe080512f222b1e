// What a crowd leaves behind: the right numbers, and no trace of anybody.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <doctest/doctest.h>
#include <format>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "server-stub/http/engine/network.hpp"
#include "server-stub/service/visitor_class.hpp"
#include "shared/wire/visit.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"
#include "tests/server-stub/visits/crowd.hpp"
#include "tests/server-stub/visits/portal.hpp"
#include "tests/server-stub/visits/traces.hpp"

namespace {

using test::Delivery;
using test::Sender;
using test::VisitedPortal;

#if __has_feature(address_sanitizer)
constexpr std::int64_t visit_count = 1'000;  // With them everything takes ten times as long: fewer show the same.
#else
constexpr std::int64_t visit_count = 10'000;
#endif

constexpr std::int64_t first_day_ms = 1'794'268'800'000;  // 2026-11-10T00:00Z, the same in Morocco.
constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t hour_ms = 3'600'000;
constexpr int days = 40;  // To 2026-12-19.

const std::string googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

std::string period_of(std::int64_t at_ms, bool of_month) {
    const std::chrono::year_month_day date{
        std::chrono::floor<std::chrono::days>(std::chrono::sys_time(std::chrono::milliseconds(at_ms)))};
    const auto month = std::format("{:04}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
    return of_month ? month : std::format("{}-{:02}", month, static_cast<unsigned>(date.day()));
}

// Who came, by period and portal: counted from the deliveries themselves.
using Visitor = std::pair<http::engine::Address, std::string>;
using Presence = std::map<std::pair<std::string, std::string>, std::set<Visitor>>;

void note(Presence& presence, const Delivery& delivery, const Sender& sender) {
    const Visitor visitor{http::engine::prefix_of(sender.address), service::visitor_class(sender.user_agent)};
    for (const auto& event : delivery.batch.events)
        for (const bool of_month : {false, true})
            presence[{period_of(delivery.at_ms, of_month), event.portal}].insert(visitor);
}

struct Crowd {
    std::vector<Sender> visitors = test::make_visitors(4'000);
    std::vector<test::SimulatedVisit> visits;
    std::vector<Delivery> deliveries;

    explicit Crowd(std::size_t count) {
        std::mt19937 random(2026);
        for (std::size_t i = 0; i < count; ++i) {
            const auto from_ms = first_day_ms + static_cast<std::int64_t>(random() % days) * day_ms +
                                 static_cast<std::int64_t>(random() % 79'000) * 1'000;  // Three hours before midnight.
            visits.push_back(
                simulate_visit(random, from_ms, random() % visitors.size(), std::format("{:032x}", i + 1), deliveries));
        }
        std::ranges::stable_sort(deliveries, {}, &Delivery::at_ms);
    }
};

// Carries everything to the portal in the order of time; returns who came.
Presence deliver(const Crowd& crowd, VisitedPortal& portal, std::int64_t restart_ms) {
    Presence presence;
    portal.now = {first_day_ms};
    std::int64_t settled_ms = first_day_ms;
    bool restarted = false;
    std::size_t refused = 0;
    for (const auto& delivery : crowd.deliveries) {
        for (; settled_ms + 6 * hour_ms <= delivery.at_ms; portal.settle()) portal.now = {settled_ms += 6 * hour_ms};
        portal.now = {delivery.at_ms};
        if (!restarted && delivery.at_ms >= restart_ms) portal.restart();
        restarted |= delivery.at_ms >= restart_ms;
        const auto& sender = crowd.visitors[delivery.visitor];
        if (!delivery.page.empty()) {
            refused += portal.get_page(delivery.page, sender) != 200;
            continue;
        }
        refused += portal.post_events(wire::encode(delivery.batch), sender) != 204;
        note(presence, delivery, sender);
    }
    CHECK(refused == 0);
    return presence;
}

std::map<std::string, int> seconds_by_visit(const std::vector<service::LoggedEvent>& events) {
    std::map<std::string, int> seconds;
    for (const auto& event : events) {
        seconds[event.visit];
        if (event.type == domain::VisitEventType::Active) seconds[event.visit] += event.value;
    }
    return seconds;
}

void check_visitors(const std::vector<service::VisitorCount>& counts, const Presence& presence) {
    double worst = 0;
    std::size_t of_days = 0, of_months = 0;
    for (const auto& [period, portal, visitors, from_s] : counts) {
        CAPTURE(period);
        CAPTURE(portal);
        const auto found = presence.find({period, portal});
        REQUIRE(found != presence.end());
        const auto exact = static_cast<double>(found->second.size());
        if (period.size() > 7) CHECK(visitors == static_cast<std::int64_t>(found->second.size()));
        else CHECK(std::abs(static_cast<double>(visitors) - exact) / exact < 0.03);
        if (period.size() == 7) worst = std::max(worst, std::abs(static_cast<double>(visitors) - exact) / exact);
        ++(period.size() > 7 ? of_days : of_months);
    }
    CHECK(counts.size() == presence.size());
    MESSAGE(of_days, " days exact; ", of_months, " months, the worst is off by ", worst * 100, " %");
}

void check_times(const std::vector<service::LoggedEvent>& events, const std::vector<test::SimulatedVisit>& visits) {
    const auto told = seconds_by_visit(events);
    std::map<std::pair<std::string, std::string>, int> of_screens;
    for (const auto& event : events)
        if (event.type == domain::VisitEventType::Active)
            of_screens[{event.visit, event.portal + " " + event.screen}] += event.value;
    std::map<std::string, int> sums;
    for (const auto& [where, seconds] : of_screens) sums[where.first] += seconds;

    double told_s = 0, true_s = 0;
    std::size_t wrong = 0;
    for (const auto& visit : visits) {
        REQUIRE(told.contains(visit.key));
        CHECK(sums[visit.key] == told.at(visit.key));
        wrong += std::abs(told.at(visit.key) - visit.active_s) > 1.5;
        told_s += told.at(visit.key);
        true_s += visit.active_s;
    }
    CHECK(wrong == 0);
    MESSAGE(visits.size(), " visits, ", told_s, " s in the log, ", true_s, " s by the witness");
}

std::vector<std::string> files_with(const std::vector<std::string>& secrets,
                                    const std::vector<test::FileBytes>& files) {
    std::vector<std::string> found;
    for (const auto& [name, bytes] : files)
        for (const auto& secret : secrets)
            if (bytes.contains(secret)) found.push_back(name);
    return found;
}

domain::VisitBatch a_batch(std::string portal, domain::VisitEvent event = {}) {
    event.portal = std::move(portal);
    if (event.screen.empty()) event.screen = "sheet/casier-judiciaire";
    return {.visit = std::string(32, 'a'), .channel = domain::Channel::Web, .events = {event}};
}

}  // namespace

TEST_SUITE("server-stub/visits") {
    TEST_CASE(
        "10,000 visits over 40 days (fewer under sanitizers) are counted right through a restart, and nobody's address "
        "is anywhere") {
        const test::TemporaryFolder folder;
        const Crowd crowd(visit_count);
        VisitedPortal portal(folder.path());
        const auto presence = deliver(crowd, portal, first_day_ms + 12 * day_ms + 12 * hour_ms);

        const auto living = test::read_folder(folder.path());
        CHECK(test::traces_of(crowd.visitors, living).empty());
        CHECK(std::ranges::contains(living, std::string("rihab.db-wal"), &test::FileBytes::name));
        // The salts of today and of this month stand in their own files, and no other salt stands anywhere.
        CHECK(portal.salts.size() == days + 2);
        CHECK(files_with(portal.salts, living).size() == 2);

        portal.now = {first_day_ms + 60 * day_ms};
        portal.settle();
        const auto events = portal.store().visit_events(0, std::numeric_limits<std::int64_t>::max()).value();
        check_visitors(portal.store().visitors().value(), presence);
        check_times(events, crowd.visits);
        std::int64_t pages = 0;
        for (const auto& tally : portal.store().tallies().value()) pages += tally.count;
        CHECK(pages == visit_count);
        MESSAGE(crowd.deliveries.size(), " requests, ", events.size(), " events, ",
                std::filesystem::file_size(folder.path() / "rihab.db") / 1024, " kB of database");
        CHECK(test::traces_of(crowd.visitors, test::read_folder(folder.path())).empty());
    }

    TEST_CASE("the search for traces finds what is there") {
        const auto visitors = test::make_visitors(10);
        for (const auto& bytes :
             {std::string("from 196.128.128.128"), std::string("\xc4\x80\x80\x80", 4), std::string("2001:db8:8480::1"),
              std::string("Mozilla/5.0"), std::string("x c4808080 y")}) {
            CAPTURE(bytes);
            CHECK(!test::traces_of(visitors, {{"file", bytes}}).empty());
        }
        CHECK(test::traces_of(visitors, {{"file", "nothing of anybody"}}).empty());
    }

    TEST_CASE(
        "when the day ends its salt and its fingerprints leave every file, the log's and the write-ahead log's too") {
        const test::TemporaryFolder folder;
        VisitedPortal portal(folder.path());
        portal.now = {first_day_ms + hour_ms};
        const auto visitors = test::make_visitors(50);
        for (const auto& visitor : visitors) CHECK(portal.post_events(wire::encode(a_batch("rabat")), visitor) == 204);
        portal.settle();

        std::string day;
        for (const auto& file : test::read_folder(folder.path()))
            if (file.name == "visitors-of-day") day = file.bytes;
        REQUIRE(day.size() > 50 * 22);
        const std::vector<std::string> secrets{portal.salts[0], day.substr(day.size() - 16)};
        CHECK(files_with(secrets, test::read_folder(folder.path())) ==
              std::vector<std::string>{"visitors-of-day", "visitors-of-day"});

        portal.now = {first_day_ms + day_ms};
        portal.settle();
        CHECK(files_with(secrets, test::read_folder(folder.path())).empty());
        CHECK(portal.store().visitors().value().front().visitors > 25);
    }

    TEST_CASE("a server that was off at midnight ends the day when it starts again") {
        const test::TemporaryFolder folder;
        VisitedPortal portal(folder.path());
        portal.now = {first_day_ms + hour_ms};
        CHECK(portal.post_events(wire::encode(a_batch("fes")), test::make_visitors(1)[0]) == 204);
        portal.settle();
        portal.now = {first_day_ms + 3 * day_ms};
        portal.restart();
        portal.settle();
        CHECK(portal.store().visitors().value() ==
              std::vector{service::VisitorCount{"2026-11-10", "fes", 1, (first_day_ms + hour_ms) / 1000}});
        CHECK(files_with({portal.salts[0]}, test::read_folder(folder.path())).empty());
    }

    TEST_CASE("robots are a number of the day, and nothing else") {
        const test::TemporaryFolder folder;
        VisitedPortal portal(folder.path());
        portal.now = {first_day_ms};
        const Sender robot{test::make_visitors(1)[0].address, googlebot};
        CHECK(portal.post_events(wire::encode(a_batch("rabat")), robot) == 204);
        CHECK(portal.get_page("/ar/d/rabat/services/casier-judiciaire", robot) == 200);
        portal.now = {first_day_ms + day_ms};
        portal.settle();
        CHECK(portal.store().visit_events(0, std::numeric_limits<std::int64_t>::max())->empty());
        CHECK(portal.store().visitors()->empty());
        CHECK(portal.store().tallies().value() ==
              std::vector{service::DayTally{{2026, 11, 10}, "rabat", service::Tally::Robots, 2}});
    }

    TEST_CASE("a contribution counts once, and only after the server has accepted one from there") {
        const test::TemporaryFolder folder;
        VisitedPortal portal(folder.path());
        portal.now = {first_day_ms};
        const auto visitor = test::make_visitors(1)[0];
        const auto claim = wire::encode(a_batch("rabat", {.type = domain::VisitEventType::Contribution, .value = 1}));
        const auto counted = [&] {
            portal.settle();
            return portal.store().visit_events(0, std::numeric_limits<std::int64_t>::max())->size();
        };
        CHECK(portal.post_events(claim, visitor) == 204);
        CHECK(counted() == 0);
        CHECK(portal.post_rating("key", visitor) == 201);
        CHECK(portal.post_events(claim, visitor) == 204);
        CHECK(portal.post_events(claim, visitor) == 204);
        CHECK(counted() == 1);
    }

    TEST_CASE("kiosk sessions are a channel of their own and never visitors") {
        const test::TemporaryFolder folder;
        VisitedPortal portal(folder.path());
        portal.now = {first_day_ms};
        auto batch = a_batch("rabat");
        batch.channel = domain::Channel::Kiosk;
        CHECK(portal.post_events(wire::encode(batch), test::make_visitors(1)[0]) == 204);
        portal.now = {first_day_ms + day_ms};
        portal.settle();
        CHECK(portal.store().visitors()->empty());
        CHECK(portal.store().visit_events(0, std::numeric_limits<std::int64_t>::max())->front().channel ==
              domain::Channel::Kiosk);
    }
}
