// name=value&name=value, as it stands in a query and in small forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Nothing when an escape is broken or there are more than 64 pairs.
std::optional<Pairs> parse_pairs(std::string_view text);

// The only value of `name`; nothing when it is missing or there twice.
std::optional<std::string> single(const Pairs& pairs, std::string_view name);

// Percent escapes only: a plus stays one. Nothing when an escape is broken.
std::optional<std::string> percent_decode(std::string_view text);

}  // namespace http
