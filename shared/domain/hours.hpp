// When the door of a court is open: weekdays, breaks, seasons, holidays and closures as data, and one rule over them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/district.hpp"
#include "shared/domain/national.hpp"
#include "shared/domain/provenance.hpp"

namespace domain {

enum class Weekday : std::uint8_t { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
inline constexpr std::array weekdays{Weekday::Monday, Weekday::Tuesday,  Weekday::Wednesday, Weekday::Thursday,
                                     Weekday::Friday, Weekday::Saturday, Weekday::Sunday};

Weekday weekday_of(base::Date date);
base::Date plus_days(base::Date date, int days);
int days_between(base::Date from, base::Date to);
// By the wall clock; true minutes differ where the zone changes between the two.
int minutes_between(base::LocalTime from, base::LocalTime to);

inline constexpr int minutes_of_a_day = 24 * 60;

// Minutes of one day, [from, to).
struct Span {
    int from = 0;
    int to = 0;  // Before midnight: no court is open through the night.
    bool operator==(const Span&) const = default;
};

struct Shift {
    std::vector<Weekday> days;
    Span span;
    bool operator==(const Shift&) const = default;
};

enum class BreakKind : std::uint8_t { Midday, FridayPrayer };
enum class Door : std::uint8_t { Open, Closed };

struct Break {
    BreakKind kind = BreakKind::Midday;
    std::vector<Weekday> days;
    Span span;
    Door door = Door::Open;  // By decree 2-05-916 service goes on; a court may say otherwise.
    Provenance provenance;
    bool operator==(const Break&) const = default;
};

// Lunar dates are expected from the moon's course until the ministry announces them on the eve.
enum class Certainty : std::uint8_t { Announced, Expected };

struct Period {
    base::Date first;
    base::Date last;  // Included.
    Certainty certainty = Certainty::Announced;
    Provenance provenance;
    bool operator==(const Period&) const = default;
};

struct DayOfYear {
    int month = 1;
    int day = 1;
    auto operator<=>(const DayOfYear&) const = default;
};

struct YearlyPeriod {
    DayOfYear first;
    DayOfYear last;  // Included, in the same year.
    bool operator==(const YearlyPeriod&) const = default;
};

// The hours of one season. Without periods and without `yearly` they hold on every day.
struct Regime {
    base::LocalizedText name;
    bool is_season = false;  // Readers are told its name, because the hours are not the usual ones.
    std::vector<Period> periods;
    std::optional<YearlyPeriod> yearly;
    std::vector<CourtId> courts;  // Empty: all.
    std::vector<Shift> shifts;    // Days without one are free.
    std::vector<Break> breaks;
    Provenance provenance;  // Of the hours; each period has its own.
    bool operator==(const Regime&) const = default;
};

struct FixedHoliday {
    base::LocalizedText name;
    DayOfYear day;
    std::optional<int> since;  // The first year.
    Provenance provenance;
    bool operator==(const FixedHoliday&) const = default;
};

struct LunarHoliday {
    base::LocalizedText name;
    std::vector<Period> periods;  // One for each time it falls.
    bool operator==(const LunarHoliday&) const = default;
};

// Shut for a reason of its own: a decision of the government, works, a move.
struct Closure {
    std::vector<CourtId> courts;  // Empty: all.
    base::LocalTime from;
    base::LocalTime to;  // Not included.
    base::LocalizedText text;
    Provenance provenance;
    bool operator==(const Closure&) const = default;
};

struct Calendar {
    base::Date first;  // Days outside first to last are not covered: nothing is said about them.
    base::Date last;
    std::vector<Regime> regimes;  // The last one that holds on a day and for a court decides.
    std::vector<FixedHoliday> fixed_holidays;
    std::vector<LunarHoliday> lunar_holidays;
    std::vector<Closure> closures;
    bool operator==(const Calendar&) const = default;
};

enum class DoorState : std::uint8_t { Unknown, Open, OnBreak, Closed };
enum class ClosedReason : std::uint8_t { None, Night, Weekend, Holiday, Exceptional };

// A break in which service goes on.
struct OpenBreak {
    BreakKind kind = BreakKind::Midday;
    base::LocalTime until;
    bool operator==(const OpenBreak&) const = default;
};

struct OpenState {
    base::LocalTime at;  // When this was so.
    DoorState door = DoorState::Unknown;
    std::optional<base::LocalTime> until;  // How long it stays so: closes, or opens again. Absent: not known.
    int minutes_remaining = 0;             // Until then; 0 without one.
    std::optional<OpenBreak> open_break;
    BreakKind break_kind = BreakKind::Midday;    // Of OnBreak.
    ClosedReason reason = ClosedReason::None;    // Of Closed; Night is any time of a working day outside its hours.
    base::LocalizedText words;                   // Name of the holiday, or text of the closure.
    Certainty certainty = Certainty::Announced;  // Of the holiday's date.
    base::LocalizedText season;                  // Name of the regime of this day, where it is not the usual one.
    Certainty season_certainty = Certainty::Announced;
    Provenance provenance;  // Of what decided: hours, season's dates, break, holiday or closure.
    bool operator==(const OpenState&) const = default;
};

inline constexpr int opening_search_days = 31;

// By the wall clock alone: where the zone changes before `until`, the server counts `minutes_remaining` anew.
OpenState open_state(const Calendar& calendar, const CourtId& court, base::LocalTime now);

// Neither Saturday nor Sunday nor a holiday. Of days that the calendar does not cover only the weekends are known.
bool is_working_day(const Calendar& calendar, base::Date date);

// What is left of the shifts where service stops for a break; days that are alike stay together.
std::vector<Shift> open_shifts(const Regime& regime);

// The hours of a whole week, as they are on a day that is neither a holiday nor a closure.
struct HoursInForce {
    std::vector<Shift> shifts;
    Provenance provenance;
    bool operator==(const HoursInForce&) const = default;
};
// Nothing where the data do not cover the day.
std::optional<HoursInForce> hours_in_force(const Calendar& calendar, const CourtId& court, base::Date date);

// The doors of a district at one moment.
struct CourtNow {
    CourtId court;
    OpenState state;
    std::optional<HoursInForce> hours{};
    bool operator==(const CourtNow&) const = default;
};

struct DistrictNow {
    base::LocalTime local;
    base::Instant utc;
    std::vector<CourtNow> courts;
    std::vector<Notice> notices{};  // Of the district, to be shown on this day.
    bool operator==(const DistrictNow&) const = default;
};

}  // namespace domain
