#include "client/state/given.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace state {

using doc::Attribute;

void set_checked(doc::Node& node, bool checked) {
    std::erase_if(node.attributes, [](const auto& attribute) { return attribute.first == Attribute::Checked; });
    if (checked) node.attributes.emplace_back(Attribute::Checked, "");
}

void set_value(doc::Node& node, std::string value) {
    std::erase_if(node.attributes, [](const auto& attribute) { return attribute.first == Attribute::Value; });
    node.attributes.emplace_back(Attribute::Value, std::move(value));
}

namespace {

// True: it was otherwise.
bool set_field(doc::Node& node, const platform::FieldState& field) {
    if (field.is_choice) {
        const bool was = node.has(Attribute::Checked);
        set_checked(node, field.checked);
        return was != field.checked;
    }
    const bool was_other = node.attribute(Attribute::Value) != field.value;
    set_value(node, field.value);
    return was_other;
}

using FieldsByNode = std::unordered_map<doc::NodeId, const platform::FieldState*>;

bool set_fields(doc::Node& node, const FieldsByNode& fields) {
    const auto field = fields.find(node.id);
    bool was_other = field != fields.end() && set_field(node, *field->second);
    for (auto& child : node.children) was_other |= set_fields(child, fields);
    return was_other;
}

doc::Node* find_node(doc::Node& node, const auto& is_wanted) {
    if (is_wanted(node)) return &node;
    for (auto& child : node.children)
        if (auto* found = find_node(child, is_wanted)) return found;
    return nullptr;
}

}  // namespace

void choose(doc::Node& root, const platform::FieldState& field) {
    if (root.id == field.node) set_checked(root, field.checked);
    else if (field.checked && root.attribute(Attribute::Type) == "radio" &&
             root.attribute(Attribute::Name) == field.name)
        set_checked(root, false);
    for (auto& child : root.children) choose(child, field);
}

bool fill(doc::Node& root, const std::vector<platform::FieldState>& fields) {
    FieldsByNode by_node;
    for (const auto& field : fields) by_node[field.node] = &field;
    return set_fields(root, by_node);
}

const doc::Node* form_with_part(const doc::Node& root) {
    if (root.has(Attribute::DataPart)) return &root;
    for (const auto& child : root.children)
        if (const auto* found = form_with_part(child)) return found;
    return nullptr;
}

void replace_part(doc::Node& root, doc::Node part) {
    if (auto* old = find_node(root, [&](const doc::Node& node) { return node.id == part.id; })) *old = std::move(part);
}

void lose_part(doc::Node& root) {
    const auto* form = form_with_part(root);
    if (form == nullptr) return;
    const auto label = form->attribute(Attribute::DataPart);
    auto* part =
        find_node(root, [&](const doc::Node& node) { return node.attribute(Attribute::AriaLabelledBy) == label; });
    if (part == nullptr) return;
    const auto lead = std::ranges::find(part->children, doc::Style::Note, &doc::Node::style);
    if (lead != part->children.end()) lead->text = form->attribute(Attribute::DataPartLost);
}

}  // namespace state
