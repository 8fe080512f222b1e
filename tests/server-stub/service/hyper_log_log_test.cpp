#include "server-stub/service/hyper_log_log.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <doctest/doctest.h>
#include <random>

using service::HyperLogLog;

TEST_SUITE("server-stub/service/hyper_log_log") {
    TEST_CASE("the error stays within three times its standard, from one to a million") {
        std::mt19937_64 random(4096);
        HyperLogLog seen;
        CHECK(seen.estimate() == 0);
        std::uint64_t count = 0;
        for (const std::uint64_t target :
             {1U, 10U, 100U, 1000U, 5000U, 10'000U, 20'000U, 50'000U, 200'000U, 1'000'000U}) {
            for (; count < target; ++count) seen.add(random());
            CAPTURE(target);
            const auto exact = static_cast<double>(target);
            CHECK(std::abs(seen.estimate() - exact) <= std::max(0.5, exact * 3 * 0.01625));
        }
    }

    TEST_CASE("the mean over many sketches has no bias where the older formula changed") {
        std::mt19937_64 random(7);
        double sum = 0;
        for (int sketch = 0; sketch < 200; ++sketch) {
            HyperLogLog seen;
            for (int i = 0; i < 10'240; ++i) seen.add(random());
            sum += seen.estimate();
        }
        CHECK(std::abs(sum / 200 / 10'240 - 1) < 0.004);
    }

    TEST_CASE("the same again changes nothing, and two halves make the whole") {
        std::mt19937_64 random(1);
        HyperLogLog one, two, both;
        for (int i = 0; i < 3'000; ++i) {
            const auto hash = random();
            (i % 2 == 0 ? one : two).add(hash);
            both.add(hash);
            CHECK(!both.add(hash));
        }
        one.merge(two);
        CHECK(std::ranges::equal(one.bytes(), both.bytes()));
        CHECK(HyperLogLog(both.bytes()).estimate() == both.estimate());
    }

    TEST_CASE("registers that nobody can have written are cut, not believed") {
        std::array<std::uint8_t, HyperLogLog::registers> broken{};
        broken.fill(255);
        CHECK(std::ranges::all_of(HyperLogLog(broken).bytes(), [](auto rank) { return rank <= 53; }));
        CHECK(!std::isnan(HyperLogLog(broken).estimate()));
    }
}
