// The doors of courts at an instant: the domain's rule by the wall clock, and true minutes by the zone.
#pragma once

#include <span>

#include "server-stub/service/legal_time.hpp"
#include "shared/domain/hours.hpp"

namespace service {

// `minutes_remaining` counts what passes on a stopwatch, also over a change of the legal time; a begun minute counts
// whole.
domain::OpenState opening_at(const domain::Calendar& calendar, const LegalTime& zone, const domain::CourtId& court,
                             base::Instant now);

// The court of appeal where it works, then every court of first instance in the order of the district; at the minute
// that `now` is in. Of the notices those of that day, urgent ones first.
domain::DistrictNow district_now(const domain::Calendar& calendar, const LegalTime& zone,
                                 const domain::District& district, std::span<const domain::Notice> notices,
                                 base::Instant now);

}  // namespace service
