#include "server-stub/service/rating_desk.hpp"

#include <doctest/doctest.h>
#include <future>
#include <set>
#include <thread>

#include "server-stub/storage/sqlite/data_folder.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "tests/server-stub/storage/builders.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

namespace {

using Answer = base::Result<domain::Receipt>;

Answer submit_and_wait(service::RatingDesk& desk, service::NewRating rating) {
    std::promise<Answer> promise;
    desk.submit(std::move(rating), [&](Answer answer) { promise.set_value(std::move(answer)); });
    return promise.get_future().get();
}

void in_threads(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back(work, i);
    for (auto& thread : threads) thread.join();
}

}  // namespace

TEST_SUITE("server-stub/service/rating_desk") {
    TEST_CASE("a key that a hundred threads send at once is stored once, and all get the same receipt") {
        const test::TemporaryFolder folder;
        auto store = storage::sqlite::Store::open(storage::sqlite::database_in(folder.path())).value();
        service::RatingDesk desk(*store, test::counting_codes());

        std::vector<Answer> answers(100);
        in_threads(answers.size(),
                   [&](std::size_t i) { answers[i] = submit_and_wait(desk, test::a_rating("one key")); });
        for (const auto& answer : answers) {
            REQUIRE(answer.has_value());
            CHECK(answer->code == answers[0]->code);
        }
    }

    TEST_CASE("ratings of a hundred threads with their own keys are all stored, each under its own code") {
        const test::TemporaryFolder folder;
        auto store = storage::sqlite::Store::open(storage::sqlite::database_in(folder.path())).value();
        std::vector<Answer> answers(100);
        {
            service::RatingDesk desk(*store, test::counting_codes());
            in_threads(answers.size(),
                       [&](std::size_t i) { answers[i] = submit_and_wait(desk, test::a_rating(std::to_string(i))); });
        }
        std::set<std::string> codes;
        for (const auto& answer : answers) {
            REQUIRE(answer.has_value());
            codes.insert(answer->code.digits());
            CHECK(store->find(answer->code) == *answer);
        }
        CHECK(codes.size() == answers.size());
    }

    TEST_CASE("a desk that closes answers what it took") {
        auto store = storage::sqlite::Store::in_memory().value();
        std::atomic<int> answered = 0;
        {
            service::RatingDesk desk(*store, test::counting_codes());
            for (int i = 0; i < 300; ++i)
                desk.submit(test::a_rating(std::to_string(i)),
                            [&](const Answer& answer) { answered += answer.has_value(); });
        }
        CHECK(answered == 300);
    }

    TEST_CASE("a desk whose queue is full says so at once") {
        auto store = storage::sqlite::Store::in_memory().value();
        service::RatingDesk desk(*store, test::counting_codes(), {.waiting = 0, .batch = 1});
        const auto answer = submit_and_wait(desk, test::a_rating("k"));
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code == base::ErrorCode::Unavailable);
    }
}
