#include "client/state/form_drafts.hpp"

#include <algorithm>
#include <utility>

#include "client/state/given.hpp"
#include "shared/base/utf8.hpp"
#include "shared/document/builder.hpp"

namespace state {
namespace {

using base::Pairs;
using doc::Attribute;
using doc::Node;
using doc::Tag;

// Of what is no field of the form.
constexpr std::string_view day_name = "@day";
constexpr std::string_view sent_name = "@sent";

bool is_choice(const Node& node) {
    const auto type = node.attribute(Attribute::Type);
    return type == "radio" || type == "checkbox";
}

bool is_secret(std::string_view type) { return type == "hidden" || type == "password" || type == "file"; }

bool names(std::string_view list, std::string_view name) {
    return !name.empty() && (" " + std::string(list) + " ").contains(" " + std::string(name) + " ");
}

// Whether it is a field that `form` wants to be kept.
bool is_kept(const Node& form, const Node& field) {
    return (field.tag == Tag::Input || field.tag == Tag::Textarea) && !is_secret(field.attribute(Attribute::Type)) &&
           names(form.attribute(Attribute::DataDraft), field.attribute(Attribute::Name));
}

template <class Tree>
Tree* find_form(Tree& root) {
    if (root.has(Attribute::DataDraft)) return &root;
    for (auto& child : root.children)
        if (auto* found = find_form(child)) return found;
    return nullptr;
}

Node* form_in(AppState& state) { return state.given ? find_form(state.given->root) : nullptr; }

template <class Tree>
void each_kept(const Node& form, Tree& node, const auto& visit) {
    if (is_kept(form, node)) visit(node);
    for (auto& child : node.children) each_kept(form, child, visit);
}

// Its address without the language, and what labels it.
std::string name_of(const Node& form) {
    const auto action = form.attribute(Attribute::Action);
    std::string name(action.substr(std::min(action.find('/', 1), action.size())));
    return name.append("#").append(form.attribute(Attribute::AriaLabelledBy));
}

Pairs fields_of(const Node& form) {
    Pairs fields;
    each_kept(form, form, [&](const Node& field) {
        if (!is_choice(field) || field.has(Attribute::Checked))
            fields.emplace_back(field.attribute(Attribute::Name), field.attribute(Attribute::Value));
    });
    return fields;
}

Pairs of_name(const Pairs& fields, std::string_view name) {
    Pairs found;
    for (const auto& field : fields)
        if (field.first == name) found.push_back(field);
    return found;
}

// In any order.
bool is_same(const Pairs& fields, const Pairs& others) {
    return fields.size() == others.size() &&
           std::ranges::all_of(fields, [&](const auto& one) { return std::ranges::contains(others, one); });
}

FormDraft* find_draft(AppState& state, std::string_view name) {
    const auto found = std::ranges::find(state.drafts, name, &FormDraft::name);
    return found == state.drafts.end() ? nullptr : &*found;
}

void forget(AppState& state, const std::string& name, Effects& effects) {
    effects.emplace_back(KeepDraft{name, {}});
    std::erase_if(state.drafts, [&](const FormDraft& one) { return one.name == name; });
}

void keep(AppState& state, FormDraft draft, Effects& effects) {
    draft.day = state.today;
    auto text = encode_form_draft(draft);
    if (text.size() > draft_bytes) return;  // What was kept before is better than nothing.
    effects.emplace_back(KeepDraft{draft.name, std::move(text)});
    if (auto* known = find_draft(state, draft.name)) {
        *known = std::move(draft);
        return;
    }
    if (state.drafts.size() >= draft_limit)
        forget(state, std::string(std::ranges::min_element(state.drafts, {}, &FormDraft::day)->name), effects);
    state.drafts.push_back(std::move(draft));
}

bool is_over(const FormDraft& draft, std::uint32_t today) {
    return draft.fields.empty() || draft.day > today + 1 || draft.day + draft_days < today;
}

// Each field as it was kept, if its form holds in fields of this name what was printed.
bool fill_from(Node& form, const Pairs& kept, const Pairs& printed) {
    const auto before = fields_of(form);
    bool has_changed = false;
    each_kept(form, form, [&](Node& field) {
        const std::string name(field.attribute(Attribute::Name));
        const auto values = of_name(kept, name);
        if (values.empty() || of_name(before, name) != of_name(printed, name) || values == of_name(before, name))
            return;
        if (!is_choice(field)) {
            set_value(field, values.front().second);
            has_changed = true;
            return;
        }
        bool is_there = false;  // A choice that is offered no more leaves the others as they are.
        each_kept(form, form, [&](const Node& other) {
            is_there |= other.attribute(Attribute::Name) == name &&
                        std::ranges::contains(values, other.attribute(Attribute::Value), &Pairs::value_type::second);
        });
        if (!is_there) return;
        set_checked(field,
                    std::ranges::contains(values, field.attribute(Attribute::Value), &Pairs::value_type::second));
        has_changed = true;
    });
    return has_changed;
}

constexpr std::string_view notice_key = "draft";

// Below the form's heading.
void add_notice(Node& form) {
    auto notice = doc::block(
        Tag::Div, doc::Style::Actions,
        {doc::text(Tag::P, doc::Style::Note, std::string(form.attribute(Attribute::DataDraftKept)), {.key = "kept"}),
         doc::text(Tag::Button, doc::Style::QuietButton, std::string(form.attribute(Attribute::DataDraftDrop)),
                   {.key = "drop", .attributes = {{Attribute::Type, "button"}}})},
        {.key = std::string(notice_key)});
    notice.id = doc::child_id(form.id, notice.key);
    for (auto& child : notice.children) child.id = doc::child_id(notice.id, child.key);
    form.children.insert(form.children.begin() + (form.children.empty() ? 0 : 1), std::move(notice));
}

std::uint32_t day_of(std::string_view digits) {
    std::uint32_t day = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9' || digits.size() > 6) return 0;
        day = day * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return day;
}

FormDraft decode(std::string_view line) {
    const auto tab = line.find('\t');
    FormDraft draft{.name = std::string(line.substr(0, tab))};
    if (tab == line.npos) return draft;
    auto pairs = base::parse_pairs(line.substr(tab + 1));
    if (!pairs || line.size() > draft_bytes + 1024) return draft;
    for (auto& [name, value] : *pairs) {
        if (!base::is_well_formed(name) || !base::is_well_formed(value)) return FormDraft{.name = draft.name};
        if (name == day_name) draft.day = day_of(value);
        else if (name == sent_name) draft.is_sent = true;
        else draft.fields.emplace_back(std::move(name), std::move(value));
    }
    return draft;
}

}  // namespace

std::string encode_form_draft(const FormDraft& draft) {
    std::string text(day_name);
    text.append("=").append(std::to_string(draft.day));
    if (draft.is_sent) text.append("&").append(sent_name).append("=");
    for (const auto& [name, value] : draft.fields)
        text.append("&").append(base::encode_value(name)).append("=").append(base::encode_value(value));
    return text;
}

std::vector<FormDraft> decode_form_drafts(std::string_view lines) {
    std::vector<FormDraft> drafts;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (end > 0) drafts.push_back(decode(lines.substr(0, end)));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return drafts;
}

void take_form_drafts(AppState& state, std::string_view kept, Effects& effects) {
    const bool shows_receipt = state.given && state.page && std::holds_alternative<routes::Follow>(*state.page);
    for (auto& draft : decode_form_drafts(kept)) {
        if (is_over(draft, state.today) || (shows_receipt && draft.is_sent)) forget(state, draft.name, effects);
        else state.drafts.push_back(std::move(draft));
    }
    if (const auto* form = form_in(state)) state.printed_fields = fields_of(*form);
}

bool restore_form(AppState& state, Effects& effects) {
    auto* form = form_in(state);
    if (form == nullptr) return false;
    const auto name = name_of(*form);
    const auto* draft = find_draft(state, name);
    const bool is_fresh = form->has(Attribute::DataDraftKept);
    const bool has_changed = is_fresh && draft != nullptr && fill_from(*form, draft->fields, state.printed_fields);
    auto fields = fields_of(*form);
    if (!is_fresh || fields != state.printed_fields)
        keep(state, {.name = name, .day = 0, .is_sent = false, .fields = std::move(fields)}, effects);
    else if (draft != nullptr) forget(state, name, effects);
    if (has_changed) add_notice(*form);
    return has_changed;
}

void keep_field(AppState& state, const platform::FieldState& field, Effects& effects) {
    const auto* form = form_in(state);
    const auto* node = form == nullptr ? nullptr : doc::find(*form, field.node);
    if (node == nullptr || !is_kept(*form, *node)) return;
    const auto* known = find_draft(state, name_of(*form));
    FormDraft draft{
        .name = name_of(*form), .day = 0, .is_sent = false, .fields = known ? known->fields : fields_of(*form)};
    std::erase_if(draft.fields, [&](const auto& one) { return one.first == field.name; });
    const auto add = field.is_choice ? of_name(fields_of(*form), field.name) : Pairs{{field.name, field.value}};
    draft.fields.insert(draft.fields.end(), add.begin(), add.end());
    if (!is_same(draft.fields, state.printed_fields) || !form->has(Attribute::DataDraftKept))
        keep(state, std::move(draft), effects);
    else if (known != nullptr) forget(state, draft.name, effects);
}

void mark_sent(AppState& state, platform::NodeId id, Effects& effects) {
    const auto* form = form_in(state);
    const auto* draft = form != nullptr && form->id == id ? find_draft(state, name_of(*form)) : nullptr;
    if (draft == nullptr) return;
    auto sent = *draft;
    sent.is_sent = true;
    keep(state, std::move(sent), effects);
}

void press(AppState& state, platform::NodeId button, Effects& effects) {
    const auto* form = form_in(state);
    if (form == nullptr || button != doc::child_id(doc::child_id(form->id, notice_key), "drop")) return;
    forget(state, name_of(*form), effects);
    effects.emplace_back(Leave{std::string(form->attribute(Attribute::Action))});
}

}  // namespace state
