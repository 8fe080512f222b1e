#include "server-stub/http/engine/network.hpp"

#include <doctest/doctest.h>
#include <numeric>

#include "server-stub/http/engine/connection_limits.hpp"

using namespace http::engine;

namespace {

Address v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
    return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d};
}

constexpr Salt salt{0x0706050403020100, 0x0f0e0d0c0b0a0908};

}  // namespace

TEST_SUITE("server-stub/http/engine/network") {
    TEST_CASE("the hash is SipHash-2-4, by the vector of its authors") {
        std::array<std::uint8_t, 15> bytes;
        std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
        CHECK(keyed_hash(salt, bytes) == 0xa129ca6149be45e5);
    }

    TEST_CASE("neighbours in a /24 are one network, other networks and salts are not") {
        const auto here = network_of(salt, v4(192, 0, 2, 1));
        CHECK(here == network_of(salt, v4(192, 0, 2, 254)));
        CHECK(here != network_of(salt, v4(192, 0, 3, 1)));
        CHECK(here != network_of({1, 2}, v4(192, 0, 2, 1)));
    }

    TEST_CASE("a proxy names the one that it has seen itself last") {
        CHECK(forwarded_for("192.0.2.7") == v4(192, 0, 2, 7));
        CHECK(forwarded_for("10.0.0.1, 198.51.100.4 ,\t192.0.2.7 ") == v4(192, 0, 2, 7));
        CHECK(forwarded_for("2001:db8::1")->front() == 0x20);
        CHECK(forwarded_for("::ffff:192.0.2.7") == v4(192, 0, 2, 7));
        for (const auto* nonsense : {"", ",", "192.0.2.7,", "unknown", "192.0.2", "192.0.2.7:80", "[2001:db8::1]",
                                     "192.0.2.7, _hidden", "999.0.0.1"}) {
            CAPTURE(nonsense);
            CHECK_FALSE(forwarded_for(nonsense));
        }
    }

    TEST_CASE("an IPv6 network is a /64") {
        Address here{0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 1};
        auto neighbour = here, other = here;
        neighbour[15] = 9;
        other[7] = 2;
        CHECK(network_of(salt, here) == network_of(salt, neighbour));
        CHECK(network_of(salt, here) != network_of(salt, other));
    }

    TEST_CASE("the loopback is known in both families") {
        Address six{};
        six[15] = 1;
        CHECK(is_loopback(six));
        CHECK(is_loopback(v4(127, 0, 0, 1)));
        CHECK_FALSE(is_loopback(v4(128, 0, 0, 1)));
        six[14] = 1;
        CHECK_FALSE(is_loopback(six));
    }

    TEST_CASE("a network takes its share of the connections and no more, until one ends") {
        ConnectionLimits limits(3, 2);
        CHECK(limits.admit(1));
        CHECK(limits.admit(1));
        CHECK_FALSE(limits.admit(1));
        CHECK(limits.admit(2));
        CHECK_FALSE(limits.admit(3));
        limits.release(1);
        CHECK(limits.admit(1));
    }
}
