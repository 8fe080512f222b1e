// What every store must keep. The list of stores stands at the end; a new one is one more row there.
#include <array>
#include <doctest/doctest.h>
#include <filesystem>
#include <functional>
#include <memory>

#include "server-stub/storage/sqlite/data_folder.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "tests/server-stub/storage/builders.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

namespace {

using storage::sqlite::Store;
using test::a_rating;

// A kind of store, and how to close it and open it again with what it holds.
class Subject {
public:
    virtual ~Subject() = default;
    virtual service::RatingStore& ratings() = 0;
    virtual service::ContentStore& content() = 0;
    virtual service::VisitStore& visits() = 0;
    virtual bool reopen() { return false; }  // False: this kind forgets.
};

class InMemory final : public Subject {
public:
    service::RatingStore& ratings() override { return *store_; }
    service::ContentStore& content() override { return *store_; }
    service::VisitStore& visits() override { return *store_; }

private:
    std::unique_ptr<Store> store_ = Store::in_memory().value();
};

class OnDisk final : public Subject {
public:
    OnDisk() { reopen(); }
    service::RatingStore& ratings() override { return *store_; }
    service::ContentStore& content() override { return *store_; }
    service::VisitStore& visits() override { return *store_; }
    bool reopen() override {
        store_.reset();
        store_ = Store::open(storage::sqlite::database_in(folder_.path())).value();
        return true;
    }

private:
    test::TemporaryFolder folder_;
    std::unique_ptr<Store> store_;
};

struct Kind {
    const char* name;
    std::function<std::unique_ptr<Subject>()> make;
};

service::ContentRow a_line(std::string address, std::int64_t rank, std::string district = "rabat") {
    return {.address = std::move(address),
            .district = std::move(district),
            .section = "news",
            .rank = rank,
            .summary = "{}",
            .body = "{}"};
}

std::vector<std::string> addresses_of(service::ContentStore& store, const std::optional<service::ContentCursor>& after,
                                      std::size_t limit) {
    std::vector<std::string> addresses;
    for (auto& line : store.content_lines("rabat", "news", after, limit).value())
        addresses.push_back(std::move(line.at.address));
    return addresses;
}

void for_every_store(const std::function<void(Subject&)>& check) {
    for (const auto& kind : {Kind{"sqlite in memory", [] { return std::make_unique<InMemory>(); }},
                             Kind{"sqlite on disk", [] { return std::make_unique<OnDisk>(); }}}) {
        CAPTURE(kind.name);
        check(*kind.make());
    }
}

domain::Receipt record_one(Subject& store, const service::NewRating& rating, const service::CodeSource& codes) {
    auto answers = store.ratings().record(std::array{rating}, codes);
    REQUIRE(answers.size() == 1);
    REQUIRE(answers[0].has_value());
    return *answers[0];
}

}  // namespace

TEST_SUITE("server-stub/storage/contract") {
    TEST_CASE("a rating comes back by its code exactly as it was sent") {
        for_every_store([](Subject& store) {
            auto full = a_rating("k1", 2);
            full.receipt.language = base::Language::Zgh;
            full.receipt.rating.completed = domain::Completed::Partly;
            full.receipt.rating.reasons = {domain::Reason::Waiting, domain::Reason::Language, domain::Reason::Other};
            full.receipt.rating.text = "ⴰⵣⵓⵍ\nشكرا '; DROP TABLE rating; --";
            const auto receipt = record_one(store, full, test::counting_codes());

            full.receipt.code = receipt.code;
            CHECK(receipt == full.receipt);
            store.reopen();
            if (const auto found = store.ratings().find(receipt.code)) CHECK(*found == full.receipt);
        });
    }

    TEST_CASE("what was stored is there after the store was closed") {
        for_every_store([](Subject& store) {
            const auto receipt = record_one(store, a_rating("k1"), test::counting_codes());
            if (!store.reopen()) return;
            CHECK(store.ratings().find(receipt.code) == receipt);
        });
    }

    TEST_CASE("an unknown code is not found") {
        for_every_store([](Subject& store) {
            const auto found = store.ratings().find(domain::ReceiptCode::from_random(1));
            REQUIRE_FALSE(found.has_value());
            CHECK(found.error().code == base::ErrorCode::NotFound);
        });
    }

    TEST_CASE("the same key with the same values answers with the first receipt, also within one batch") {
        for_every_store([](Subject& store) {
            const auto codes = test::counting_codes();
            const auto first = record_one(store, a_rating("k1"), codes);
            auto later = a_rating("k1");
            later.receipt.received_at = {first.received_at.milliseconds + 5000};
            later.receipt.language = base::Language::Fr;
            const auto answers = store.ratings().record(std::array{later, a_rating("k2"), a_rating("k2")}, codes);
            REQUIRE(answers.size() == 3);
            CHECK(answers[0] == first);
            CHECK(answers[1].has_value());
            CHECK(answers[1] == answers[2]);
            CHECK(answers[1]->code != first.code);
        });
    }

    TEST_CASE("the same key with other values is a conflict, and its neighbours in the batch are stored") {
        for_every_store([](Subject& store) {
            const auto codes = test::counting_codes();
            const auto first = record_one(store, a_rating("k1", 4), codes);
            auto elsewhere = a_rating("k1", 4);
            elsewhere.receipt.service = domain::ServiceId("nationalite");
            const auto answers =
                store.ratings().record(std::array{a_rating("k1", 5), a_rating("k2", 1), elsewhere}, codes);
            REQUIRE(answers.size() == 3);
            REQUIRE_FALSE(answers[0].has_value());
            CHECK(answers[0].error().code == base::ErrorCode::Conflict);
            REQUIRE(answers[1].has_value());
            CHECK(store.ratings().find(answers[1]->code) == *answers[1]);
            CHECK_FALSE(answers[2].has_value());
            CHECK(store.ratings().find(first.code)->rating.level == 4);
        });
    }

    TEST_CASE("a code that is taken is passed over") {
        for_every_store([](Subject& store) {
            const auto same = domain::ReceiptCode::from_random(5), other = domain::ReceiptCode::from_random(6);
            const auto first = record_one(store, a_rating("k1"), [&] { return same; });
            const auto second =
                record_one(store, a_rating("k2"), [&, n = 0]() mutable { return n++ < 3 ? same : other; });
            CHECK(first.code == same);
            CHECK(second.code == other);
        });
    }

    TEST_CASE("a batch that fails leaves nothing behind") {
        for_every_store([](Subject& store) {
            const auto only = domain::ReceiptCode::from_random(5), free = domain::ReceiptCode::from_random(6);
            record_one(store, a_rating("k1"), [&] { return only; });
            // The first of the batch gets a code, the second never finds one.
            const auto answers = store.ratings().record(std::array{a_rating("k2"), a_rating("k3")},
                                                        [&, n = 0]() mutable { return n++ == 0 ? free : only; });
            REQUIRE(answers.size() == 2);
            for (const auto& answer : answers) {
                REQUIRE_FALSE(answer.has_value());
                CHECK(answer.error().code == base::ErrorCode::Unavailable);
            }
            CHECK_FALSE(store.ratings().find(free).has_value());
            CHECK(record_one(store, a_rating("k2"), [&] { return free; }).code == free);
        });
    }

    TEST_CASE("new content takes the place of the old, and stays when the store is closed") {
        for_every_store([](Subject& store) {
            auto& content = store.content();
            CHECK(content.content_body("/a").value() == std::optional<std::string>());
            REQUIRE(content.replace_content(std::vector{a_line("/b", 1), a_line("/a", 2)}).has_value());
            auto changed = a_line("/a", 3);
            changed.body = "[\"ⵣ\"]";
            const std::vector second{changed};
            REQUIRE(content.replace_content(second).has_value());
            if (!store.reopen()) return;
            CHECK(store.content().content_body("/a").value() == std::optional<std::string>("[\"ⵣ\"]"));
            CHECK(store.content().content_body("/b").value() == std::optional<std::string>());
        });
    }

    TEST_CASE("what is put comes in place of what stood at its address, and leaves the rest") {
        for_every_store([](Subject& store) {
            auto& content = store.content();
            REQUIRE(content.replace_content(std::vector{a_line("/a", 1), a_line("/b", 2)}).has_value());
            REQUIRE(content.put_content(std::vector{a_line("/a", 3), a_line("/c", 0)}).has_value());
            CHECK(addresses_of(content, {}, 10) == std::vector<std::string>{"/c", "/b", "/a"});
        });
    }

    TEST_CASE("a list ascends by rank and address, and goes on after a line that may be gone") {
        for_every_store([](Subject& store) {
            auto& content = store.content();
            REQUIRE(content
                        .replace_content(std::vector{a_line("/d", -5), a_line("/b", 7), a_line("/a", 7),
                                                     a_line("/z", -9, "fes"), a_line("/e", 1'000'000'000'000)})
                        .has_value());
            CHECK(addresses_of(content, {}, 10) == std::vector<std::string>{"/d", "/a", "/b", "/e"});
            CHECK(addresses_of(content, {}, 2) == std::vector<std::string>{"/d", "/a"});
            CHECK(addresses_of(content, service::ContentCursor{7, "/a"}, 1) == std::vector<std::string>{"/b"});
            CHECK(addresses_of(content, service::ContentCursor{7, "/aa"}, 10) == std::vector<std::string>{"/b", "/e"});
            CHECK(addresses_of(content, service::ContentCursor{1'000'000'000'000, "/e"}, 10).empty());
            const auto before = content.content_lines_before("rabat", "news", {7, "/b"}, 2).value();
            REQUIRE(before.size() == 2);
            CHECK(before[0].at.address == "/a");
            CHECK(before[1].at.address == "/d");
        });
    }

    TEST_CASE("events come back as they were logged, in their order, and stay after the store was closed") {
        for_every_store([](Subject& store) {
            const std::vector<service::LoggedEvent> events{
                {100, "rabat", domain::Channel::Web, base::Language::Zgh, std::string(32, 'a'), "sheet/x",
                 domain::VisitEventType::Active, 15},
                {90, "", domain::Channel::Kiosk, base::Language::Ar, std::string(32, 'b'), "receipt",
                 domain::VisitEventType::Screen, 1}};
            REQUIRE(store.visits().record_visits(events, {}).has_value());
            CHECK(store.visits().visit_events(0, 1000) == events);
            CHECK(store.visits().visit_events(95, 101)->size() == 1);
            CHECK(store.visits().visit_events(0, 90)->empty());
            if (store.reopen()) CHECK(store.visits().visit_events(0, 1000) == events);
        });
    }

    TEST_CASE("tallies of a day add up") {
        for_every_store([](Subject& store) {
            const service::DayTally pages{{2026, 11, 22}, "rabat", service::Tally::Pages, 3};
            const service::DayTally robots{{2026, 11, 22}, "rabat", service::Tally::Robots, 1};
            REQUIRE(store.visits().record_visits({}, std::array{pages, robots}).has_value());
            REQUIRE(store.visits().record_visits({}, std::array{pages}).has_value());
            auto sum = pages;
            sum.count = 6;
            CHECK(store.visits().tallies() == std::vector{sum, robots});
        });
    }

    TEST_CASE("the count of a period that is over is never rewritten") {
        for_every_store([](Subject& store) {
            const service::VisitorCount first{"2026-11-22", "rabat", 7, 5}, again{"2026-11-22", "rabat", 9, 6};
            const service::VisitorCount other{"2026-11", "rabat", 40, 5};
            REQUIRE(store.visits().record_visitors(std::array{first, other}).has_value());
            REQUIRE(store.visits().record_visitors(std::array{again}).has_value());
            CHECK(store.visits().visitors() == std::vector{other, first});
        });
    }

    TEST_CASE("a batch of events with one that breaks a rule leaves nothing behind") {
        for_every_store([](Subject& store) {
            service::LoggedEvent good{.visit = std::string(32, 'a'), .screen = "receipt"}, bad = good;
            bad.visit = "someone";
            const service::DayTally pages{{2026, 11, 22}, "", service::Tally::Pages, 1};
            CHECK_FALSE(store.visits().record_visits(std::array{good, bad}, std::array{pages}).has_value());
            CHECK(store.visits().visit_events(0, 1000)->empty());
            CHECK(store.visits().tallies()->empty());
        });
    }
}
