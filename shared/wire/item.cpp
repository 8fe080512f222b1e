#include "shared/wire/item.hpp"

#include "shared/wire/detail/item_tables.hpp"

namespace wire {
namespace {

// A body of 256 KiB may be twice as long in JSON.
constexpr Limits limits{.bytes = 2 * domain::item_bytes_limit, .depth = 1, .keys = domain::item_values_limit + 1};

}  // namespace

std::string encode_values(const domain::Values& values) { return detail::encode_text(values); }

Decoded<domain::Values> decode_values(std::string_view text) {
    return detail::decode_text<domain::Values>(text, limits);
}

}  // namespace wire
