#include "server-stub/service/receipt_guesses.hpp"

#include <cstdint>
#include <doctest/doctest.h>
#include <random>
#include <string>
#include <unordered_set>

namespace {

using service::Network;
using service::ReceiptGuesses;

const Network here{1}, elsewhere{2};
constexpr base::Instant start{1'000'000};
constexpr base::Instant after_minutes(std::int64_t minutes) { return {start.milliseconds + minutes * 60'000}; }

const auto a_code = domain::ReceiptCode::from_random(7);
const auto another_code = domain::ReceiptCode::from_random(8);

void guess_ten_times(ReceiptGuesses& guesses) {
    for (int i = 0; i < 10; ++i) REQUIRE_FALSE(guesses.count_unknown(here, start).has_value());
}

}  // namespace

TEST_SUITE("server-stub/service/receipt_guesses") {
    TEST_CASE("the eleventh unknown code of a network in ten minutes must wait, and says how long") {
        ReceiptGuesses guesses(0);
        guess_ten_times(guesses);
        const auto wait = guesses.count_unknown(here, after_minutes(4));
        REQUIRE(wait.has_value());
        CHECK(*wait == std::chrono::minutes(6));
    }

    TEST_CASE("a network that must wait is stopped before its code is looked up") {
        ReceiptGuesses guesses(0);
        CHECK_FALSE(guesses.wait_before(here, a_code, start).has_value());
        guess_ten_times(guesses);
        CHECK(guesses.wait_before(here, a_code, start).has_value());
    }

    TEST_CASE("other networks do not wait for this one") {
        ReceiptGuesses guesses(0);
        guess_ten_times(guesses);
        CHECK_FALSE(guesses.wait_before(elsewhere, a_code, start).has_value());
        CHECK_FALSE(guesses.count_unknown(elsewhere, start).has_value());
    }

    TEST_CASE("after ten minutes a network may try again") {
        ReceiptGuesses guesses(0);
        guess_ten_times(guesses);
        CHECK(guesses.wait_before(here, a_code, after_minutes(9)).has_value());
        CHECK_FALSE(guesses.wait_before(here, a_code, after_minutes(10)).has_value());
    }

    TEST_CASE("a receipt that was given here opens even while a neighbour guesses") {
        ReceiptGuesses guesses(0);
        guesses.remember(here, a_code, start);
        guess_ten_times(guesses);
        CHECK_FALSE(guesses.wait_before(here, a_code, start).has_value());
        CHECK(guesses.wait_before(here, another_code, start).has_value());
    }

    TEST_CASE("whoever guesses for a year, as fast as one network is let, finds none of a million receipts") {
        constexpr int receipts = 1'000'000, minutes_of_a_year = 365 * 24 * 60;
        std::mt19937_64 issued(1), guessed(2);
        std::unordered_set<std::string> known;
        while (known.size() < receipts) known.insert(domain::ReceiptCode::from_random(issued()).digits());
        ReceiptGuesses guesses(0);
        int tries = 0, found = 0;
        for (int minute = 0; minute < minutes_of_a_year; ++minute)
            for (bool may = true; may;) {
                const auto code = domain::ReceiptCode::from_random(guessed());
                may = !guesses.wait_before(here, code, after_minutes(minute));
                if (!may) break;
                ++tries;
                if (known.contains(code.digits())) ++found;
                else may = !guesses.count_unknown(here, after_minutes(minute));
            }
        CHECK(tries >= 500'000);
        CHECK(found == 0);
    }
}
