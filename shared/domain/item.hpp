// What a court publishes, as its desk edits it: a kind and a flat list of values, each under a path.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/language.hpp"
#include "shared/domain/item_field.hpp"

namespace domain {

// "title/ar", "starts", "papers/0/text/zgh" -> text. No text is empty. Sorted as bytes are.
using Values = std::map<std::string, std::string, std::less<>>;

inline constexpr std::size_t item_values_limit = 1'000;
inline constexpr std::size_t item_bytes_limit = 256 * 1024;  // Of all paths and texts together.

enum class ItemProblem : std::uint8_t {
    PathUnknown,
    Missing,
    TooLong,
    TextBroken,  // Not UTF-8.
    DateUnfit,
    MomentUnfit,
    TimeUnfit,
    NumberUnfit,
    ChoiceUnknown,
    AddressUnfit,
    SlugUnfit,
    TooEarly,  // Ends before it starts.
    TooManyValues,
    TooLarge,
    TelephoneUnfit,  // Nor a number of a fax machine.
    EmailUnfit,
};
inline constexpr std::size_t item_problem_count = static_cast<std::size_t>(ItemProblem::EmailUnfit) + 1;
std::string_view name_of(ItemProblem problem);  // "path-unknown": stable, part of a problem's `type`

struct ItemError {
    std::string path;  // Empty for the whole.
    ItemProblem problem = ItemProblem::PathUnknown;
    bool operator==(const ItemError&) const = default;
};

// Where a path leads.
struct PathPlace {
    const ItemField* field = nullptr;
    std::optional<std::size_t> row;          // Of fields in a list.
    std::optional<base::Language> language;  // Of localized fields.
};
std::optional<PathPlace> find_place(ItemKind kind, std::string_view path);

std::string path_of(const ItemField& field, std::optional<std::size_t> row = {},
                    std::optional<base::Language> language = {});
// Empty where there is none.
std::string_view text_at(const Values& values, std::string_view path);
// Nothing where `values` have no original language; values that were checked always have one.
std::optional<base::Language> original_of(const Values& values);
// Those that hold a text, as a reader goes through them: by the table, the rows of a list together, languages in order.
std::vector<std::string> paths_of(ItemKind kind, const Values& values);
// How many rows a list has.
std::size_t rows_of(const Values& values, std::string_view list);
// Whether it is there, in any language.
bool is_said(const Values& values, const ItemField& field, std::optional<std::size_t> row);

// Cleaned: no controls, no bidi overrides, single spaces but in Markdown, no empty text, rows without gaps.
struct CheckedValues {
    Values values;                  // Fit to be kept when `errors` is empty.
    std::vector<ItemError> errors;  // In the order of paths.
};
// What may be kept as a draft: of required values only the original language.
CheckedValues check_values(ItemKind kind, const Values& typed);
// What is still missing before it may leave its author: required values, in the original language. Paths, in the order
// of the table.
std::vector<std::string> missing_values(ItemKind kind, const Values& values);

}  // namespace domain
