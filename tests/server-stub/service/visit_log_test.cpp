#include "server-stub/service/visit_log.hpp"

#include <doctest/doctest.h>
#include <numeric>

namespace {

using domain::VisitBatch;
using domain::VisitEvent;
using domain::VisitEventType;
using Reason = service::VisitRefusal::Reason;

constexpr std::string_view firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
constexpr std::int64_t noon_s = 1'795'348'800;  // 2026-11-22T12:00Z

class MemoryStore final : public service::VisitStore {
public:
    base::Result<void> record_visits(std::span<const service::LoggedEvent> events,
                                     std::span<const service::DayTally> tallies) override {
        if (fails) return std::unexpected(base::Error{base::ErrorCode::Unavailable, "full"});
        kept.insert(kept.end(), events.begin(), events.end());
        for (const auto& tally : tallies) counted += tally.count;
        return {};
    }
    base::Result<void> record_visitors(std::span<const service::VisitorCount> counts) override {
        if (fails) return std::unexpected(base::Error{base::ErrorCode::Unavailable, "full"});
        ended.insert(ended.end(), counts.begin(), counts.end());
        return {};
    }
    base::Result<std::vector<service::LoggedEvent>> visit_events(std::int64_t, std::int64_t) override { return kept; }
    base::Result<std::vector<service::DayTally>> tallies() override { return std::vector<service::DayTally>{}; }
    base::Result<std::vector<service::VisitorCount>> visitors() override { return ended; }

    std::vector<service::LoggedEvent> kept;
    std::vector<service::VisitorCount> ended;
    std::int64_t counted = 0;
    bool fails = false;
};

service::LegalTime utc() {
    const auto header = [](int types) {
        std::string out = "TZif2" + std::string(15, '\0');
        for (const int count : {0, 0, 0, 0, types, 4}) out += std::string(3, '\0') + static_cast<char>(count);
        return out + std::string(6, '\0') + std::string("UTC\0", 4);
    };
    return service::LegalTime::parse(header(1) + header(1) + "\nUTC0\n").value();
}

struct Desk {
    explicit Desk(service::VisitLog::Limits limits) : log(parts(), limits) {}
    Desk() : Desk(service::VisitLog::Limits{}) {}

    service::VisitLog::Parts parts() {
        return {.store = store,
                .legal_time = legal_time,
                .is_portal = [](std::string_view slug) { return slug == "rabat"; },
                .keeping = {.day = secrets::ErasableFile({}), .month = secrets::ErasableFile({})}};
    }
    auto take(const VisitBatch& batch, std::int64_t at_s) {
        return log.take(batch, {.network = 1, .prefix = {}, .user_agent = firefox}, {at_s * 1000});
    }
    void settle(std::int64_t at_s = noon_s) { CHECK(log.settle({at_s * 1000})); }
    int seconds() {
        settle();
        return std::accumulate(store.kept.begin(), store.kept.end(), 0, [](int sum, const auto& event) {
            return sum + (event.type == VisitEventType::Active ? event.value : 0);
        });
    }

    MemoryStore store;
    service::LegalTime legal_time = utc();
    service::VisitLog log;
};

VisitBatch active(int seconds, int ago = 0, char key = 'a') {
    return {.visit = std::string(32, key),
            .channel = domain::Channel::Web,
            .events = {VisitEvent{.seconds_ago = ago,
                                  .portal = "rabat",
                                  .screen = "sheet/x",
                                  .type = VisitEventType::Active,
                                  .value = seconds}}};
}

}  // namespace

TEST_SUITE("server-stub/service/visit_log") {
    TEST_CASE("the time of an event is the server's, whatever the reader's clock says") {
        Desk desk;
        CHECK(desk.take(active(5, 40), noon_s));
        desk.settle();
        REQUIRE(desk.store.kept.size() == 1);
        CHECK(desk.store.kept[0].time_s == noon_s - 40);
    }

    TEST_CASE("nobody can have been active for longer than the clock went on") {
        Desk desk;
        for (int i = 0; i < 100; ++i) CHECK(desk.take(active(15), noon_s + i));
        CHECK(desk.seconds() <= 99 + 10 + 15);  // The clock, a slow network, the first interval.
    }

    TEST_CASE("a visit of days counts two hours") {
        Desk desk;
        for (int i = 0; i < 2000; ++i) CHECK(desk.take(active(15), noon_s + 15 * i));
        CHECK(desk.seconds() == 7200);
    }

    TEST_CASE("an interval is cut to fifteen seconds even where the wire let more through") {
        Desk desk;
        CHECK(desk.take(active(0, 300), noon_s));
        CHECK(desk.take(active(200), noon_s));
        CHECK(desk.seconds() == 15);
    }

    TEST_CASE("an unknown district is refused with its place, and nothing of the batch is kept") {
        Desk desk;
        auto batch = active(5);
        batch.events.push_back(batch.events[0]);
        batch.events[1].portal = "atlantis";
        const auto taken = desk.take(batch, noon_s);
        REQUIRE_FALSE(taken);
        CHECK(taken.error().reason == Reason::UnknownPortal);
        CHECK(taken.error().event == 1);
        CHECK(desk.seconds() == 0);
    }

    TEST_CASE("a network that sends too much must wait for the next minute, others need not") {
        Desk desk({.batches_per_minute = 3});
        for (int i = 0; i < 3; ++i) CHECK(desk.take(active(1), noon_s));
        const auto fourth = desk.take(active(1), noon_s + 20);
        REQUIRE_FALSE(fourth);
        CHECK(fourth.error().reason == Reason::TooMany);
        CHECK(fourth.error().wait == std::chrono::seconds(40));
        CHECK(desk.log.take(active(1), {.network = 2, .prefix = {}, .user_agent = firefox}, {noon_s * 1000}));
        CHECK(desk.take(active(1), noon_s + 60));
    }

    TEST_CASE("what cannot be held is refused, and there is room again once the store has it") {
        Desk desk({.waiting = 2, .visits = 2});
        CHECK(desk.take(active(1, 30), noon_s));
        CHECK(desk.take(active(1), noon_s));
        CHECK(desk.take(active(1), noon_s).error().reason == Reason::Full);
        desk.settle();
        CHECK(desk.take(active(1), noon_s));
        CHECK(desk.take(active(1, 5, 'b'), noon_s));
        desk.settle();
        CHECK(desk.take(active(1, 5, 'c'), noon_s).error().reason == Reason::Full);
        CHECK(desk.take(active(1, 5, 'c'), noon_s + 3600));
    }

    TEST_CASE("a store that fails loses nothing: the next settling writes all of it, once") {
        Desk desk;
        CHECK(desk.take(active(5, 30), noon_s));
        desk.log.count_page("rabat", firefox, {noon_s * 1000});
        desk.store.fails = true;
        CHECK(!desk.log.settle({(noon_s + 86'400) * 1000}));
        desk.store.fails = false;
        desk.settle(noon_s + 86'400);
        desk.settle(noon_s + 86'400);
        CHECK(desk.store.kept.size() == 1);
        CHECK(desk.store.counted == 1);
        CHECK(desk.store.ended == std::vector{service::VisitorCount{"2026-11-22", "rabat", 1, noon_s}});
    }

    TEST_CASE("the same person comes twice a day and counts once, on two days twice, in a month once") {
        Desk desk;
        for (const std::int64_t at_s : {noon_s, noon_s + 60, noon_s + 86'400}) CHECK(desk.take(active(1), at_s));
        desk.settle(noon_s + 30 * 86'400);
        REQUIRE(desk.store.ended.size() == 3);
        for (const auto& count : desk.store.ended) CHECK(count.visitors == 1);
        CHECK(desk.store.ended[2].period == "2026-11");
    }

    TEST_CASE("a page of a place that does not exist counts as national") {
        Desk desk;
        desk.log.count_page("../etc", firefox, {noon_s * 1000});
        desk.settle();
        CHECK(desk.store.counted == 1);
    }
}
