#include "shared/desk/item_preview.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "shared/desk/item_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/pages/parts.hpp"
#include "shared/wire/item_form.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

// What only makes sense where the page is alone, with all that stands in a row with it.
bool is_of_a_page(const doc::Node& node) {
    return node.tag == Tag::Nav || node.tag == Tag::Form || std::ranges::any_of(node.children, is_of_a_page);
}
bool says_nothing(const doc::Node& node) { return node.is_text && node.text.empty(); }

// Names, anchors and roles of a page would stand four times; what a link leads to stays.
bool is_kept(const std::pair<Attribute, std::string>& attribute) {
    const auto& [name, value] = attribute;
    if (name == Attribute::Href) return !value.starts_with('#');
    using enum Attribute;
    constexpr std::array always{Hreflang, Src, Alt, Width, Height, Dir, AriaHidden};
    return std::ranges::contains(always, name) || (name == Attribute::Role && (value == "list" || value == "img"));
}

Tag tag_within(Tag tag) {
    switch (tag) {
        case Tag::Main:
        case Tag::Section: return Tag::Div;
        case Tag::H1:
        case Tag::H2: return Tag::H3;
        default: return tag;
    }
}

void make_part(doc::Node& node) {
    node.tag = tag_within(node.tag);
    std::erase_if(node.attributes, [](const auto& attribute) { return !is_kept(attribute); });
    std::erase_if(node.children, [](const doc::Node& child) { return is_of_a_page(child) || says_nothing(child); });
    for (auto& child : node.children) make_part(child);
}

void say_missing(const doc::Text& words, doc::Node& shown, const doc::Node& other) {
    if (shown.is_text && shown.text != other.text) {
        shown.text = words;
        if (shown.tag == Tag::A) {  // It leads nowhere.
            shown.tag = Tag::P;
            shown.style = Style::Mark;
            shown.attributes.clear();
        }
    }
    for (std::size_t i = 0; i < std::min(shown.children.size(), other.children.size()); ++i)
        say_missing(words, shown.children[i], other.children[i]);
}

constexpr std::string_view preview_key = "preview";

const doc::Node* find_part(const doc::Node& node) {
    if (node.tag == Tag::Section && node.key == preview_key) return &node;
    for (const auto& child : node.children)
        if (const auto* found = find_part(child)) return found;
    return nullptr;
}

const doc::Node* find_main(const doc::Node& node) {
    if (node.tag == Tag::Main) return &node;
    for (const auto& child : node.children)
        if (const auto* found = find_main(child)) return found;
    return nullptr;
}

}  // namespace

Preview preview_of(const doc::Document& page) {
    const auto* main = find_main(page.root);
    Preview preview{.language = page.language, .parts = {}};
    if (main == nullptr) return preview;
    for (auto part : main->children.front().children) {
        if (is_of_a_page(part) || says_nothing(part)) continue;
        make_part(part);
        preview.parts.push_back(std::move(part));
    }
    return preview;
}

void say_missing(Preview& shown, const Preview& other) {
    const doc::Text words = i18n::Text(shown.language)(msg::preview_missing);
    for (std::size_t i = 0; i < std::min(shown.parts.size(), other.parts.size()); ++i)
        say_missing(words, shown.parts[i], other.parts[i]);
}

doc::Node preview_section(const i18n::Text& tr, const std::vector<Preview>& previews) {
    std::vector<doc::Node> parts{
        doc::text(Tag::H2, Style::Heading, tr(msg::preview_title),
                  {.attributes = {{Attribute::Id, std::string(wire::preview_values)}, {Attribute::TabIndex, "-1"}}}),
        pages::paragraph(Style::Note, tr(previews.empty() ? msg::preview_none : msg::preview_lead))};
    for (const auto& preview : previews) {
        const auto name = tr(name_of(preview.language)).text;
        const auto foreign = pages::foreign(tr, preview.language);
        std::vector<doc::Node> page{doc::text(Tag::P, Style::Label, name)};
        page.insert(page.end(), preview.parts.begin(), preview.parts.end());
        parts.push_back(doc::block(Tag::Div, Style::Panel, std::move(page),
                                   {.key = "preview-" + std::string(base::code_of(preview.language)),
                                    .attributes = {{Attribute::Role, "group"}, {Attribute::AriaLabel, name}},
                                    .language = foreign}));
    }
    return doc::block(Tag::Section, Style::Section, std::move(parts),
                      {.key = std::string(preview_key),
                       .attributes = {{Attribute::AriaLabelledBy, std::string(wire::preview_values)}}});
}

doc::Document preview_alone(doc::Document page) {
    const auto* part = find_part(page.root);
    assert(part != nullptr && "the page of a text has its preview");
    auto alone = *part;
    page.root = std::move(alone);
    return page;
}

}  // namespace desk
