// Which day it is in Morocco: instants become wall dates by the machine's own zone file (RFC 8536), because the
// zone changed by decree on 2026-09-20 and every copy that is built in somewhere is out of date some day.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"

namespace service {

class LegalTime {
public:
    // The bytes of a TZif file, version 2 or later. BadInput when they are not one, or when the rule for the time
    // after the last transition is not a fixed offset: Morocco's never was anything else.
    static base::Result<LegalTime> parse(std::string_view tzif);

    int offset_seconds_at(base::Instant instant) const;
    base::Date date_at(base::Instant instant) const;
    // Seconds are cut off.
    base::LocalTime local_at(base::Instant instant) const;
    // In an overlap the first of the two; in a gap as far after it as the time lies in it (02:30 becomes 03:30).
    base::Instant instant_at(base::LocalTime local) const;
    // tzdata 2026c and later: UTC+0 all year since 2026-09-20.
    bool knows_permanent_utc() const;

private:
    struct Change {
        std::int64_t from_seconds;
        int offset_seconds;
    };

    int first_offset_seconds_ = 0;
    std::vector<Change> changes_;  // Oldest first.
};

}  // namespace service
