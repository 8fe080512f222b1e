// Passwords: what is kept of them, and whether one fits (argon2id, RFC 9106).
#pragma once

#include <string>
#include <string_view>

namespace secrets {

// What one hashing costs. `full` is what people's passwords get; `least` is for tests that hash thousands of times.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t bytes = std::size_t{64} << 20;
};
inline constexpr PasswordCost full_cost{};
inline constexpr PasswordCost least_cost{.passes = 1, .bytes = 8192};

// With its salt and its cost, as a text of at most 127 ASCII characters; empty where memory ran out.
std::string hash_password(std::string_view password, const PasswordCost& cost = full_cost);
// Takes as long whether it fits or not.
bool fits_password(std::string_view password, const std::string& hash);

}  // namespace secrets
