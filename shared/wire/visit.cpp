#include "shared/wire/visit.hpp"

#include "shared/wire/detail/visit_tables.hpp"

namespace wire {

std::string encode(const domain::VisitBatch& batch) { return detail::encode_text(batch); }

Decoded<domain::VisitBatch> decode_visit_batch(std::string_view json) {
    return detail::decode_text<domain::VisitBatch>(json, request_limits);
}

}  // namespace wire
