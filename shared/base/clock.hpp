// Time comes in as an argument: nobody below the edge asks a clock of the machine.
#pragma once

#include <cstdint>
#include <functional>

namespace base {

// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant&) const = default;
};

// A day on the wall calendar of Morocco; carries no zone, because the server has resolved it already.
struct Date {
    int year = 1970;
    int month = 1;  // 1 to 12
    int day = 1;    // 1 to 31
    auto operator<=>(const Date&) const = default;
};

// A minute on the wall clock of Morocco; an instant becomes one on the server, which alone knows the zone.
struct LocalTime {
    Date date;
    int minute_of_day = 0;  // 0 to 1439
    auto operator<=>(const LocalTime&) const = default;
};

using Clock = std::function<Instant()>;

}  // namespace base
