// A receipt as JSON: the code, what was rated, the rating as it was sent, and when it was received.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/rating.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::Receipt& receipt);
Decoded<domain::Receipt> decode_receipt(std::string_view json);

}  // namespace wire
