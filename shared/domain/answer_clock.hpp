// By when a court must have read and answered what somebody said, and who is told when it is late.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/contribution.hpp"

namespace domain {

struct Calendar;

// Calendar days in Morocco, after the day it came (architecture.md, time in tests).
inline constexpr int acknowledge_within_days = 15;
inline constexpr int answer_within_days = 60;
inline constexpr int decide_within_days = 30;  // After its author contested the answer.
inline constexpr int ministry_after_days = 15;

// The last day of a term; where that is a weekend or a holiday, the next working day.
base::Date term_end(const Calendar& calendar, base::Date from, int days);

// The clocks of one contribution, as everybody sees them.
struct AnswerClock {
    base::Date received_on;
    base::Date acknowledge_by;
    base::Date answer_by;  // Later where its author was asked something, or contested the answer.
    std::optional<base::Date> acknowledged_on{};
    std::optional<base::Date> answered_on{};
    std::optional<base::Date> asked_on{};  // While its author is asked something.
    bool operator==(const AnswerClock&) const = default;
};
AnswerClock start_clock(const Calendar& calendar, base::Date received_on);
// What a step that was taken changes of it.
void move_clock(AnswerClock& clock, ContributionStep step, const Calendar& calendar, base::Date today);

// Who is told, once for each term: those who answer on the last working day before its end, the head of the court on
// the first after it, the ministry ministry_after_days later.
enum class Alarm : std::uint8_t { RemindCourt, TellHead, TellMinistry };
inline constexpr std::array alarms{Alarm::RemindCourt, Alarm::TellHead, Alarm::TellMinistry};
std::string_view name_of(Alarm alarm);  // "remind-court"
std::optional<Alarm> parse_alarm(std::string_view name);
base::Date alarm_day(const Calendar& calendar, Alarm alarm, base::Date term);

// Whose turn it is.
enum class Waits : std::uint8_t { Nobody, Moderators, Court, Author };
Waits waits_for(ContributionState state);

// The term that runs: nothing where nobody of the court is waited for.
std::optional<base::Date> running_term(const AnswerClock& clock, ContributionState state);
// Those of its running term whose day has come, first to last.
std::vector<Alarm> alarms_until(const Calendar& calendar, const AnswerClock& clock, ContributionState state,
                                base::Date today);

}  // namespace domain
