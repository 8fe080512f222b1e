#include "shared/wire/duties.hpp"

#include <charconv>

#include "shared/base/pairs.hpp"
#include "shared/wire/detail/duty_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const Duties& duties) { return detail::encode_text(duties); }

Decoded<Confirmation> decode_confirmation(std::string_view json) {
    return detail::decode_text<Confirmation>(json, request_limits);
}

std::optional<Confirmation> parse_confirmation_form(std::string_view body) {
    const auto pairs = base::parse_pairs(body);
    if (!pairs) return std::nullopt;
    Confirmation word{.item = base::single(*pairs, "item").value_or(""),
                      .version = 0,
                      .path = base::single(*pairs, "path").value_or("")};
    const auto version = base::single(*pairs, "version").value_or("");
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), word.version);
    if (error != std::errc() || end != version.data() + version.size() || word.version < 1) return std::nullopt;
    return word;
}

}  // namespace wire
