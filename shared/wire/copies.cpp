#include "shared/wire/copies.hpp"

#include "shared/wire/detail/copy_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const List<CopyOffer>& offers) { return detail::encode_text(offers); }

Decoded<CopyOrder> decode_copy_order(std::string_view json) {
    return detail::decode_text<CopyOrder>(json, request_limits);
}

}  // namespace wire
