// name=value&name=value and its percent escapes: queries and forms (WHATWG URL, application/x-www-form-urlencoded).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

using Pairs = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::size_t pair_limit = 64;
// Nothing when an escape is broken or there are more than `limit` pairs.
std::optional<Pairs> parse_pairs(std::string_view text, std::size_t limit = pair_limit);

// The only value of `name`; nothing when it is missing or there twice.
std::optional<std::string> single(const Pairs& pairs, std::string_view name);

// Percent escapes only: a plus stays one. Nothing when an escape is broken.
std::optional<std::string> percent_decode(std::string_view text);
// The byte behind the percent sign at `begin`, when two hexadecimal digits follow.
std::optional<char> escaped_byte(std::string_view text, std::size_t begin);

// As a browser writes a value of a form: a space becomes a plus.
std::string encode_value(std::string_view text);

}  // namespace base
