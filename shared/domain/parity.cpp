#include "shared/domain/parity.hpp"

#include <algorithm>

namespace domain {
namespace {

template <class Value>
std::size_t index_of(Value value) {
    return static_cast<std::size_t>(value);
}

}  // namespace

std::optional<LanguageStatus> parse_language_status(std::string_view name) {
    const auto found = std::ranges::find(language_statuses, name, [](auto status) { return name_of(status); });
    return found == language_statuses.end() ? std::nullopt : std::optional(*found);
}

bool is_gap(LanguageStatus status) { return status == LanguageStatus::Missing || status == LanguageStatus::Stale; }

LanguageStanding standing_after(const std::optional<LanguageStanding>& before, LanguageStatus status,
                                base::Instant now) {
    const bool goes_on = before && (before->status == status || (is_gap(before->status) && is_gap(status)));
    return {status, goes_on ? before->since : now};
}

bool counts_in_parity(ItemState state) { return state != ItemState::Archived && state != ItemState::Expired; }

std::int64_t& ParityCounts::at(ItemKind kind, base::Language language, LanguageStatus status) {
    return counts_[index_of(kind)][base::index_of(language)][index_of(status)];
}

std::int64_t ParityCounts::sum(std::optional<ItemKind> kind, std::optional<base::Language> language,
                               std::optional<LanguageStatus> status) const {
    std::int64_t sum = 0;
    for (const auto one_kind : item_kinds)
        for (const auto one_language : base::languages)
            for (const auto one_status : language_statuses)
                if (kind.value_or(one_kind) == one_kind && language.value_or(one_language) == one_language &&
                    status.value_or(one_status) == one_status)
                    sum += counts_[index_of(one_kind)][base::index_of(one_language)][index_of(one_status)];
    return sum;
}

}  // namespace domain
