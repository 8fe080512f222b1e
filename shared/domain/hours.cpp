#include "shared/domain/hours.hpp"

#include <algorithm>
#include <chrono>

namespace domain {
namespace {

std::chrono::sys_days days_of(base::Date date) {
    using namespace std::chrono;
    return year_month_day{year(date.year), month(static_cast<unsigned>(date.month)),
                          day(static_cast<unsigned>(date.day))};
}

bool is_within(Span span, int minute) { return span.from <= minute && minute < span.to; }
bool is_on(const std::vector<Weekday>& days, base::Date date) {
    return std::ranges::find(days, weekday_of(date)) != days.end();
}
bool is_for(const std::vector<CourtId>& courts, const CourtId& court) {
    return courts.empty() || std::ranges::find(courts, court) != courts.end();
}

const Period* find_period(const std::vector<Period>& periods, base::Date date) {
    const auto found =
        std::ranges::find_if(periods, [&](const Period& p) { return p.first <= date && date <= p.last; });
    return found == periods.end() ? nullptr : &*found;
}

bool is_within(const YearlyPeriod& period, base::Date date) {
    const DayOfYear day{date.month, date.day};
    return period.first <= day && day <= period.last;
}

// The hours of a day, with the dates that brought them where they are those of a season.
struct Ruling {
    const Regime* regime = nullptr;
    const Period* period = nullptr;
};

Ruling find_ruling(const Calendar& calendar, const CourtId& court, base::Date date) {
    Ruling ruling;
    for (const auto& regime : calendar.regimes) {
        if (!is_for(regime.courts, court)) continue;
        const auto* period = find_period(regime.periods, date);
        const bool is_always = regime.periods.empty() && !regime.yearly;
        if (period || is_always || (regime.yearly && is_within(*regime.yearly, date))) ruling = {&regime, period};
    }
    return ruling;
}

struct HolidayToday {
    const base::LocalizedText* name;
    Certainty certainty;
    const Provenance* provenance;
};

std::optional<HolidayToday> find_holiday(const Calendar& calendar, base::Date date) {
    for (const auto& holiday : calendar.fixed_holidays)
        if (holiday.day == DayOfYear{date.month, date.day} && holiday.since.value_or(date.year) <= date.year)
            return HolidayToday{&holiday.name, Certainty::Announced, &holiday.provenance};
    for (const auto& holiday : calendar.lunar_holidays)
        if (const auto* period = find_period(holiday.periods, date))
            return HolidayToday{&holiday.name, period->certainty, &period->provenance};
    return std::nullopt;
}

// Takes `hole` out of sorted spans.
void cut(std::vector<Span>& spans, Span hole) {
    std::vector<Span> rest;
    for (const auto& span : spans) {
        if (const Span before{span.from, std::min(span.to, hole.from)}; before.from < before.to) rest.push_back(before);
        if (const Span after{std::max(span.from, hole.to), span.to}; after.from < after.to) rest.push_back(after);
    }
    spans = std::move(rest);
}

std::vector<Span> shifts_on(const Regime& regime, base::Date date) {
    std::vector<Span> spans;
    for (const auto& shift : regime.shifts)
        if (is_on(shift.days, date)) spans.push_back(shift.span);
    std::ranges::sort(spans, {}, &Span::from);
    // Shifts that touch are one.
    std::vector<Span> joined;
    for (const auto& span : spans) {
        if (!joined.empty() && span.from <= joined.back().to) joined.back().to = std::max(joined.back().to, span.to);
        else joined.push_back(span);
    }
    return joined;
}

// The part of a closure that falls on a day; empty when none does.
Span part_on(const Closure& closure, base::Date date) {
    if (date < closure.from.date || closure.to.date < date) return {};
    return {closure.from.date == date ? closure.from.minute_of_day : 0,
            closure.to.date == date ? closure.to.minute_of_day : minutes_of_a_day};
}

bool is_covered(const Calendar& calendar, base::Date date) { return calendar.first <= date && date <= calendar.last; }

// What one day looks like for one court. Nothing where the data do not cover it.
struct Day {
    base::Date date;
    Ruling ruling;
    std::optional<HolidayToday> holiday;
    std::vector<Span> shifts;  // As the regime has them, also on a holiday.
    std::vector<Span> open;    // What is left of them.
};

std::optional<Day> find_day(const Calendar& calendar, const CourtId& court, base::Date date) {
    const auto ruling = find_ruling(calendar, court, date);
    if (!is_covered(calendar, date) || !ruling.regime) return std::nullopt;

    Day day{date, ruling, find_holiday(calendar, date), shifts_on(*ruling.regime, date), {}};
    if (day.holiday) return day;
    day.open = day.shifts;
    for (const auto& pause : ruling.regime->breaks)
        if (pause.door == Door::Closed && is_on(pause.days, date)) cut(day.open, pause.span);
    for (const auto& closure : calendar.closures)
        if (is_for(closure.courts, court)) cut(day.open, part_on(closure, date));
    return day;
}

const Break* find_break(const Day& day, int minute) {
    const auto& breaks = day.ruling.regime->breaks;
    const auto found = std::ranges::find_if(
        breaks, [&](const Break& pause) { return is_on(pause.days, day.date) && is_within(pause.span, minute); });
    return found == breaks.end() ? nullptr : &*found;
}

const Closure* find_closure(const Calendar& calendar, const CourtId& court, base::LocalTime now) {
    const auto found = std::ranges::find_if(calendar.closures, [&](const Closure& closure) {
        return is_for(closure.courts, court) && closure.from <= now && now < closure.to;
    });
    return found == calendar.closures.end() ? nullptr : &*found;
}

// Stops at the first day that the data do not cover: what lies behind it is not known.
std::optional<base::LocalTime> find_opening(const Calendar& calendar, const CourtId& court, base::LocalTime now) {
    for (int ahead = 0; ahead <= opening_search_days; ++ahead) {
        const auto day = find_day(calendar, court, plus_days(now.date, ahead));
        if (!day) return std::nullopt;
        for (const auto& span : day->open)
            if (const base::LocalTime opens{day->date, span.from}; opens > now) return opens;
    }
    return std::nullopt;
}

void tell_open(OpenState& state, const Day& day, Span span) {
    state.door = DoorState::Open;
    state.until = base::LocalTime{day.date, span.to};
    const auto* pause = find_break(day, state.at.minute_of_day);
    if (!pause) return;
    state.open_break = OpenBreak{pause->kind, {day.date, std::min(pause->span.to, span.to)}};
    state.provenance = pause->provenance;
}

void tell_closed(OpenState& state, const Calendar& calendar, const CourtId& court, const Day& day) {
    state.door = DoorState::Closed;
    state.until = find_opening(calendar, court, state.at);
    if (const auto* closure = find_closure(calendar, court, state.at)) {
        state.reason = ClosedReason::Exceptional;
        state.words = closure->text;
        state.provenance = closure->provenance;
    } else if (day.holiday) {
        state.reason = ClosedReason::Holiday;
        state.words = *day.holiday->name;
        state.certainty = day.holiday->certainty;
        state.provenance = *day.holiday->provenance;
    } else if (const auto* pause = find_break(day, state.at.minute_of_day);
               state.until && pause &&
               std::ranges::any_of(day.shifts, [&](Span s) { return is_within(s, state.at.minute_of_day); })) {
        state.door = DoorState::OnBreak;
        state.break_kind = pause->kind;
        state.provenance = pause->provenance;
    } else {
        state.reason = day.shifts.empty() ? ClosedReason::Weekend : ClosedReason::Night;
    }
}

}  // namespace

Weekday weekday_of(base::Date date) {
    return static_cast<Weekday>(std::chrono::weekday(days_of(date)).iso_encoding() - 1);
}

base::Date plus_days(base::Date date, int days) {
    const std::chrono::year_month_day moved{days_of(date) + std::chrono::days(days)};
    return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
            static_cast<int>(static_cast<unsigned>(moved.day()))};
}

int days_between(base::Date from, base::Date to) { return static_cast<int>((days_of(to) - days_of(from)).count()); }

int minutes_between(base::LocalTime from, base::LocalTime to) {
    return days_between(from.date, to.date) * minutes_of_a_day + to.minute_of_day - from.minute_of_day;
}

OpenState open_state(const Calendar& calendar, const CourtId& court, base::LocalTime now) {
    OpenState state{.at = now};
    const auto day = find_day(calendar, court, now.date);
    if (!day) return state;

    const auto& [regime, period] = day->ruling;
    state.provenance = period ? period->provenance : regime->provenance;
    if (regime->is_season) state.season = regime->name;
    if (period) state.season_certainty = period->certainty;

    const auto open = std::ranges::find_if(day->open, [&](Span span) { return is_within(span, now.minute_of_day); });
    if (open != day->open.end()) tell_open(state, *day, *open);
    else tell_closed(state, calendar, court, *day);
    if (state.until) state.minutes_remaining = minutes_between(now, *state.until);
    return state;
}

bool is_working_day(const Calendar& calendar, base::Date date) {
    return weekday_of(date) < Weekday::Saturday && !find_holiday(calendar, date);
}

std::vector<Shift> open_shifts(const Regime& regime) {
    std::vector<Shift> open;
    for (const auto& shift : regime.shifts) {
        const auto first = static_cast<std::ptrdiff_t>(open.size());
        for (const auto day : shift.days) {
            std::vector<Span> spans{shift.span};
            for (const auto& pause : regime.breaks)
                if (pause.door == Door::Closed && std::ranges::contains(pause.days, day)) cut(spans, pause.span);
            for (const auto& span : spans) {
                const auto same = std::find_if(open.begin() + first, open.end(),
                                               [&](const Shift& other) { return other.span == span; });
                if (same != open.end()) same->days.push_back(day);
                else open.push_back({{day}, span});
            }
        }
    }
    return open;
}

std::optional<HoursInForce> hours_in_force(const Calendar& calendar, const CourtId& court, base::Date date) {
    if (!is_covered(calendar, date)) return std::nullopt;
    const auto ruling = find_ruling(calendar, court, date);
    if (ruling.regime == nullptr) return std::nullopt;
    return HoursInForce{open_shifts(*ruling.regime), ruling.regime->provenance};
}

}  // namespace domain
