// How much JSON is read before it is refused; all limits hold before a value is built.
#pragma once

#include <cstddef>

namespace wire {

struct Limits {
    std::size_t bytes;
    std::size_t depth;  // Lists and objects within each other.
    std::size_t keys;   // Of all objects together.
};

inline constexpr Limits request_limits{.bytes = 64 * 1024, .depth = 32, .keys = 2'000};
// What the client reads from our server, and the server from its content files.
inline constexpr Limits response_limits{.bytes = 1024 * 1024, .depth = 32, .keys = 20'000};

inline constexpr std::size_t form_bytes_limit = 64 * 1024;
inline constexpr std::size_t form_pairs_limit = 64;

}  // namespace wire
