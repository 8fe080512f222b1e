// How far each language of an item is: by the versions in which its texts changed and were approved.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shared/domain/item.hpp"

namespace domain {

enum class LanguageStatus : std::uint8_t {
    Missing,   // The original says something that this language does not.
    Proposed,  // Complete, nobody has approved it.
    Stale,     // The original changed since.
    Approved,
};
std::string_view name_of(LanguageStatus status);  // "missing"

struct LanguageMark {
    int changed_version = 0;   // 0: never.
    int approved_version = 0;  // The newest revision that was approved in this language; 0: none.
    bool is_complete = false;  // It says everything that the original says.
    bool operator==(const LanguageMark&) const = default;
};
using LanguageMarks = std::array<LanguageMark, base::languages.size()>;  // In the order of base::languages.

// After a save that made `version` out of `before`.
LanguageMarks marks_after(ItemKind kind, LanguageMarks marks, const Values& before, const Values& after, int version);
LanguageStatus status_of(const LanguageMarks& marks, base::Language original, base::Language language);
using LanguageStatuses = std::array<LanguageStatus, base::languages.size()>;
LanguageStatuses statuses_of(const LanguageMarks& marks, base::Language original);

}  // namespace domain
