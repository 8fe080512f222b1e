// The key of a data folder: what must be read again is stored sealed by it, what must only be recognised, as its mark.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/secrets/salt.hpp"
#include "shared/base/result.hpp"

namespace secrets {

// Lies beside the database, readable by its owner alone, so that a copy of the database alone opens nothing.
class SealingKey {
public:
    // Made when the file is missing. An empty path: a key that dies with the process.
    static base::Result<SealingKey> keep_in(const std::filesystem::path& file);

    // XSalsa20-Poly1305 with a random nonce in front, in hexadecimal digits.
    std::string seal(std::string_view secret) const;
    // Nothing where it was not sealed by this key.
    std::optional<std::string> open(std::string_view sealed) const;
    // HMAC-SHA256 in 64 hexadecimal digits.
    std::string mark(std::string_view text) const;

private:
    explicit SealingKey(Salt key) : key_(std::move(key)) {}
    Salt key_;
};

}  // namespace secrets
