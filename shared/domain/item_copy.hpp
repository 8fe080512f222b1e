// A text of another district as the draft of one's own: what is taken, and what each court says for itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/item.hpp"

namespace domain {

// The published text that a copy was taken from.
struct CopySource {
    std::string district;  // Slugs, as in addresses.
    ItemKind kind = ItemKind::Article;
    std::string slug;
    std::int64_t item = 0;
    int version = 0;
    base::Date date;  // Of that version, in Morocco.
    bool operator==(const CopySource&) const = default;
};
std::string print(const CopySource& source);  // "tanger/sheet/casier-judiciaire/17/3/2026-11-20"
std::optional<CopySource> parse_copy_source(std::string_view text);

// Where every revision of a copy keeps its source. No table of fields has this path: whoever sends it is refused.
inline constexpr std::string_view copied_from_path = "copied-from";
// Nothing where the text was written here.
std::optional<CopySource> source_of(const Values& values);
void set_source(Values& values, const std::optional<CopySource>& source);

// Not what is of one court alone (its sheet, its hours), or of one day (a notice).
bool can_be_copied(ItemKind kind);
// Without the fields that are local, and without a source of its own.
Values copy_of(ItemKind kind, const Values& published);
// Which local fields say nothing yet, in the original language: paths, in the order of the table; of a field in a list
// the first. Sources come with their facts.
std::vector<std::string> open_local_fields(ItemKind kind, const Values& values);

}  // namespace domain
