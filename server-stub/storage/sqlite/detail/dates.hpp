// Days as they stand in the database: "2026-11-22".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.hpp"

namespace storage::sqlite::detail {

std::string print_date(const base::Date& date);
std::optional<base::Date> parse_date(std::string_view text);

}  // namespace storage::sqlite::detail
