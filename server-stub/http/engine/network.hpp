// From an address to the network it belongs to, hashed at once: addresses are never kept.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace http::engine {

struct Salt {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
};

// SipHash-2-4: without the salt, which dies with the process, the four billion IPv4 addresses cannot be tried.
std::uint64_t keyed_hash(const Salt& salt, std::span<const std::uint8_t> bytes);

// IPv6 form, IPv4 as ::ffff:a.b.c.d. The /24 or /64 is what is hashed.
using Address = std::array<std::uint8_t, 16>;
std::uint64_t network_of(const Salt& salt, const Address& address);
// The /24 or /64 itself: the rest of the address becomes zero.
Address prefix_of(const Address& address);
bool is_loopback(const Address& address);

}  // namespace http::engine
