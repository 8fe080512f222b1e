// The fields of a text as a form: four languages side by side, lists with one more row than there is.
#pragma once

#include <vector>

#include "shared/desk/item_view.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"
#include "shared/pages/form_parts.hpp"

namespace desk {

// With a T, so that it is read from the left on every page.
inline constexpr std::string_view example_moment = "2026-11-26T10:00";

// What a path is called: "Papers, number 2: Text, Français".
doc::Text words_of_path(const i18n::Text& tr, domain::ItemKind kind, std::string_view path);
std::vector<doc::Node> item_fields(const i18n::Text& tr, const ItemData& data);
std::vector<pages::ErrorLine> item_error_lines(const i18n::Text& tr, const ItemData& data);
// One field of the form, whatever its kind; for a text in a language its cell.
struct FieldRemarks {
    std::optional<doc::Text> error{};
    std::vector<doc::Text> notes{};  // Of texts.
};
doc::Node field_of_path(const i18n::Text& tr, domain::ItemKind kind, std::string_view path, std::string value,
                        FieldRemarks remarks, const std::vector<domain::Court>& courts);
doc::Node hidden_field(std::string name, std::string value);
// One of several that may be ticked together: its id is "NAME-VALUE".
doc::Node check_option(std::string key, const std::string& name, const std::string& value, doc::Text words,
                       bool is_ticked);

}  // namespace desk
