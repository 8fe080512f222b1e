// What moderation did in a district, quarter by quarter, for everybody: counts of steps, neither texts nor persons.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/contribution.hpp"

namespace domain {

// Each step counts in the quarter in which it was taken.
enum class ModerationCount : std::uint8_t {
    Received,
    PublishedAtOnce,  // No rule had anything against it.
    Held,             // For a moderator to read.
    PublishedAfterReading,
    Referred,    // About a case, a judge or a judgment: the court alone reads it.
    Redacted,    // Passages were replaced.
    Appealed,    // Against a refusal to publish.
    Overturned,  // By another moderator.
};
inline constexpr std::array moderation_counts{ModerationCount::Received, ModerationCount::PublishedAtOnce,
                                              ModerationCount::Held,     ModerationCount::PublishedAfterReading,
                                              ModerationCount::Referred, ModerationCount::Redacted,
                                              ModerationCount::Appealed, ModerationCount::Overturned};
std::string_view name_of(ModerationCount count);  // "published-at-once"

struct Quarter {
    int year = 1970;
    int number = 1;  // 1 to 4
    auto operator<=>(const Quarter&) const = default;
};
Quarter quarter_of(base::Date date);
// The first day of the quarter that lies so many before this one.
base::Date first_day(Quarter quarter, int quarters_before = 0);
base::Date last_day(Quarter quarter);

// How many quarters are shown, with the one that runs.
inline constexpr int reported_quarters = 8;

struct ModerationQuarter {
    Quarter quarter;
    std::array<int, moderation_counts.size()> counts{};
    std::array<int, decline_reasons.size()> declined{};
    std::vector<int> hours_held{};  // Until a moderator judged it; each that began, at least one.
    bool operator==(const ModerationQuarter&) const = default;

    int of(ModerationCount what) const { return counts[static_cast<std::size_t>(what)]; }
};

// A step as the log has it, and how often it was taken.
struct CountedStep {
    ContributionStep step = ContributionStep::Hold;
    ContributionState from = ContributionState::Received;
    ContributionState to = ContributionState::Held;
    std::optional<DeclineReason> reason{};
    int count = 1;
};
void count_step(ModerationQuarter& quarter, const CountedStep& step);

// A count as everybody may read it: exact, or one of fewest_shown in a row where an exact one could tell who it was.
struct ShownCount {
    int at_least = 0, at_most = 0;
    bool operator==(const ShownCount&) const = default;
    bool is_exact() const { return at_least == at_most; }
};
inline constexpr int fewest_shown = 5;
ShownCount shown(const ModerationQuarter& quarter, ModerationCount what);
ShownCount shown(const ModerationQuarter& quarter, DeclineReason reason);
// The median; nothing where so few were judged that it could tell how long one of them waited.
std::optional<int> shown_hours_held(const ModerationQuarter& quarter);

}  // namespace domain
