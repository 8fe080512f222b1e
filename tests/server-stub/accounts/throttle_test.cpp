#include <doctest/doctest.h>

#include "server-stub/service/sign_in_throttle.hpp"

using service::judge;
using service::Network;
using service::Verdict;
using std::chrono::seconds;

TEST_SUITE("server-stub/service/sign_in_throttle") {
    TEST_CASE("the first tries are free, the next wait twice as long each time, up to a quarter of an hour") {
        const base::Instant now{1'000'000'000};
        CHECK(judge({4, now}, now).say == Verdict::Say::Go);
        CHECK(judge({5, now}, now) == Verdict{Verdict::Say::Wait, seconds(1)});
        CHECK(judge({6, now}, now) == Verdict{Verdict::Say::Wait, seconds(2)});
        CHECK(judge({14, now}, now) == Verdict{Verdict::Say::Wait, seconds(512)});
        CHECK(judge({15, now}, now) == Verdict{Verdict::Say::Wait, seconds(900)});
        CHECK(judge({99, now}, now) == Verdict{Verdict::Say::Wait, seconds(900)});
        CHECK(judge({99, now}, {now.milliseconds + 900'000}).say == Verdict::Say::Go);
        CHECK(judge({100, now}, {now.milliseconds + 900'000'000}).say == Verdict::Say::Locked);
    }

    TEST_CASE("a network waits when it did too much, and not for its neighbour") {
        service::NetworkCount count({.most = 3, .within = std::chrono::minutes(10)});
        base::Instant now{1'000'000'000};
        for (int i = 0; i < 3; ++i) {
            CHECK_FALSE(count.wait_before(Network{1}, now).has_value());
            count.count(Network{1}, now);
            now.milliseconds += 1000;
        }
        CHECK(count.wait_before(Network{1}, now) == seconds(597));
        CHECK_FALSE(count.wait_before(Network{2}, now).has_value());
        now.milliseconds += 597'000;
        CHECK_FALSE(count.wait_before(Network{1}, now).has_value());
    }
}
