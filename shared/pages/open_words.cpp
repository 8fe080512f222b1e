#include "shared/pages/open_words.hpp"

#include <array>
#include <string>

namespace pages {
namespace {

using domain::Certainty;
using domain::ClosedReason;
using domain::DoorState;

constexpr int soon_minutes = 60;  // Closer to closing than this, the minutes that are left matter.
constexpr int days_of_a_week = 7;

constexpr i18n::Key words_of(domain::Weekday day) {
    constexpr std::array words{msg::weekday_monday,   msg::weekday_tuesday, msg::weekday_wednesday,
                               msg::weekday_thursday, msg::weekday_friday,  msg::weekday_saturday,
                               msg::weekday_sunday};
    return words[static_cast<std::size_t>(day)];
}

// The branch of a message's select.
constexpr const char* name_of(domain::BreakKind kind) {
    return kind == domain::BreakKind::FridayPrayer ? "friday" : "midday";
}

std::string time_words(const i18n::Text& tr, base::LocalTime time) { return tr.time(time.minute_of_day); }

i18n::Formatted open_sentence(const i18n::Text& tr, const domain::OpenState& state) {
    const auto time = time_words(tr, *state.until);
    if (state.minutes_remaining > soon_minutes) return tr(msg::door_open_until, {.time = time});
    return tr(msg::door_open_closes, {.minutes = state.minutes_remaining, .time = time});
}

// A door that is shut for a reason may stay so for long: the date is said even where the weekday would do.
const char* branch_of_opening(const domain::OpenState& state) {
    if (!state.until) return "unknown";
    const int days = domain::days_between(state.at.date, state.until->date);
    if (days == 0) return "today";
    const bool is_usual = state.reason == ClosedReason::Night || state.reason == ClosedReason::Weekend;
    return is_usual && days < days_of_a_week ? "weekday" : "date";
}

i18n::Formatted closed_sentence(const i18n::Text& tr, const domain::OpenState& state) {
    const auto opens = state.until.value_or(state.at);  // Not shown where it is not known.
    const auto time = time_words(tr, opens);
    const auto weekday = tr(words_of(domain::weekday_of(opens.date))).text;
    const auto* when = branch_of_opening(state);
    if (state.words.empty())
        return tr(msg::door_closed, {.when = when, .time = time, .weekday = weekday, .date = opens.date});
    return tr(
        msg::door_closed_for,
        {.when = when, .reason = state.words.in(tr.language()), .time = time, .weekday = weekday, .date = opens.date});
}

i18n::Formatted door_sentence(const i18n::Text& tr, const domain::OpenState& state) {
    switch (state.door) {
        case DoorState::Unknown: break;
        case DoorState::Open: return open_sentence(tr, state);
        case DoorState::OnBreak:
            if (state.until->date == state.at.date)
                return tr(msg::door_on_break,
                          {.pause = name_of(state.break_kind), .time = time_words(tr, *state.until)});
            return closed_sentence(tr, state);
        case DoorState::Closed: return closed_sentence(tr, state);
    }
    return tr(msg::door_unknown);
}

}  // namespace

doc::Text open_words(const i18n::Text& tr, const domain::OpenState& state) {
    doc::Text text(door_sentence(tr, state));
    const auto add = [&](const i18n::Formatted& sentence) { text.append(" ").append(doc::Text(sentence)); };
    if (state.open_break)
        add(tr(msg::door_open_break,
               {.pause = name_of(state.open_break->kind), .time = time_words(tr, state.open_break->until)}));
    if (!state.season.empty()) add(tr(msg::season_in_force, {.season = state.season.in(tr.language())}));
    if (state.certainty == Certainty::Expected || state.season_certainty == Certainty::Expected)
        add(tr(msg::date_expected));
    return text;
}

std::vector<doc::Text> hours_words(const i18n::Text& tr, const domain::HoursInForce& hours) {
    std::vector<doc::Text> lines;
    for (const auto& shift : hours.shifts) {
        const auto from = tr.time(shift.span.from);
        const auto to = tr.time(shift.span.to);
        for (std::size_t begin = 0; begin < shift.days.size();) {
            std::size_t end = begin + 1;
            while (end < shift.days.size() &&
                   static_cast<int>(shift.days[end]) == static_cast<int>(shift.days[end - 1]) + 1)
                ++end;
            const auto first = tr(words_of(shift.days[begin])).text;
            const auto last = tr(words_of(shift.days[end - 1])).text;
            lines.push_back(
                end == begin + 1
                    ? doc::Text(tr(msg::hours_of_day, {.day = first, .from = from, .to = to}))
                    : doc::Text(tr(msg::hours_of_days, {.begin_day = first, .end_day = last, .from = from, .to = to})));
            begin = end;
        }
    }
    return lines;
}

}  // namespace pages
