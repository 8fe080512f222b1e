// A secret that makes fingerprints and dies: once it is gone, nobody can make the same fingerprint again.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace secrets {

using Digest = std::array<std::uint8_t, 32>;

// Its bytes are overwritten when it is destroyed or moved from.
class Salt {
public:
    static constexpr std::size_t size = 32;

    static Salt random();
    static Salt from(std::span<const std::uint8_t, size> bytes);
    Salt(Salt&& other) noexcept;
    Salt& operator=(Salt&& other) noexcept;
    ~Salt();

    std::span<const std::uint8_t, size> bytes() const { return bytes_; }

private:
    Salt() = default;
    std::array<std::uint8_t, size> bytes_{};
};

// Overwrites what held a secret, then empties it.
void wipe(std::string& bytes);

// HMAC-SHA256 (RFC 2104, FIPS 180-4) with the salt as its key.
Digest fingerprint(const Salt& salt, std::string_view message);

}  // namespace secrets
