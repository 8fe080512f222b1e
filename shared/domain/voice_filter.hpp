// Which of what people say an inbox shows, and how many there would be if it showed others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/contribution.hpp"

namespace domain {

enum class TermGroup : std::uint8_t {
    Late,  // The term that runs has ended.
    Soon,  // It ends today or in soon_within_days.
};
inline constexpr std::array term_groups{TermGroup::Late, TermGroup::Soon};
inline constexpr int soon_within_days = 7;
std::string_view name_of(TermGroup group);  // "late"
std::optional<TermGroup> parse_term_group(std::string_view name);

// First and last day of the terms of a group.
struct TermDays {
    base::Date from;
    base::Date until;
    bool operator==(const TermDays&) const = default;
};
TermDays days_of(TermGroup group, base::Date today);

enum class Whose : std::uint8_t { Mine, Nobodys };
inline constexpr std::array whoses{Whose::Mine, Whose::Nobodys};
std::string_view name_of(Whose whose);  // "mine"
std::optional<Whose> parse_whose(std::string_view name);

// As a query says it, where a slug would stand: what is about the district as a whole.
inline constexpr std::string_view whole_district = "-";

// Nothing: whatever it is.
struct VoiceFilter {
    std::optional<TermGroup> clock{};
    std::optional<ContributionKind> kind{};
    std::optional<std::string> service{};  // Slug; empty: the district as a whole.
    std::optional<Whose> whose{};          // Who takes care of it.
    bool operator==(const VoiceFilter&) const = default;

    bool is_any() const { return !clock && !kind && !service && !whose; }
};

// How many are alike in what a filter asks for.
struct VoiceGroup {
    std::optional<TermGroup> clock{};
    ContributionKind kind = ContributionKind::Comment;
    std::string service{};
    std::optional<Whose> whose{};  // Nothing: somebody else's.
    int count = 0;
    bool operator==(const VoiceGroup&) const = default;
};
int count_of(std::span<const VoiceGroup> groups, const VoiceFilter& filter);
// Each once, by the slug; what is about the district as a whole comes first.
std::vector<std::string> services_in(std::span<const VoiceGroup> groups);

}  // namespace domain
