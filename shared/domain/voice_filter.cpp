#include "shared/domain/voice_filter.hpp"

#include <algorithm>
#include <set>

#include "shared/domain/hours.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, term_groups.size()> term_group_names{"late", "soon"};
constexpr std::array<std::string_view, whoses.size()> whose_names{"mine", "nobody"};
constexpr base::Date first_day{1, 1, 1};

}  // namespace

std::string_view name_of(TermGroup group) { return term_group_names[static_cast<std::size_t>(group)]; }

std::optional<TermGroup> parse_term_group(std::string_view name) {
    const auto found = std::ranges::find(term_group_names, name);
    if (found == term_group_names.end()) return std::nullopt;
    return static_cast<TermGroup>(found - term_group_names.begin());
}

std::string_view name_of(Whose whose) { return whose_names[static_cast<std::size_t>(whose)]; }

std::optional<Whose> parse_whose(std::string_view name) {
    const auto found = std::ranges::find(whose_names, name);
    if (found == whose_names.end()) return std::nullopt;
    return static_cast<Whose>(found - whose_names.begin());
}

TermDays days_of(TermGroup group, base::Date today) {
    if (group == TermGroup::Late) return {first_day, plus_days(today, -1)};
    return {today, plus_days(today, soon_within_days)};
}

int count_of(std::span<const VoiceGroup> groups, const VoiceFilter& filter) {
    int count = 0;
    for (const auto& group : groups)
        if ((!filter.clock || filter.clock == group.clock) && (!filter.kind || filter.kind == group.kind) &&
            (!filter.service || filter.service == group.service) && (!filter.whose || filter.whose == group.whose))
            count += group.count;
    return count;
}

std::vector<std::string> services_in(std::span<const VoiceGroup> groups) {
    std::set<std::string> services;
    for (const auto& group : groups) services.insert(group.service);
    return {services.begin(), services.end()};
}

}  // namespace domain
