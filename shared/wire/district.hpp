// Districts and their courts as JSON; assets/content/districts.json is a list of them.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/district.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::District& district);
std::string encode(const List<domain::District>& districts);

Decoded<domain::District> decode_district(std::string_view json);
Decoded<List<domain::District>> decode_districts(std::string_view json);

}  // namespace wire
