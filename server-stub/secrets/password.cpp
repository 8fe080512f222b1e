#include "server-stub/secrets/password.hpp"

#include <array>
#include <sodium.h>

#include "server-stub/secrets/detail/library.hpp"

namespace secrets {

std::string hash_password(std::string_view password, const PasswordCost& cost) {
    detail::ensure_library();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes, cost.bytes,
                                             crypto_pwhash_ALG_ARGON2ID13);
    return failed != 0 ? std::string() : std::string(text.data());
}

bool fits_password(std::string_view password, const std::string& hash) {
    detail::ensure_library();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace secrets
