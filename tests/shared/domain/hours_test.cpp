#include "shared/domain/hours.hpp"

#include <doctest/doctest.h>

#include "shared/domain/own_hours.hpp"

namespace {

using namespace domain;

const std::vector<Weekday> working_days{Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday,
                                        Weekday::Friday};
const Provenance by_decree{Standing::Sourced, "Décret"};
const CourtId rabat("tpi-rabat"), sale("tpi-sale");

constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }
constexpr base::LocalTime november(int day, int minute_of_day) { return {{2026, 11, day}, minute_of_day}; }
base::LocalizedText words(const char* text) { return {"", "", "", text}; }

// Monday to Friday, 8:30 to 16:30, for November and December 2026. The 23rd is a Monday.
Calendar a_calendar() {
    Calendar calendar;
    calendar.first = {2026, 11, 1};
    calendar.last = {2026, 12, 31};
    calendar.regimes = {
        {.name = words("usual"), .shifts = {{working_days, {at(8, 30), at(16, 30)}}}, .provenance = by_decree}};
    return calendar;
}

Break a_break(Door door) {
    return {.kind = BreakKind::FridayPrayer, .days = {Weekday::Friday}, .span = {at(12), at(13, 30)}, .door = door};
}

}  // namespace

TEST_SUITE("shared/domain/hours") {
    TEST_CASE("days and weekdays are counted over months and leap years") {
        CHECK(weekday_of({2026, 11, 22}) == Weekday::Sunday);
        CHECK(weekday_of({2024, 2, 29}) == Weekday::Thursday);
        CHECK(plus_days({2024, 2, 28}, 2) == base::Date{2024, 3, 1});
        CHECK(plus_days({2026, 1, 1}, -1) == base::Date{2025, 12, 31});
        CHECK(days_between({2026, 12, 31}, {2027, 1, 1}) == 1);
        CHECK(minutes_between(november(22, at(23, 59)), november(23, 0)) == 1);
    }

    TEST_CASE("the door is open from the first minute to the last before closing") {
        const auto calendar = a_calendar();
        const auto state = open_state(calendar, rabat, november(23, at(15, 50)));
        CHECK(state.door == DoorState::Open);
        CHECK(state.until == november(23, at(16, 30)));
        CHECK(state.minutes_remaining == 40);
        CHECK(state.provenance == by_decree);
        CHECK(open_state(calendar, rabat, november(23, at(8, 29))).door == DoorState::Closed);
        CHECK(open_state(calendar, rabat, november(23, at(8, 30))).door == DoorState::Open);
        CHECK(open_state(calendar, rabat, november(23, at(16, 30))).door == DoorState::Closed);
    }

    TEST_CASE("what a court says of its own year gives way to a season of all, what it says of a season does not") {
        auto calendar = a_calendar();
        const auto from = [](int opens, const char* name) {
            return Regime{.name = words(name), .courts = {rabat}, .shifts = {{working_days, {at(opens), at(16, 30)}}}};
        };
        const auto in_season = [](Regime regime, int first, int last) {
            regime.is_season = true;
            regime.periods = {{.first = {2026, 11, first}, .last = {2026, 11, last}, .provenance = {}}};
            return regime;
        };
        auto ramadan = in_season(from(10, "ramadan"), 24, 25);
        ramadan.courts.clear();
        calendar.regimes.push_back(ramadan);
        const std::vector own{from(9, "own year"), in_season(from(7, "own season"), 25, 26)};
        const auto whole = with_own_hours(calendar, own);
        const auto opens = [&](int day, const CourtId& court) {
            return hours_in_force(whole, court, {2026, 11, day})->shifts.front().span.from / 60;
        };
        CHECK(opens(23, rabat) == 9);
        CHECK(opens(24, rabat) == 10);
        CHECK(opens(25, rabat) == 7);
        CHECK(opens(26, rabat) == 7);
        CHECK(opens(27, rabat) == 9);
        CHECK(opens(23, CourtId("another")) == 8);
        CHECK(opens(25, CourtId("another")) == 10);
        CHECK(with_own_hours(calendar, {}) == calendar);
    }

    TEST_CASE("a break that leaves nothing of any day is no promise of an opening") {
        auto calendar = a_calendar();
        calendar.regimes[0].breaks = {{.kind = BreakKind::Midday,
                                       .days = working_days,
                                       .span = {at(8), at(17)},
                                       .door = Door::Closed,
                                       .provenance = by_decree}};
        const auto state = open_state(calendar, rabat, november(24, at(10)));
        CHECK(state.door == DoorState::Closed);
        CHECK_FALSE(state.until);
        CHECK(hours_in_force(calendar, rabat, {2026, 11, 24})->shifts.empty());
    }

    TEST_CASE("the hours of the week leave out a break in which service stops, day by day") {
        using enum Weekday;
        auto calendar = a_calendar();
        calendar.regimes[0].breaks = {{.kind = BreakKind::Midday,
                                       .days = {Monday, Tuesday},
                                       .span = {at(12), at(14)},
                                       .door = Door::Closed,
                                       .provenance = by_decree},
                                      a_break(Door::Open)};
        CHECK(hours_in_force(calendar, rabat, {2026, 11, 24})->shifts ==
              std::vector<Shift>{{{Monday, Tuesday}, {at(8, 30), at(12)}},
                                 {{Monday, Tuesday}, {at(14), at(16, 30)}},
                                 {{Wednesday, Thursday, Friday}, {at(8, 30), at(16, 30)}}});
    }

    TEST_CASE("a break in which service goes on is told, and the door stays open until the evening") {
        auto calendar = a_calendar();
        calendar.regimes[0].breaks = {a_break(Door::Open)};
        const auto state = open_state(calendar, rabat, november(27, at(12)));
        CHECK(state.door == DoorState::Open);
        CHECK(state.until == november(27, at(16, 30)));
        CHECK(state.open_break == OpenBreak{BreakKind::FridayPrayer, november(27, at(13, 30))});
        CHECK(state.provenance.standing == Standing::Example);
        CHECK_FALSE(open_state(calendar, rabat, november(26, at(12))).open_break);
    }

    TEST_CASE("where the data close the door in a break, it closes before and opens after it") {
        auto calendar = a_calendar();
        calendar.regimes[0].breaks = {a_break(Door::Closed)};
        CHECK(open_state(calendar, rabat, november(27, at(11))).until == november(27, at(12)));
        const auto state = open_state(calendar, rabat, november(27, at(12)));
        CHECK(state.door == DoorState::OnBreak);
        CHECK(state.break_kind == BreakKind::FridayPrayer);
        CHECK(state.until == november(27, at(13, 30)));
        CHECK(state.reason == ClosedReason::None);
    }

    TEST_CASE("two shifts leave the door closed between them, and shifts that touch are one") {
        auto calendar = a_calendar();
        calendar.regimes[0].shifts = {{working_days, {at(14), at(18)}}, {working_days, {at(8), at(12)}}};
        CHECK(open_state(calendar, rabat, november(23, at(13))).until == november(23, at(14)));
        CHECK(open_state(calendar, rabat, november(23, at(13))).reason == ClosedReason::Night);
        calendar.regimes[0].shifts[0].span.from = at(12);
        CHECK(open_state(calendar, rabat, november(23, at(9))).until == november(23, at(18)));
    }

    TEST_CASE("the last regime that holds for a court and a day decides") {
        auto calendar = a_calendar();
        calendar.regimes.push_back({.name = words("shorter"),
                                    .is_season = true,
                                    .periods = {{{2026, 11, 23}, {2026, 11, 24}, Certainty::Expected, {}}},
                                    .courts = {sale},
                                    .shifts = {{working_days, {at(9), at(15)}}}});
        const auto state = open_state(calendar, sale, november(24, at(10)));
        CHECK(state.until == november(24, at(15)));
        CHECK(state.season == words("shorter"));
        CHECK(state.season_certainty == Certainty::Expected);
        CHECK(open_state(calendar, sale, november(25, at(10))).season.empty());
        CHECK(open_state(calendar, rabat, november(24, at(10))).until == november(24, at(16, 30)));
    }

    TEST_CASE("a yearly season holds from its first to its last day in every year") {
        auto calendar = a_calendar();
        calendar.regimes.push_back({.name = words("late autumn"),
                                    .is_season = true,
                                    .yearly = YearlyPeriod{{11, 25}, {12, 1}},
                                    .shifts = {{working_days, {at(10), at(11)}}}});
        CHECK(open_state(calendar, rabat, november(24, at(15))).door == DoorState::Open);
        CHECK(open_state(calendar, rabat, november(25, at(15))).door == DoorState::Closed);
        CHECK(open_state(calendar, rabat, {{2026, 12, 1}, at(10)}).season == words("late autumn"));
        CHECK(open_state(calendar, rabat, {{2026, 12, 2}, at(15)}).door == DoorState::Open);
    }

    TEST_CASE("a holiday closes the door with its name, and counts from its first year on") {
        auto calendar = a_calendar();
        calendar.fixed_holidays = {{words("young"), {11, 24}, 2027, by_decree},
                                   {words("old"), {11, 25}, {}, by_decree}};
        CHECK(open_state(calendar, rabat, november(24, at(10))).door == DoorState::Open);
        const auto state = open_state(calendar, rabat, november(25, at(10)));
        CHECK(state.door == DoorState::Closed);
        CHECK(state.reason == ClosedReason::Holiday);
        CHECK(state.words == words("old"));
        CHECK(state.until == november(26, at(8, 30)));
    }

    TEST_CASE("a lunar holiday that is only expected says so") {
        auto calendar = a_calendar();
        calendar.lunar_holidays = {{words("feast"), {{{2026, 11, 26}, {2026, 11, 27}, Certainty::Expected, {}}}}};
        const auto state = open_state(calendar, rabat, november(26, at(10)));
        CHECK(state.reason == ClosedReason::Holiday);
        CHECK(state.certainty == Certainty::Expected);
        CHECK(state.until == november(30, at(8, 30)));
    }

    TEST_CASE("a closure shortens a day for its courts only, and is told with its text also at night") {
        auto calendar = a_calendar();
        calendar.closures = {{{sale}, november(23, at(12)), november(24, at(10)), words("works"), {}}};
        CHECK(open_state(calendar, sale, november(23, at(9))).until == november(23, at(12)));
        const auto night = open_state(calendar, sale, november(23, at(23)));
        CHECK(night.reason == ClosedReason::Exceptional);
        CHECK(night.words == words("works"));
        CHECK(night.until == november(24, at(10)));
        CHECK(open_state(calendar, rabat, november(23, at(13))).door == DoorState::Open);
    }

    TEST_CASE("the next opening is found three weeks ahead, and no further than the data say") {
        auto calendar = a_calendar();
        calendar.closures = {{{}, november(20, 0), {{2026, 12, 14}, 0}, words("move"), {}}};
        CHECK(open_state(calendar, rabat, november(20, at(9))).until == base::LocalTime{{2026, 12, 14}, at(8, 30)});
        calendar.last = {2026, 12, 13};
        const auto state = open_state(calendar, rabat, november(20, at(9)));
        CHECK(state.door == DoorState::Closed);
        CHECK_FALSE(state.until);
        CHECK(state.minutes_remaining == 0);
    }

    TEST_CASE("outside the data, and without a regime, nothing is claimed") {
        auto calendar = a_calendar();
        const OpenState nothing{.at = {{2027, 1, 4}, at(10)}};
        CHECK(open_state(calendar, rabat, nothing.at) == nothing);
        CHECK(open_state(calendar, rabat, {{2026, 10, 30}, at(10)}).door == DoorState::Unknown);
        calendar.regimes[0].courts = {sale};
        CHECK(open_state(calendar, rabat, november(23, at(10))).door == DoorState::Unknown);
    }
}
