#include "shared/domain/item_language.hpp"

#include <algorithm>

#include "shared/domain/item_difference.hpp"

namespace domain {
namespace {

bool says_all(ItemKind kind, const Values& values, base::Language original, base::Language language) {
    return std::ranges::all_of(values, [&](const auto& value) {
        const auto place = find_place(kind, value.first);
        return !place || place->language != original ||
               !text_at(values, path_of(*place->field, place->row, language)).empty();
    });
}

}  // namespace

std::string_view name_of(LanguageStatus status) {
    constexpr std::array<std::string_view, 4> names{"missing", "proposed", "stale", "approved"};
    return names[static_cast<std::size_t>(status)];
}

LanguageMarks marks_after(ItemKind kind, LanguageMarks marks, const Values& before, const Values& after, int version) {
    for (const auto& change : difference(before, after))
        if (const auto place = find_place(kind, change.path); place && place->language)
            marks[base::index_of(*place->language)].changed_version = version;
    return marks;
}

LanguageStatus status_of(ItemKind kind, const Values& values, const LanguageMarks& marks, base::Language language) {
    const auto original = original_of(values).value_or(language);
    const auto& own = marks[base::index_of(language)];
    const auto original_changed = marks[base::index_of(original)].changed_version;
    const bool says_something = own.changed_version > 0;
    if (!says_something || !says_all(kind, values, original, language)) return LanguageStatus::Missing;
    if (std::max(own.changed_version, own.approved_version) < original_changed) return LanguageStatus::Stale;
    return own.approved_version >= own.changed_version ? LanguageStatus::Approved : LanguageStatus::Proposed;
}

LanguageStatuses statuses_of(ItemKind kind, const Values& values, const LanguageMarks& marks) {
    LanguageStatuses statuses{};
    for (const auto language : base::languages)
        statuses[base::index_of(language)] = status_of(kind, values, marks, language);
    return statuses;
}

}  // namespace domain
