#include "client/mirror/printed.hpp"

#include <algorithm>

namespace mirror {
namespace {

// A parser keeps the first of two attributes with the same name, so we do.
void add(Attributes& attributes, std::string_view name, std::string value) {
    if (!std::ranges::contains(attributes, name, &Attributes::value_type::first))
        attributes.emplace_back(name, std::move(value));
}

void add_language(Attributes& attributes, std::optional<base::Language> language) {
    if (!language) return;
    add(attributes, "lang", std::string(base::code_of(*language)));
    add(attributes, "dir", std::string(base::code_of(base::direction_of(*language))));
}

}  // namespace

bool holds_text(const doc::Node& node) {
    if (node.tag == doc::Tag::Textarea) return true;
    if (node.tag != doc::Tag::Input) return false;
    const auto type = node.attribute(doc::Attribute::Type);
    return type != "radio" && type != "checkbox" && type != "hidden" && type != "submit" && type != "button" &&
           type != "file";
}

Attributes attributes_of(const doc::Node& node) {
    Attributes attributes;
    add(attributes, "class", std::string(doc::name_of(node.style)));
    add_language(attributes, node.language);
    for (const auto& [name, value] : node.attributes) {
        if (name == doc::Attribute::Checked || (name == doc::Attribute::Value && holds_text(node))) continue;
        add(attributes, doc::name_of(name), doc::is_boolean(name) ? std::string{} : value);
    }
    if (node.tag == doc::Tag::Icon) add(attributes, "viewBox", doc::view_box_of(doc::icon_of(node.icon)));
    return attributes;
}

Attributes attributes_of(const doc::Span& span) {
    Attributes attributes;
    if (span.kind == doc::SpanKind::Link) add(attributes, "href", span.href);
    add_language(attributes, span.language);
    return attributes;
}

Attributes path_attributes(doc::IconName name) {
    const auto& icon = doc::icon_of(name);
    Attributes attributes;
    if (icon.stroke_width > 0) {
        add(attributes, "fill", "none");
        add(attributes, "stroke", "currentColor");
        add(attributes, "stroke-width", doc::stroke_width_of(icon));
        add(attributes, "stroke-linecap", "round");
        add(attributes, "stroke-linejoin", "round");
    } else {
        add(attributes, "fill", "currentColor");
        add(attributes, "fill-rule", "evenodd");
    }
    add(attributes, "d", std::string(icon.path));
    return attributes;
}

std::string_view tag_of(const doc::Span& span) {
    switch (span.kind) {
        case doc::SpanKind::Isolate: return "bdi";
        case doc::SpanKind::Strong: return "strong";
        case doc::SpanKind::Link: return "a";
        case doc::SpanKind::Language: return "span";
    }
    return "span";
}

}  // namespace mirror
