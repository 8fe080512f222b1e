// What the forms of a text send: its values under their paths, and what shall be done with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"
#include "shared/domain/workflow.hpp"

namespace wire {

inline constexpr std::size_t item_form_bytes_limit =
    1024 * 1024;  // Arabic in percent escapes takes six bytes a letter.

// What the button "do" says. Only saving stores anything.
inline constexpr std::string_view keep_values = "keep";  // Shown again, in another language.
inline constexpr std::string_view mend_values = "mend";  // All that a machine can.
inline constexpr std::string_view preview_values = "preview";
// "mend:no-break-space:title/fr": one flaw of one text.
std::string mend_value(domain::Flaw flaw, std::string_view path);

struct ItemForm {
    enum class Wish : std::uint8_t { Save, Keep, Mend, Preview };
    struct Mend {
        std::optional<domain::Flaw> flaw;  // None: all.
        std::string path;                  // Empty: all; a path that the kind may not have.
    };
    domain::ItemKind kind = domain::ItemKind::Article;
    int version = 0;  // That the form was made from; 0: it is new.
    std::string row;  // The list that shall have one more row.
    Wish wish = Wish::Save;
    Mend mend{};
    domain::Values values;
};
// Nothing where it is no form of ours: broken escapes, too many fields, a field twice, no kind, no version, a wish that
// no button has. A moment may have a space between day and time. Well-formed UTF-8, lines end with one newline.
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
