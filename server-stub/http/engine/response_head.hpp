// Prints the head of a response: the only place where a value reaches the wire as a header.
#pragma once

#include <cstddef>
#include <ctime>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server-stub/http/engine/message.hpp"

namespace http::engine {

// No control characters, so that nothing that was typed can begin a header of its own.
bool is_safe_value(std::string_view value);

// "Sun, 22 Nov 2026 12:00:00 GMT"
std::string print_http_date(std::time_t seconds);

enum class Persistence : std::uint8_t { KeepAlive, Close };

// Nothing when a name or a value is not safe.
std::optional<std::string> print_head(int status, std::span<const Header> headers, std::size_t content_length,
                                      Persistence persistence, std::time_t now);

}  // namespace http::engine
