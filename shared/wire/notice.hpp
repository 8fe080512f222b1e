// A notice of a district, as the store keeps it.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/national.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::Notice& notice);
Decoded<domain::Notice> decode_notice(std::string_view json);

}  // namespace wire
