// The body of POST /api/v1/events: what a tab reports about its visit.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/visit.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::VisitBatch& batch);
// The shape and the rules of each field; whether the portal exists is for the server to say.
Decoded<domain::VisitBatch> decode_visit_batch(std::string_view json);

}  // namespace wire
