#include "client/state/given.hpp"

#include <vector>

namespace state {
namespace {

using doc::Attribute;

void set_checked(doc::Node& node, bool checked) {
    std::erase_if(node.attributes, [](const auto& attribute) { return attribute.first == Attribute::Checked; });
    if (checked) node.attributes.emplace_back(Attribute::Checked, "");
}

}  // namespace

void choose(doc::Node& root, const platform::FieldState& field) {
    if (root.id == field.node) set_checked(root, field.checked);
    else if (field.checked && root.attribute(Attribute::Type) == "radio" &&
             root.attribute(Attribute::Name) == field.name)
        set_checked(root, false);
    for (auto& child : root.children) choose(child, field);
}

}  // namespace state
