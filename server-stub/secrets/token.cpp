#include "server-stub/secrets/token.hpp"

#include <array>
#include <cstdint>
#include <span>

#include "server-stub/secrets/detail/library.hpp"

namespace secrets {
namespace {

using Bytes = std::array<std::uint8_t, 32>;

std::string in_hexadecimal(const Bytes& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) text.append({digits[byte >> 4], digits[byte & 15]});
    return text;
}

}  // namespace

std::string random_token() {
    detail::ensure_library();
    Bytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return in_hexadecimal(bytes);
}

std::string random_digits(std::size_t count) {
    detail::ensure_library();
    std::string text;
    while (text.size() < count) text += static_cast<char>('0' + randombytes_uniform(10));
    return text;
}

std::string hash_token(std::string_view token) {
    detail::ensure_library();
    Bytes hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                       nullptr, 0);
    return in_hexadecimal(hash);
}

bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace secrets
