// The kinds of items and the one table of their fields: it drives checks, forms, differences, freshness and copies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace domain {

enum class ItemKind : std::uint8_t {
    Article,
    Activity,
    Programme,
    Sheet,
    Court,
    Notice,
    Guide,
    Document,
    Question,
    Hours,  // Of one court, in a season or the whole year.
};
inline constexpr std::array item_kinds{ItemKind::Article,  ItemKind::Activity, ItemKind::Programme, ItemKind::Sheet,
                                       ItemKind::Court,    ItemKind::Notice,   ItemKind::Guide,     ItemKind::Document,
                                       ItemKind::Question, ItemKind::Hours};
std::string_view name_of(ItemKind kind);  // "article"
std::optional<ItemKind> parse_item_kind(std::string_view name);

enum class ItemForm : std::uint8_t {
    Line,
    Text,  // Several lines, one paragraph.
    Markdown,
    Date,    // "2026-11-22"
    Moment,  // On the wall clock of Morocco: "2026-11-26T10:00"
    Number,  // 0 to 999
    Choice,
    Address,  // https
    Court,    // The id of a court of the district.
    Time,     // Of a day: "08:30"
    Contact,  // A number or an address, by the kind that the field it comes with names.
};

struct ItemField {
    std::string_view name;  // Part of paths and of form names.
    ItemForm form = ItemForm::Line;
    std::size_t limit = 0;     // Code points.
    std::string_view list;     // The rows that it is a member of; empty for none.
    bool localized = false;    // A text in each language.
    bool required = false;     // Before the item leaves its author; in a list: in each row.
    int maximum_age_days = 0;  // Since it was last verified; 0: it does not grow old.
    std::span<const std::string_view> choices{};
    // The field of the same row that names the earliest day or moment; a time comes after it.
    std::string_view not_before{};
    bool is_local = false;   // Of one court alone: who copies the text from another says it anew.
    bool needs_row = false;  // Of a list: there is one at least.
    // The field of the same row without which it says nothing: required where that one is there.
    std::string_view comes_with{};
    // The required field of the same row in whose place it may stand. Where both are there that one is its label: it is
    // not required, and does not grow old.
    std::string_view instead_of{};
};

inline constexpr std::size_t list_rows_limit = 50;

// The first is always `original`. Members of a list stand together.
std::span<const ItemField> fields_of(ItemKind kind);
// `list` empty: a field of its own. Null where there is none.
const ItemField* find_field(ItemKind kind, std::string_view list, std::string_view name);
// The one that may stand in its place, in the same row. Null where there is none.
const ItemField* find_stand_in(ItemKind kind, const ItemField& field);

}  // namespace domain
