#include "client/paint/detail/interaction.hpp"

#include <algorithm>

namespace paint::detail {
namespace {

using doc::Attribute;
using doc::Tag;
using style::State;

bool is_checked(const doc::Node& node, const View& view) {
    const auto told = view.checked.find(node.id);
    return told != view.checked.end() ? told->second : node.has(Attribute::Checked);
}

bool is_field(const doc::Node& node) { return node.tag == Tag::Input || node.tag == Tag::Textarea; }

// A pointer over a label is over its field too.
std::optional<std::size_t> field_of(const layout::Result& page, std::size_t label) {
    const doc::Node& node = *page.boxes[label].node;
    const auto id = node.attribute(Attribute::For);
    for (std::size_t i = 0; i < page.boxes.size(); ++i) {
        const auto& placed = page.boxes[i];
        if (!is_field(*placed.node)) continue;
        if (id.empty() ? placed.parent == label : placed.node->attribute(Attribute::Id) == id) return i;
    }
    return std::nullopt;
}

std::optional<std::pair<std::size_t, std::size_t>> find_span(const layout::Result& page, doc::NodeId id) {
    for (std::size_t i = 0; i < page.boxes.size(); ++i) {
        const doc::Node& node = *page.boxes[i].node;
        for (std::size_t span = 0; span < node.text.spans.size(); ++span)
            if (doc::span_id(node.id, span) == id) return std::pair(i, span);
    }
    return std::nullopt;
}

// A span inside a link is the link.
std::size_t link_around(const doc::Text& text, std::size_t span) {
    const auto& inner = text.spans[span];
    for (std::size_t i = 0; i < span; ++i)
        if (text.spans[i].kind == doc::SpanKind::Link && text.spans[i].begin <= inner.begin &&
            inner.end <= text.spans[i].end)
            return i;
    return span;
}

}  // namespace

// In the order in which skin.css lets one state replace another.
Interaction::Interaction(const layout::Result& page, const View& view) : states_(page.boxes.size(), State::Rest) {
    if (view.hovered) find_hovered(page, *view.hovered);
    find_checked(page, view);
}

State Interaction::state_of(std::size_t box) const { return states_[box]; }

bool Interaction::is_link_hovered(std::size_t box, std::size_t span) const { return link_ == Link{box, span}; }

void Interaction::find_hovered(const layout::Result& page, doc::NodeId id) {
    if (const auto found = page.index.find(id); found != page.index.end()) return hover(page, found->second);
    if (const auto span = find_span(page, id)) {
        link_ = Link{span->first, link_around(page.boxes[span->first].node->text, span->second)};
        hover(page, span->first);
    }
}

void Interaction::hover(const layout::Result& page, std::size_t box) {
    for (;; box = page.boxes[box].parent) {
        states_[box] = State::Hover;
        if (page.boxes[box].node->tag == Tag::Label)
            if (const auto field = field_of(page, box)) states_[*field] = State::Hover;
        if (box == 0) return;
    }
}

void Interaction::find_checked(const layout::Result& page, const View& view) {
    for (std::size_t i = 0; i < page.boxes.size(); ++i) {
        const doc::Node& node = *page.boxes[i].node;
        if (node.tag == Tag::Input && is_checked(node, view)) {
            for (std::size_t box = i;; box = page.boxes[box].parent) {
                states_[box] = State::Checked;
                if (box == 0) break;
            }
        } else if (node.attribute(Attribute::AriaInvalid) == "true") {
            states_[i] = State::Invalid;
        }
    }
}

}  // namespace paint::detail
