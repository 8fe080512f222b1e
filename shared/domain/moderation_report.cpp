#include "shared/domain/moderation_report.hpp"

#include <algorithm>

#include "shared/domain/hours.hpp"
#include "shared/domain/voice_event.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, moderation_counts.size()> names{
    "received", "published-at-once", "held",     "published-after-reading",
    "referred", "redacted",          "appealed", "overturned"};

constexpr int months_of_quarter = 3;
constexpr int quarters_of_year = 4;

// How many were received and went out at once is on other public pages, with each of them.
bool can_tell_who(ModerationCount what) {
    return what != ModerationCount::Received && what != ModerationCount::PublishedAtOnce;
}

// Not exact above that either: the others could be taken from it, and what grows by one tells what was done just now.
ShownCount range_of(int count) {
    if (count == 0) return {0, 0};
    const auto first = count / fewest_shown * fewest_shown;
    return {std::max(1, first), first + fewest_shown - 1};
}

}  // namespace

std::string_view name_of(ModerationCount count) { return names[static_cast<std::size_t>(count)]; }

Quarter quarter_of(base::Date date) { return {date.year, (date.month - 1) / months_of_quarter + 1}; }

base::Date first_day(Quarter quarter, int quarters_before) {
    const auto since_zero = quarter.year * quarters_of_year + quarter.number - 1 - quarters_before;
    return {since_zero / quarters_of_year, since_zero % quarters_of_year * months_of_quarter + 1, 1};
}

base::Date last_day(Quarter quarter) { return plus_days(first_day(quarter, -1), -1); }

void count_step(ModerationQuarter& quarter, const CountedStep& step) {
    using enum ContributionState;
    const auto add = [&](ModerationCount what) { quarter.counts[static_cast<std::size_t>(what)] += step.count; };
    if (step.from == Received) add(ModerationCount::Received);
    if (step.to == Held && step.from != Held) add(ModerationCount::Held);
    switch (step.step) {
        case ContributionStep::Publish:
            add(step.from == Received ? ModerationCount::PublishedAtOnce : ModerationCount::PublishedAfterReading);
            break;
        case ContributionStep::Refer: add(ModerationCount::Referred); break;
        case ContributionStep::Redact: add(ModerationCount::Redacted); break;
        case ContributionStep::Appeal: add(ModerationCount::Appealed); break;
        case ContributionStep::Overturn: add(ModerationCount::Overturned); break;
        case ContributionStep::Decline:
            if (step.reason) quarter.declined[static_cast<std::size_t>(*step.reason)] += step.count;
            break;
        default: break;
    }
}

ShownCount shown(const ModerationQuarter& quarter, ModerationCount what) {
    const auto count = quarter.of(what);
    return can_tell_who(what) ? range_of(count) : ShownCount{count, count};
}

ShownCount shown(const ModerationQuarter& quarter, DeclineReason reason) {
    return range_of(quarter.declined[static_cast<std::size_t>(reason)]);
}

std::optional<int> shown_hours_held(const ModerationQuarter& quarter) {
    if (quarter.hours_held.size() < static_cast<std::size_t>(fewest_shown)) return std::nullopt;
    auto ascending = quarter.hours_held;
    std::ranges::sort(ascending);
    return median(ascending);
}

}  // namespace domain
