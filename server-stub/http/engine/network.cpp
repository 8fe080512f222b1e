#include "server-stub/http/engine/network.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <bit>
#include <string>

namespace http::engine {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_mapped_v4(const Address& address) { return std::ranges::starts_with(address, mapped_prefix); }

std::size_t kept_bytes(const Address& address) { return is_mapped_v4(address) ? 15 : 8; }

// Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
struct SipState {
    std::uint64_t v0, v1, v2, v3;

    void round() {
        v0 += v1, v1 = std::rotl(v1, 13) ^ v0, v0 = std::rotl(v0, 32);
        v2 += v3, v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3, v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1, v1 = std::rotl(v1, 17) ^ v2, v2 = std::rotl(v2, 32);
    }
    void absorb(std::uint64_t word) {
        v3 ^= word;
        round(), round();
        v0 ^= word;
    }
};

std::uint64_t little_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) word = word << 8 | bytes[i];
    return word;
}

}  // namespace

std::uint64_t keyed_hash(const Salt& salt, std::span<const std::uint8_t> bytes) {
    SipState state{salt.first ^ 0x736f6d6570736575, salt.second ^ 0x646f72616e646f6d, salt.first ^ 0x6c7967656e657261,
                   salt.second ^ 0x7465646279746573};
    const auto size = bytes.size();
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) state.absorb(little_endian(bytes.first(8)));
    state.absorb(static_cast<std::uint64_t>(size) << 56 | little_endian(bytes));
    state.v2 ^= 0xff;
    for (int i = 0; i < 4; ++i) state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

std::uint64_t network_of(const Salt& salt, const Address& address) {
    return keyed_hash(salt, std::span(address).first(kept_bytes(address)));
}

Address prefix_of(const Address& address) {
    Address prefix{};
    std::ranges::copy_n(address.begin(), static_cast<std::ptrdiff_t>(kept_bytes(address)), prefix.begin());
    return prefix;
}

bool is_loopback(const Address& address) {
    if (is_mapped_v4(address)) return address[12] == 127;
    Address loopback{};
    loopback.back() = 1;
    return address == loopback;
}

std::optional<Address> parse_address(std::string_view text) {
    const std::string ended(text);
    Address address{};
    if (inet_pton(AF_INET6, ended.c_str(), address.data()) == 1) return address;
    std::ranges::copy(mapped_prefix, address.begin());
    if (inet_pton(AF_INET, ended.c_str(), &address[mapped_prefix.size()]) == 1) return address;
    return std::nullopt;
}

std::optional<Address> forwarded_for(std::string_view header) {
    const auto comma = header.rfind(',');
    if (comma != std::string_view::npos) header.remove_prefix(comma + 1);
    while (header.starts_with(' ') || header.starts_with('\t')) header.remove_prefix(1);
    while (header.ends_with(' ') || header.ends_with('\t')) header.remove_suffix(1);
    return parse_address(header);
}

}  // namespace http::engine
