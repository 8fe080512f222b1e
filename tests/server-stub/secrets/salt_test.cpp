#include "server-stub/secrets/salt.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <format>
#include <string>

namespace {

std::string hexadecimal(const secrets::Digest& digest) {
    std::string text;
    for (const auto byte : digest) text += std::format("{:02x}", byte);
    return text;
}

}  // namespace

TEST_SUITE("server-stub/secrets/salt") {
    TEST_CASE("the fingerprint is HMAC-SHA256") {
        // RFC 4231, test case 1, whose key of 20 bytes is the same as ours with zeros behind it (RFC 2104, 2).
        std::array<std::uint8_t, secrets::Salt::size> key{};
        for (std::size_t i = 0; i < 20; ++i) key[i] = 0x0b;
        CHECK(hexadecimal(secrets::fingerprint(secrets::Salt::from(key), "Hi There")) ==
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    TEST_CASE("two salts are never the same, and one that was moved from is gone") {
        auto one = secrets::Salt::random();
        const auto two = secrets::Salt::random();
        CHECK(!std::ranges::equal(one.bytes(), two.bytes()));
        const auto moved = std::move(one);
        CHECK(std::ranges::all_of(one.bytes(), [](auto byte) { return byte == 0; }));
        CHECK(!std::ranges::all_of(moved.bytes(), [](auto byte) { return byte == 0; }));
    }
}
