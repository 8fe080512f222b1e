#include "shared/wire/notice.hpp"

#include "shared/wire/detail/publication_tables.hpp"

namespace wire {

std::string encode(const domain::Notice& notice) { return detail::encode_text(notice); }

Decoded<domain::Notice> decode_notice(std::string_view json) { return detail::decode_text<domain::Notice>(json); }

}  // namespace wire
