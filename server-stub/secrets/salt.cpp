#include "server-stub/secrets/salt.hpp"

#include <algorithm>
#include <sodium.h>

#include "server-stub/secrets/detail/library.hpp"

namespace secrets {

static_assert(Salt::size == crypto_auth_hmacsha256_KEYBYTES);
static_assert(sizeof(Digest) == crypto_auth_hmacsha256_BYTES);

Salt Salt::random() {
    detail::ensure_library();
    Salt salt;
    randombytes_buf(salt.bytes_.data(), size);
    return salt;
}

Salt Salt::from(std::span<const std::uint8_t, size> bytes) {
    Salt salt;
    std::ranges::copy(bytes, salt.bytes_.begin());
    return salt;
}

Salt::Salt(Salt&& other) noexcept : bytes_(other.bytes_) { sodium_memzero(other.bytes_.data(), size); }

Salt& Salt::operator=(Salt&& other) noexcept {
    if (this == &other) return *this;
    bytes_ = other.bytes_;
    sodium_memzero(other.bytes_.data(), size);
    return *this;
}

Salt::~Salt() { sodium_memzero(bytes_.data(), size); }

void wipe(std::string& bytes) {
    sodium_memzero(bytes.data(), bytes.size());
    bytes.clear();
}

Digest fingerprint(const Salt& salt, std::string_view message) {
    detail::ensure_library();
    Digest digest;
    crypto_auth_hmacsha256(digest.data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                           salt.bytes().data());
    return digest;
}

}  // namespace secrets
