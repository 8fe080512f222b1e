// The field tables of opening hours: the calendar that courts and ministries fill, and what it says right now.
#pragma once

#include <chrono>

#include "shared/domain/hours.hpp"
#include "shared/wire/detail/publication_tables.hpp"

namespace wire::detail {

template <>
struct Names<domain::Weekday> {
    static constexpr auto& all = domain::weekdays;
    static std::string_view of(domain::Weekday value) {
        constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};
        return names[static_cast<std::size_t>(value)];
    }
};
template <>
struct Names<domain::BreakKind> {
    static constexpr auto all = every_value_to<domain::BreakKind::FridayPrayer>();
    static std::string_view of(domain::BreakKind value) {
        return value == domain::BreakKind::Midday ? "midday" : "friday-prayer";
    }
};
template <>
struct Names<domain::Door> {
    static constexpr auto all = every_value_to<domain::Door::Closed>();
    static std::string_view of(domain::Door value) { return value == domain::Door::Open ? "open" : "closed"; }
};
template <>
struct Names<domain::Certainty> {
    static constexpr auto all = every_value_to<domain::Certainty::Expected>();
    static std::string_view of(domain::Certainty value) {
        return value == domain::Certainty::Announced ? "announced" : "expected";
    }
};
template <>
struct Names<domain::DoorState> {
    static constexpr auto all = every_value_to<domain::DoorState::Closed>();
    static std::string_view of(domain::DoorState value) {
        constexpr std::array<std::string_view, 4> names{"unknown", "open", "on-break", "closed"};
        return names[static_cast<std::size_t>(value)];
    }
};
template <>
struct Names<domain::ClosedReason> {
    static constexpr auto all = every_value_to<domain::ClosedReason::Exceptional>();
    static std::string_view of(domain::ClosedReason value) {
        constexpr std::array<std::string_view, 5> names{"none", "night", "weekend", "holiday", "exceptional"};
        return names[static_cast<std::size_t>(value)];
    }
};

// The two fields of a provenance stand among those of what it proves.
inline constexpr auto standing_of = [](auto& object) -> auto& { return object.provenance.standing; };
inline constexpr auto source_of = [](auto& object) -> auto& { return object.provenance.source; };
inline constexpr std::string_view standing_meaning = "An example must be verified by the court.";
inline constexpr std::string_view source_meaning = "Title or address of the document; left out of an example.";

inline void check_provenance(const domain::Provenance& provenance, Reader& reader) {
    if ((provenance.standing == domain::Standing::Sourced) == provenance.source.empty())
        reader.fail("value-malformed", "What is sourced names its source, an example has none.");
}
inline void check_order(bool in_order, Reader& reader) {
    if (!in_order) reader.fail("value-malformed", "The end comes before the begin.");
}

// A shift or a break: which days, from when, to when.
inline constexpr auto begin_of = [](auto& object) -> auto& { return object.span.from; };
inline constexpr auto end_of = [](auto& object) -> auto& { return object.span.to; };
inline void check_span(const std::vector<domain::Weekday>& days, domain::Span span, Reader& reader) {
    if (days.empty()) reader.fail("value-malformed", "This holds on no day of the week.");
    check_order(span.from < span.to, reader);
}

template <>
struct Fields<domain::Shift> {
    using T = domain::Shift;
    static constexpr std::tuple table{
        field<T>("days", &T::days, "Days of the week."),
        field<T, ClockTimeCodec>("from", begin_of, "The door opens."),
        field<T, ClockTimeCodec>("to", end_of, "The door closes."),
    };
    static void check(const T& shift, Reader& reader) { check_span(shift.days, shift.span, reader); }
};

template <>
struct Fields<domain::Break> {
    using T = domain::Break;
    static constexpr std::tuple table{
        field<T>("kind", &T::kind, "Why."),
        field<T>("days", &T::days, "Days of the week."),
        field<T, ClockTimeCodec>("from", begin_of, "It begins."),
        field<T, ClockTimeCodec>("to", end_of, "It ends."),
        field<T>("door", &T::door, "Open where service goes on, as decree 2-05-916 wants it."),
        field<T>("standing", standing_of, standing_meaning),
        field<T>("source", source_of, source_meaning, Presence::Optional),
    };
    static void check(const T& pause, Reader& reader) {
        check_span(pause.days, pause.span, reader);
        check_provenance(pause.provenance, reader);
    }
};

template <>
struct Fields<domain::Period> {
    using T = domain::Period;
    static constexpr std::tuple table{
        field<T>("first", &T::first, "First day."),
        field<T>("last", &T::last, "Last day, included."),
        field<T>("certainty", &T::certainty, "Expected until the ministry announces it."),
        field<T>("standing", standing_of, standing_meaning),
        field<T>("source", source_of, source_meaning, Presence::Optional),
    };
    static void check(const T& period, Reader& reader) {
        check_order(period.first <= period.last, reader);
        check_provenance(period.provenance, reader);
    }
};

template <>
struct Fields<domain::DayOfYear> {
    using T = domain::DayOfYear;
    static constexpr std::tuple table{
        field<T, IntegerCodec<1, 12>>("month", &T::month, "1 is January."),
        field<T, IntegerCodec<1, 31>>("day", &T::day, "Day of the month."),
    };
    static void check(const T& day, Reader& reader) {
        using namespace std::chrono;
        if (!month_day{month(static_cast<unsigned>(day.month)), std::chrono::day(static_cast<unsigned>(day.day))}.ok())
            reader.fail("value-malformed", "There is no such day in any year.");
    }
};

template <>
struct Fields<domain::YearlyPeriod> {
    using T = domain::YearlyPeriod;
    static constexpr std::tuple table{
        field<T>("first", &T::first, "First day."),
        field<T>("last", &T::last, "Last day, included, in the same year."),
    };
    static void check(const T& period, Reader& reader) { check_order(period.first <= period.last, reader); }
};

template <>
struct Fields<domain::Regime> {
    using T = domain::Regime;
    static constexpr std::tuple table{
        field<T>("name", &T::name, "For the reader."),
        field<T>("isSeason", &T::is_season, "Whether readers are told its name.", Presence::Optional),
        field<T>("periods", &T::periods, "When it holds.", Presence::Optional),
        field<T>("yearly", &T::yearly, "When it holds in every year.", Presence::Optional),
        field<T>("courts", &T::courts, "For whom; left out where it holds for all.", Presence::Optional),
        field<T>("shifts", &T::shifts, "When the door is open."),
        field<T>("breaks", &T::breaks, "When those inside rest.", Presence::Optional),
        field<T>("standing", standing_of, standing_meaning),
        field<T>("source", source_of, source_meaning, Presence::Optional),
    };
    static void check(const T& regime, Reader& reader) { check_provenance(regime.provenance, reader); }
};

struct SinceCodec {
    using Year = IntegerCodec<1900, 2200>;
    static Json encode(const std::optional<int>& year) { return year ? Year::encode(*year) : Json(); }
    static void decode(const Json& json, Reader& reader, std::optional<int>& year) {
        if (!json.is_null()) Year::decode(json, reader, year.emplace());
    }
    static Json schema() { return Year::schema(); }
};

template <>
struct Fields<domain::FixedHoliday> {
    using T = domain::FixedHoliday;
    static constexpr std::tuple table{
        field<T>("name", &T::name, "For the reader."),
        field<T>("day", &T::day, "In every year."),
        field<T, SinceCodec>("since", &T::since, "First year; left out where it is older than the data.",
                             Presence::Optional),
        field<T>("standing", standing_of, standing_meaning),
        field<T>("source", source_of, source_meaning, Presence::Optional),
    };
    static void check(const T& holiday, Reader& reader) { check_provenance(holiday.provenance, reader); }
};

template <>
struct Fields<domain::LunarHoliday> {
    using T = domain::LunarHoliday;
    static constexpr std::tuple table{
        field<T>("name", &T::name, "For the reader."),
        field<T>("periods", &T::periods, "Each time it falls."),
    };
};

template <>
struct Fields<domain::Closure> {
    using T = domain::Closure;
    static constexpr std::tuple table{
        field<T>("courts", &T::courts, "Which; left out where it is all.", Presence::Optional),
        field<T>("from", &T::from, "From when."),
        field<T>("to", &T::to, "Until when, not included."),
        field<T>("text", &T::text, "Why, for the reader."),
        field<T>("standing", standing_of, standing_meaning),
        field<T>("source", source_of, source_meaning, Presence::Optional),
    };
    static void check(const T& closure, Reader& reader) {
        check_order(closure.from < closure.to, reader);
        check_provenance(closure.provenance, reader);
    }
};

template <>
struct Fields<domain::Calendar> {
    using T = domain::Calendar;
    static constexpr std::tuple table{
        field<T>("first", &T::first, "First day that the data cover."),
        field<T>("last", &T::last, "Last day that they cover."),
        field<T>("regimes", &T::regimes, "The last one that holds on a day decides."),
        field<T>("fixedHolidays", &T::fixed_holidays, "By the common calendar."),
        field<T>("lunarHolidays", &T::lunar_holidays, "By the moon."),
        field<T>("closures", &T::closures, "Exceptions."),
    };
    static void check(const T& calendar, Reader& reader) { check_order(calendar.first <= calendar.last, reader); }
};

template <>
struct Fields<domain::OpenBreak> {
    using T = domain::OpenBreak;
    static constexpr std::tuple table{
        field<T>("kind", &T::kind, "Why."),
        field<T>("until", &T::until, "When it ends."),
    };
};

template <>
struct Fields<domain::HoursInForce> {
    using T = domain::HoursInForce;
    static constexpr std::tuple table{
        field<T>("shifts", &T::shifts, "Days without one are free."),
        field<T>("standing", standing_of, standing_meaning),
        field<T>("source", source_of, source_meaning, Presence::Optional),
    };
    static void check(const T& hours, Reader& reader) { check_provenance(hours.provenance, reader); }
};

using MinutesLeftCodec = IntegerCodec<0, 366 * domain::minutes_of_a_day>;

template <>
struct Fields<domain::CourtNow> {
    using T = domain::CourtNow;
    static constexpr std::string_view schema_name = "CourtNow";
    // The state's members, beside the court's id; `at` stands in the body once.
    template <auto member>
    static constexpr auto of = [](auto& now) -> auto& { return now.state.*member; };
    using S = domain::OpenState;
    static constexpr auto standing = [](auto& now) -> auto& { return now.state.provenance.standing; };
    static constexpr auto source = [](auto& now) -> auto& { return now.state.provenance.source; };
    static constexpr auto optional = Presence::Optional;
    static constexpr std::tuple table{
        field<T>("court", &T::court, "Id of a court of the district."),
        field<T>("state", of<&S::door>, "Unknown where the data do not cover the day."),
        field<T>("until", of<&S::until>, "When this state ends; left out when it is not known.", optional),
        field<T, MinutesLeftCodec>("minutesLeft", of<&S::minutes_remaining>, "True minutes until then.", optional),
        field<T>("openBreak", of<&S::open_break>, "A break in which service goes on.", optional),
        field<T>("breakKind", of<&S::break_kind>, "Of the state on-break.", optional),
        field<T>("reason", of<&S::reason>, "Of the state closed.", optional),
        field<T>("words", of<&S::words>, "Name of the holiday or text of the closure.", optional),
        field<T>("certainty", of<&S::certainty>, "Of the holiday's date.", optional),
        field<T>("season", of<&S::season>, "Name of hours that are not the usual ones.", optional),
        field<T>("seasonCertainty", of<&S::season_certainty>, "Of the season's dates.", optional),
        field<T>("standing", standing, standing_meaning),
        field<T>("source", source, source_meaning, optional),
        field<T>("hours", &T::hours, "Of a whole week, as they are in this season.", optional),
    };
    static void check(const T& now, Reader& reader) {
        using domain::DoorState;
        const auto& state = now.state;
        const bool needs_until = state.door == DoorState::Open || state.door == DoorState::OnBreak;
        if (needs_until && !state.until) reader.fail("value-malformed", "This state says until when.");
        if ((state.door == DoorState::Closed) == (state.reason == domain::ClosedReason::None))
            reader.fail("value-malformed", "Closed has a reason, and no other state has.");
        check_provenance(state.provenance, reader);
    }
};

// {"local":"2026-11-22T10:00","utc":"2026-11-22T10:00:00.000Z"}
struct MomentCodec {
    using T = domain::DistrictNow;
    static constexpr std::tuple table{
        field<T>("local", &T::local, "On the wall clock of Morocco."),
        field<T>("utc", &T::utc, "The same moment as an instant."),
    };
    static Json encode(const T& now) { return encode_fields(table, now); }
    static void decode(const Json& json, Reader& reader, T& now) { decode_fields(table, json, reader, now); }
    static Json schema() { return schema_of_fields(table); }
};

template <>
struct Fields<domain::DistrictNow> {
    using T = domain::DistrictNow;
    static constexpr std::string_view schema_name = "DistrictNow";
    static constexpr auto moment = [](auto& now) -> auto& { return now; };
    static constexpr std::tuple table{
        field<T, MomentCodec>("at", moment, "When this is so."),
        field<T>("courts", &T::courts, "The court of appeal and those of first instance."),
        field<T>("notices", &T::notices, "To be shown on this day.", Presence::Optional),
    };
    static void complete(T& now) {
        for (auto& court : now.courts) court.state.at = now.local;
    }
};

}  // namespace wire::detail
