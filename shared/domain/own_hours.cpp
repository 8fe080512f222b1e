#include "shared/domain/own_hours.hpp"

#include <algorithm>
#include <array>

#include "shared/base/day_text.hpp"

namespace domain {
namespace {

// "monday-thursday", "saturday"
std::vector<Weekday> weekdays_of(std::string_view choice) {
    constexpr std::array<std::string_view, weekdays.size()> names{"monday", "tuesday",  "wednesday", "thursday",
                                                                  "friday", "saturday", "sunday"};
    const auto place_of = [&](std::string_view name) { return std::ranges::find(names, name) - names.begin(); };
    const auto dash = std::min(choice.find('-'), choice.size());
    const auto first = place_of(choice.substr(0, dash));
    const auto last = dash == choice.size() ? first : place_of(choice.substr(dash + 1));
    std::vector<Weekday> days;
    for (auto day = first; day <= last && day < std::ssize(weekdays); ++day)
        days.push_back(weekdays[static_cast<std::size_t>(day)]);
    return days;
}

// The members of one row of a list.
class Row {
public:
    Row(const Values& values, std::string_view list, std::size_t row)
        : values_(values), prefix_(std::string(list) + "/" + std::to_string(row) + "/") {}

    std::string_view text(std::string_view name) const { return text_at(values_, prefix_ + std::string(name)); }
    int time(std::string_view name) const { return base::parse_clock_time(text(name)).value_or(0); }
    std::vector<Weekday> days() const { return weekdays_of(text("days")); }

private:
    const Values& values_;
    std::string prefix_;
};

}  // namespace

Regime regime_of(const Values& values) {
    Regime regime;
    for (const auto language : base::languages)
        regime.name.set(language, std::string(text_at(values, "title/" + std::string(base::code_of(language)))));
    regime.courts = {CourtId(std::string(text_at(values, "court")))};
    regime.provenance.source = text_at(values, "source");
    regime.provenance.standing = regime.provenance.source.empty() ? Standing::Example : Standing::Sourced;
    for (std::size_t i = 0; i < rows_of(values, "shifts"); ++i) {
        const Row row(values, "shifts", i);
        regime.shifts.push_back({row.days(), {row.time("opens"), row.time("closes")}});
    }
    for (std::size_t i = 0; i < rows_of(values, "breaks"); ++i) {
        const Row row(values, "breaks", i);
        regime.breaks.push_back({row.text("break") == "midday" ? BreakKind::Midday : BreakKind::FridayPrayer,
                                 row.days(),
                                 {row.time("begins"), row.time("ends")},
                                 row.text("door") == "open" ? Door::Open : Door::Closed,
                                 regime.provenance});
    }
    const auto first = base::parse_date(text_at(values, "first")), last = base::parse_date(text_at(values, "last"));
    regime.is_season = first && last;
    if (regime.is_season) regime.periods = {{*first, *last, Certainty::Announced, regime.provenance}};
    return regime;
}

Calendar with_own_hours(Calendar calendar, std::span<const Regime> own) {
    for (const auto& regime : own) {
        const auto place =
            regime.is_season ? calendar.regimes.end() : std::ranges::find(calendar.regimes, true, &Regime::is_season);
        calendar.regimes.insert(place, regime);
    }
    return calendar;
}

}  // namespace domain
