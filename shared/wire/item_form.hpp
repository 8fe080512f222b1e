// What the forms of a text send: its values under their paths, and what shall be done with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/item.hpp"
#include "shared/domain/workflow.hpp"

namespace wire {

inline constexpr std::size_t item_form_bytes_limit =
    1024 * 1024;  // Arabic in percent escapes takes six bytes a letter.

inline constexpr std::string_view keep_values = "keep";  // What the button "do" says when nothing is to be stored.

struct ItemForm {
    domain::ItemKind kind = domain::ItemKind::Article;
    int version = 0;            // That the form was made from; 0: it is new.
    std::string row;            // The list that shall have one more row.
    bool is_only_kept = false;  // Shown again, in another language.
    domain::Values values;
};
// Nothing where it is no form of ours: broken escapes, too many fields, a field twice, no kind, no version. A moment
// may have a space between day and time. Well-formed UTF-8, whatever was sent.
std::optional<ItemForm> parse_item_form(std::string_view body);

struct ItemStepForm {
    domain::ItemStep step = domain::ItemStep::Submit;
    int version = 0;
    std::string at;  // As typed.
    std::string until;
    std::string reason;
};
std::optional<ItemStepForm> parse_item_step_form(std::string_view body);

struct ItemRestoreForm {
    int version = 0;
    int to = 0;  // The revision whose values come back.
};
std::optional<ItemRestoreForm> parse_item_restore_form(std::string_view body);

// "2026-11-26 10:00"
std::optional<base::LocalTime> parse_typed_moment(std::string_view text);

}  // namespace wire
