#include "shared/wire/district.hpp"

#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const domain::District& district) { return detail::encode_text(district); }
std::string encode(const List<domain::District>& districts) { return detail::encode_text(districts); }

Decoded<domain::District> decode_district(std::string_view json) { return detail::decode_text<domain::District>(json); }
Decoded<List<domain::District>> decode_districts(std::string_view json) {
    return detail::decode_text<List<domain::District>>(json);
}

}  // namespace wire
