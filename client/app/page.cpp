#include "client/app/page.hpp"

#include <algorithm>
#include <unordered_map>

#include "client/state/questions.hpp"
#include "shared/pages/notice.hpp"
#include "shared/pages/receipt.hpp"
#include "shared/pages/sheet.hpp"

namespace app {
namespace {

const state::Answer* find(const state::AppState& state, const std::string& address) {
    const auto found = state.answers.find(address);
    return found == state.answers.end() ? nullptr : &found->second;
}

template <class Body>
const Body* body(const state::AppState& state, const std::string& address) {
    const auto* answer = find(state, address);
    return answer == nullptr ? nullptr : std::get_if<Body>(&answer->body);
}

const state::Answer* first_failed(const state::AppState& state) {
    for (const auto& question : state::questions_of(*state.page, state))
        if (const auto* answer = find(state, question.address); answer != nullptr && answer->error) return answer;
    return nullptr;
}

pages::Answer<pages::SheetData> sheet_data(const state::AppState& state, const routes::Sheet& route) {
    if (const auto* failed = first_failed(state)) return *failed->error;
    const auto* district = body<domain::District>(state, routes::api_district(route.district));
    const auto* sheet = body<domain::ServiceSheet>(state, routes::api_sheet(route.district, route.service));
    const auto* services = body<state::Services>(state, routes::api_services(route.district));
    if (district == nullptr || sheet == nullptr || services == nullptr) return pages::Loading{};
    return pages::SheetData{*district, *sheet, services->items};
}

pages::RatingForm rating_form(const state::AppState& state) {
    const auto* form = state::form_of(state);
    if (form == nullptr) return {};
    return {.draft = form->draft, .errors = form->errors, .wait_minutes = form->wait_minutes, .sending = form->sending};
}

pages::ReceiptRefusal refusal_of(domain::ReceiptCodeProblem problem) {
    using enum pages::ReceiptTrouble;
    return {.trouble = problem == domain::ReceiptCodeProblem::Mistyped ? Mistyped : Unknown};
}

// The sheet may have been taken down since: its address still names what was rated.
base::LocalizedText service_title(const state::Answer& sheet, const domain::Receipt& receipt) {
    if (const auto* found = std::get_if<domain::ServiceSheet>(&sheet.body)) return found->short_title;
    const auto& slug = receipt.service.value();
    return {slug, slug, slug, slug};
}

decltype(pages::ReceiptPage::answer) receipt_answer(const state::AppState& state, const routes::Receipt& route) {
    using enum pages::ReceiptTrouble;
    const auto code = domain::ReceiptCode::parse(route.code);
    if (!code) return refusal_of(code.error());
    const auto* answer = find(state, routes::api_receipt(code->hyphenated()));
    if (answer == nullptr || !answer->is_settled()) return pages::Loading{};
    if (answer->error) {
        if (answer->error->code == base::ErrorCode::NotFound) return pages::ReceiptRefusal{.trouble = Unknown};
        if (answer->error->code == base::ErrorCode::TooMany)
            return pages::ReceiptRefusal{TooMany, answer->wait_minutes};
        return *answer->error;
    }
    const auto& receipt = std::get<domain::Receipt>(answer->body);
    const auto* sheet = find(state, routes::api_sheet(receipt.district.value(), receipt.service.value()));
    if (sheet == nullptr || !sheet->is_settled()) return pages::Loading{};
    if (sheet->error && sheet->error->code != base::ErrorCode::NotFound) return *sheet->error;
    return pages::ReceiptData{.receipt = receipt, .service = service_title(*sheet, receipt)};
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
    const i18n::Text tr(state.language);
    if (!state.page) {
        const auto error = state.page_error.value_or(base::ErrorCode::NotFound);
        return pages::error_page(tr, pages::addresses_of(state.path), {error, {}});
    }
    if (const auto* sheet = std::get_if<routes::Sheet>(&*state.page)) {
        if (state.page_error) return pages::error_page(tr, pages::addresses_of(*state.page), {*state.page_error, {}});
        return pages::sheet_page(tr, {*sheet, sheet_data(state, *sheet), rating_form(state)});
    }
    const auto& receipt = std::get<routes::Receipt>(*state.page);
    return pages::receipt_page(tr, {receipt, receipt_answer(state, receipt)});
}

doc::Document with_fields(doc::Document document, const std::vector<platform::FieldState>& fields) {
    std::unordered_map<doc::NodeId, const platform::FieldState*> by_node;
    for (const auto& field : fields) by_node[field.node] = &field;
    set_fields(document.root, by_node);
    return document;
}

}  // namespace app
