#include "shared/document/builder.hpp"

#include <algorithm>

namespace doc {
namespace {

Node make(Tag tag, Style style, Options options) {
    Node node;
    node.tag = tag;
    node.style = style;
    node.key = std::move(options.key);
    node.attributes = std::move(options.attributes);
    node.language = options.language;
    return node;
}

}  // namespace

Node block(Tag tag, Style style, std::vector<Node> children, Options options) {
    Node node = make(tag, style, std::move(options));
    node.children = std::move(children);
    return node;
}

Node text(Tag tag, Style style, Text words, Options options) {
    Node node = make(tag, style, std::move(options));
    node.is_text = true;
    node.text = std::move(words);
    // How wide a tab is depends on where it stands: in what somebody wrote it is a space, for every engine the same.
    if (style == Style::UserText) std::ranges::replace(node.text.utf8, '\t', ' ');
    return node;
}

Node icon(Style style, IconName name) {
    Node node = make(Tag::Icon, style, {.attributes = {{Attribute::AriaHidden, "true"}}});
    node.icon = name;
    return node;
}

Node control(Tag tag, Style style, Options options) { return make(tag, style, std::move(options)); }

}  // namespace doc
