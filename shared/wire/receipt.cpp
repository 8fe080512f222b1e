#include "shared/wire/receipt.hpp"

#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const domain::Receipt& receipt) { return detail::encode_text(receipt); }

Decoded<domain::Receipt> decode_receipt(std::string_view json) { return detail::decode_text<domain::Receipt>(json); }

}  // namespace wire
