// The strict reading of a request's head. Whatever two servers in a row could understand differently is refused:
// bare line feeds, folded lines, two lengths, a length beside an encoding (RFC 9112, sections 2.2, 5.2, 6.3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/http/engine/message.hpp"

namespace http::engine {

inline constexpr std::size_t head_limit = 16 * 1024;
inline constexpr std::size_t target_limit = 4 * 1024;
inline constexpr std::size_t field_limit = 100;

// How many bytes the head has, its blank line included; 0 while more must come.
// A bare line feed ends it at once: such a head is refused anyway, and waiting for its end could take for ever.
std::size_t head_length(std::string_view bytes);

struct RequestHead {
    Method method = Method::Other;
    std::string target;           // Begins with a slash.
    std::vector<Header> headers;  // Names in lower case, values without spaces around them.
    std::uint64_t content_length = 0;
    bool chunked = false;
    bool keep_alive = true;
    bool expects_continue = false;
};

struct RefusedHead {
    Refusal refusal = Refusal::Malformed;
    std::string target;  // Where the request line could be read: the answer speaks its language.
};

// `head` is complete, as head_length found it.
std::expected<RequestHead, RefusedHead> parse_head(std::string_view head);

}  // namespace http::engine
