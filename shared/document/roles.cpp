// Roles and names, as a browser computes them: HTML-AAM and accname 1.2, for the elements of this tree.
#include <array>

#include "shared/document/document.hpp"

namespace doc {
namespace {

std::string_view role_of_input(const Node& node) {
    const auto type = node.attribute(Attribute::Type);
    if (type == "radio") return "radio";
    if (type == "checkbox") return "checkbox";
    if (type == "file") return "button";
    if (type == "hidden") return "";
    return "textbox";
}

bool is_named(const Node& node) {
    return !node.attribute(Attribute::AriaLabel).empty() || !node.attribute(Attribute::AriaLabelledBy).empty();
}

const Node* find_html_id(const Node& root, std::string_view id) {
    const Node* found = nullptr;
    for_each(root, [&](const Node& node) {
        if (found == nullptr && !id.empty() && node.attribute(Attribute::Id) == id) found = &node;
    });
    return found;
}

void add_content(std::string& name, const Node& node) {
    if (node.has(Attribute::AriaHidden)) return;
    if (node.is_text && !node.text.empty()) {
        if (!name.empty()) name += ' ';
        name += node.text.utf8;
    }
    for (const auto& child : node.children) add_content(name, child);
}

std::string content_of(const Node& node) {
    std::string name;
    add_content(name, node);
    return name;
}

std::string name_from_ids(const Document& document, std::string_view ids) {
    std::string name;
    while (!ids.empty()) {
        const auto space = ids.find(' ');
        if (const Node* target = find_html_id(document.root, ids.substr(0, space))) {
            if (!name.empty()) name += ' ';
            name += content_of(*target);
        }
        ids = space == std::string_view::npos ? std::string_view{} : ids.substr(space + 1);
    }
    return name;
}

// The label that wraps the control, or points at it.
std::string name_from_label(const Document& document, const Node& control) {
    std::string name;
    const auto id = control.attribute(Attribute::Id);
    for_each(document.root, [&](const Node& node) {
        if (node.tag != Tag::Label || !name.empty()) return;
        const bool wraps = find(node, control.id) != nullptr;
        if (wraps || (!id.empty() && node.attribute(Attribute::For) == id)) name = content_of(node);
    });
    return name;
}

bool is_named_by_content(Tag tag) {
    return tag == Tag::A || tag == Tag::Button || tag == Tag::H1 || tag == Tag::H2 || tag == Tag::H3 ||
           tag == Tag::Legend;
}

}  // namespace

std::string_view role_of(const Node& node) {
    if (const auto role = node.attribute(Attribute::Role); !role.empty()) return role;
    switch (node.tag) {
        case Tag::Header: return "banner";
        case Tag::Nav: return "navigation";
        case Tag::Main: return "main";
        case Tag::Footer: return "contentinfo";
        case Tag::Section: return is_named(node) ? "region" : "";
        case Tag::Form: return is_named(node) ? "form" : "";
        case Tag::Fieldset: return "group";
        case Tag::H1:
        case Tag::H2:
        case Tag::H3: return "heading";
        case Tag::P: return "paragraph";
        case Tag::Ul:
        case Tag::Ol: return "list";
        case Tag::Li: return "listitem";
        case Tag::Dt: return "term";
        case Tag::Dd: return "definition";
        case Tag::A: return "link";
        case Tag::Button: return "button";
        case Tag::Textarea: return "textbox";
        case Tag::Input: return role_of_input(node);
        case Tag::Img: return "img";
        case Tag::Div:
        case Tag::Dl:
        case Tag::Legend:
        case Tag::Label:
        case Tag::Icon: return "";
    }
    return "";
}

std::string name_of(const Document& document, const Node& node) {
    if (const auto ids = node.attribute(Attribute::AriaLabelledBy); !ids.empty()) return name_from_ids(document, ids);
    if (const auto label = node.attribute(Attribute::AriaLabel); !label.empty()) return std::string(label);
    if (node.tag == Tag::Input || node.tag == Tag::Textarea) return name_from_label(document, node);
    if (node.tag == Tag::Img) return std::string(node.attribute(Attribute::Alt));
    if (node.tag == Tag::Fieldset)
        return !node.children.empty() && node.children.front().tag == Tag::Legend ? content_of(node.children.front())
                                                                                  : std::string{};
    return is_named_by_content(node.tag) ? content_of(node) : std::string{};
}

bool is_interactive(const Node& node) {
    switch (node.tag) {
        case Tag::A: return node.has(Attribute::Href);
        case Tag::Button:
        case Tag::Textarea: return true;
        case Tag::Input: return node.attribute(Attribute::Type) != "hidden";
        default: return false;
    }
}

}  // namespace doc
