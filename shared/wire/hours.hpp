// Opening hours as JSON: assets/content/calendar.json, and the body of GET /api/v1/districts/{d}/now.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/hours.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

std::string encode(const domain::Calendar& calendar);
std::string encode(const domain::DistrictNow& now);
std::string encode(const domain::Regime& regime);

Decoded<domain::Calendar> decode_calendar(std::string_view json);
Decoded<domain::DistrictNow> decode_district_now(std::string_view json);
Decoded<domain::Regime> decode_regime(std::string_view json);

}  // namespace wire
