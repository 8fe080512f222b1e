#include "shared/domain/answer_clock.hpp"

#include <algorithm>

#include "shared/domain/hours.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, alarms.size()> alarm_names{"remind-court", "tell-head", "tell-ministry"};

base::Date working_day_from(const Calendar& calendar, base::Date day, int direction) {
    while (!is_working_day(calendar, day)) day = plus_days(day, direction);
    return day;
}

}  // namespace

base::Date term_end(const Calendar& calendar, base::Date from, int days) {
    return working_day_from(calendar, plus_days(from, days), 1);
}

AnswerClock start_clock(const Calendar& calendar, base::Date received_on) {
    return {.received_on = received_on,
            .acknowledge_by = term_end(calendar, received_on, acknowledge_within_days),
            .answer_by = term_end(calendar, received_on, answer_within_days)};
}

void move_clock(AnswerClock& clock, ContributionStep step, const Calendar& calendar, base::Date today) {
    using enum ContributionStep;
    switch (step) {
        case Acknowledge: clock.acknowledged_on = today; break;
        case Ask: clock.asked_on = today; break;
        case Supply:
            // The court does not lose the days on which it waited for somebody else.
            if (clock.asked_on)
                clock.answer_by = term_end(calendar, clock.answer_by, days_between(*clock.asked_on, today));
            clock.asked_on.reset();
            break;
        case Answer:
        case Agree:
        case Decide: clock.answered_on = today; break;
        case Contest: clock.answer_by = term_end(calendar, today, decide_within_days); break;
        default: break;
    }
}

std::string_view name_of(Alarm alarm) { return alarm_names[static_cast<std::size_t>(alarm)]; }
std::optional<Alarm> parse_alarm(std::string_view name) {
    const auto found = std::ranges::find(alarm_names, name);
    if (found == alarm_names.end()) return std::nullopt;
    return static_cast<Alarm>(found - alarm_names.begin());
}

base::Date alarm_day(const Calendar& calendar, Alarm alarm, base::Date term) {
    switch (alarm) {
        case Alarm::RemindCourt: return working_day_from(calendar, plus_days(term, -1), -1);
        case Alarm::TellHead: return working_day_from(calendar, plus_days(term, 1), 1);
        case Alarm::TellMinistry: break;
    }
    return term_end(calendar, term, ministry_after_days);
}

Waits waits_for(ContributionState state) {
    using enum ContributionState;
    switch (state) {
        case Held:
        case Appealed: return Waits::Moderators;
        case Published:
        case Private:
        case Acknowledged:
        case RefusalDrafted:
        case Contested: return Waits::Court;
        case Declined:
        case NeedsInformation: return Waits::Author;
        case Received:
        case DeclinedForGood:
        case Answered:
        case Decided:
        case Withdrawn: break;
    }
    return Waits::Nobody;
}

std::optional<base::Date> running_term(const AnswerClock& clock, ContributionState state) {
    const auto waits = waits_for(state);
    if (waits != Waits::Moderators && waits != Waits::Court) return std::nullopt;
    return clock.acknowledged_on ? clock.answer_by : clock.acknowledge_by;
}

std::vector<Alarm> alarms_until(const Calendar& calendar, const AnswerClock& clock, ContributionState state,
                                base::Date today) {
    std::vector<Alarm> due;
    if (const auto term = running_term(clock, state))
        for (const auto alarm : alarms)
            if (alarm_day(calendar, alarm, *term) <= today) due.push_back(alarm);
    return due;
}

}  // namespace domain
