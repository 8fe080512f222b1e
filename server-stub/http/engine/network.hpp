// From an address to the network it belongs to, hashed at once: addresses are never kept.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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

// "192.0.2.1" or "2001:db8::1"; nothing for anything else.
std::optional<Address> parse_address(std::string_view text);
// For whom a proxy speaks: the last address of its X-Forwarded-For, the only one that it has seen itself.
std::optional<Address> forwarded_for(std::string_view header);

}  // namespace http::engine
