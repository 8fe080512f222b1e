// How far the four languages of a district's texts are: each with its day, all of them counted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "shared/base/clock.hpp"
#include "shared/domain/item_language.hpp"
#include "shared/domain/workflow.hpp"

namespace domain {

inline constexpr std::array language_statuses{LanguageStatus::Missing, LanguageStatus::Proposed, LanguageStatus::Stale,
                                              LanguageStatus::Approved};
std::optional<LanguageStatus> parse_language_status(std::string_view name);

// The public reads less in this language than in the original, or something older.
bool is_gap(LanguageStatus status);

struct LanguageStanding {
    LanguageStatus status = LanguageStatus::Missing;
    base::Instant since;  // Of a gap: when it opened. What is stale and then incomplete is still the same gap.
    bool operator==(const LanguageStanding&) const = default;
};
LanguageStanding standing_after(const std::optional<LanguageStanding>& before, LanguageStatus status,
                                base::Instant now);

// What is archived or has expired is owed to nobody.
bool counts_in_parity(ItemState state);

// Texts by kind, language and status.
class ParityCounts {
public:
    std::int64_t& at(ItemKind kind, base::Language language, LanguageStatus status);
    // Nothing given: all of them together.
    std::int64_t sum(std::optional<ItemKind> kind, std::optional<base::Language> language,
                     std::optional<LanguageStatus> status) const;
    bool operator==(const ParityCounts&) const = default;

private:
    using ByStatus = std::array<std::int64_t, language_statuses.size()>;
    std::array<std::array<ByStatus, base::languages.size()>, item_kinds.size()> counts_{};
};

}  // namespace domain
