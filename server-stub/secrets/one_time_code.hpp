// One-time codes of an authenticator (RFC 6238: HMAC-SHA-1, 30 seconds, six digits, as all such programs know them).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace secrets {

inline constexpr std::size_t one_time_key_size = 20;  // Bytes (RFC 4226, section 4).

std::string random_one_time_key();
// As people type it into their authenticator (RFC 4648, without padding).
std::string in_base32(std::string_view bytes);

// The code of a step of 30 seconds, `digits` of them.
std::string one_time_code(std::string_view key, std::int64_t step, std::size_t digits = 6);
// The step that the code belongs to: now, one earlier or one later, and after `last_step`, so that none counts twice.
std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code, std::int64_t now_s,
                                         std::int64_t last_step);

}  // namespace secrets
