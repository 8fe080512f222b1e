#include "client/app/page.hpp"

#include <algorithm>
#include <unordered_map>

#include "client/state/questions.hpp"
#include "shared/pages/book.hpp"
#include "shared/pages/notice.hpp"

namespace app {
namespace {

pages::RatingForm rating_form(const state::AppState& state) {
    const auto* form = state::form_of(state);
    if (form == nullptr) return {};
    return {.draft = form->draft, .errors = form->errors, .wait_minutes = form->wait_minutes, .sending = form->sending};
}

void set_field(doc::Node& node, const platform::FieldState& field) {
    const auto name = field.is_choice ? doc::Attribute::Checked : doc::Attribute::Value;
    std::erase_if(node.attributes, [name](const auto& attribute) { return attribute.first == name; });
    if (!field.is_choice) node.attributes.emplace_back(name, field.value);
    else if (field.checked) node.attributes.emplace_back(name, "");
}

void set_fields(doc::Node& node, const std::unordered_map<doc::NodeId, const platform::FieldState*>& fields) {
    if (const auto field = fields.find(node.id); field != fields.end()) set_field(node, *field->second);
    for (auto& child : node.children) set_fields(child, fields);
}

}  // namespace

doc::Document page_of(const state::AppState& state) {
    if (state.given) return *state.given;
    const i18n::Text tr(state.language);
    if (!state.page) {
        const auto error = state.page_error.value_or(base::ErrorCode::NotFound);
        return pages::error_page(tr, pages::addresses_of(state.path), {error, {}});
    }
    // What the server said of an unknown receipt stands among the answers.
    if (state.page_error && !std::holds_alternative<routes::Receipt>(*state.page))
        return pages::error_page(tr, pages::addresses_of(*state.page), {*state.page_error, {}});
    return pages::page_of(tr, *state.page, state::lookup_in(state), rating_form(state));
}

doc::Document with_fields(doc::Document document, const std::vector<platform::FieldState>& fields) {
    std::unordered_map<doc::NodeId, const platform::FieldState*> by_node;
    for (const auto& field : fields) by_node[field.node] = &field;
    set_fields(document.root, by_node);
    return document;
}

}  // namespace app
