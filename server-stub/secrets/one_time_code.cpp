#include "server-stub/secrets/one_time_code.hpp"

#include <array>
#include <bit>
#include <vector>

#include "server-stub/secrets/detail/library.hpp"
#include "server-stub/secrets/token.hpp"

namespace secrets {
namespace {

constexpr std::size_t block_size = 64;
constexpr std::int64_t step_s = 30;

using Words = std::array<std::uint32_t, 5>;

struct Round {
    std::uint32_t mixed;
    std::uint32_t constant;
};

Round round_of(std::size_t t, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    if (t < 20) return {(b & c) | (~b & d), 0x5A827999};
    if (t < 40) return {b ^ c ^ d, 0x6ED9EBA1};
    if (t < 60) return {(b & c) | (b & d) | (c & d), 0x8F1BBCDC};
    return {b ^ c ^ d, 0xCA62C1D6};
}

void take_block(Words& state, const std::uint8_t* block) {
    std::array<std::uint32_t, 80> w{};
    for (std::size_t t = 0; t < 16; ++t)
        for (std::size_t i = 0; i < 4; ++i) w[t] = w[t] << 8 | block[4 * t + i];
    for (std::size_t t = 16; t < w.size(); ++t) w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t t = 0; t < w.size(); ++t) {
        const auto [mixed, constant] = round_of(t, b, c, d);
        const auto next = std::rotl(a, 5) + mixed + e + constant + w[t];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

// FIPS 180-4, section 6.1. libsodium has none, and it is good for nothing but this.
std::array<std::uint8_t, 20> sha1(std::string_view message) {
    std::vector<std::uint8_t> bytes(message.begin(), message.end());
    bytes.push_back(0x80);
    while (bytes.size() % block_size != block_size - 8) bytes.push_back(0);
    const std::uint64_t bits = std::uint64_t{message.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
    Words state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    for (std::size_t at = 0; at < bytes.size(); at += block_size) take_block(state, bytes.data() + at);
    std::array<std::uint8_t, 20> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

std::string as_text(const std::array<std::uint8_t, 20>& bytes) { return {bytes.begin(), bytes.end()}; }

// RFC 2104; the key is shorter than a block.
std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message) {
    std::string inner(block_size, 0x36), outer(block_size, 0x5C);
    for (std::size_t i = 0; i < key.size() && i < block_size; ++i) {
        inner[i] = static_cast<char>(inner[i] ^ key[i]);
        outer[i] = static_cast<char>(outer[i] ^ key[i]);
    }
    return sha1(outer + as_text(sha1(inner.append(message))));
}

}  // namespace

std::string random_one_time_key() {
    detail::ensure_library();
    std::string key(one_time_key_size, '\0');
    randombytes_buf(key.data(), key.size());
    return key;
}

std::string in_base32(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<std::uint8_t>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += letters[held >> (bits - 5) & 31];
    }
    if (bits > 0) text += letters[held << (5 - bits) & 31];
    return text;
}

std::string one_time_code(std::string_view key, std::int64_t step, std::size_t digits) {
    std::string counter;
    for (int shift = 56; shift >= 0; shift -= 8) counter += static_cast<char>(step >> shift);
    const auto digest = hmac_sha1(key, counter);
    const std::size_t at = digest.back() & 15;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | digest[at + i];
    number &= 0x7FFFFFFF;
    std::string code(digits, '0');
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return code;
}

std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code, std::int64_t now_s,
                                         std::int64_t last_step) {
    const auto now = now_s / step_s;
    for (const auto step : {now, now - 1, now + 1})
        if (step > last_step && is_same(one_time_code(key, step), code)) return step;
    return std::nullopt;
}

}  // namespace secrets
