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
    const auto original = original_of(after);
    for (const auto language : base::languages) {
        auto& mark = marks[base::index_of(language)];
        mark.is_complete = original && mark.changed_version > 0 && says_all(kind, after, *original, language);
    }
    return marks;
}

LanguageStatus status_of(const LanguageMarks& marks, base::Language original, base::Language language) {
    const auto& own = marks[base::index_of(language)];
    if (!own.is_complete) return LanguageStatus::Missing;
    if (std::max(own.changed_version, own.approved_version) < marks[base::index_of(original)].changed_version)
        return LanguageStatus::Stale;
    return own.approved_version >= own.changed_version ? LanguageStatus::Approved : LanguageStatus::Proposed;
}

LanguageStatuses statuses_of(const LanguageMarks& marks, base::Language original) {
    LanguageStatuses statuses{};
    for (const auto language : base::languages)
        statuses[base::index_of(language)] = status_of(marks, original, language);
    return statuses;
}

}  // namespace domain
