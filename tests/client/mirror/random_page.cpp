#include "tests/client/mirror/random_page.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "shared/document/builder.hpp"

namespace test {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

template <std::size_t count>
auto one_of(Random& random, const std::array<std::string_view, count>& choices) {
    return choices[below(random, count)];
}

std::string word(Random& random) {
    constexpr std::array<std::string_view, 8> words{"court ", "محكمة ", "ⵜⴰⵙⵏⴱⴹⴰⵢⵜ ", "a&b ",
                                                    "<i> ",   "\"é\" ", "🙂 ",        "2026-11 "};
    return std::string(one_of(random, words));
}

doc::Text random_text(Random& random, int depth = 0) {
    doc::Text text;
    for (std::size_t count = below(random, 4); count > 0; --count) {
        text.append(doc::Text(word(random)));
        if (depth > 2 || below(random, 3) != 0) continue;
        auto inner = random_text(random, depth + 1);
        inner.append(doc::Text(word(random)));
        const auto kind = static_cast<doc::SpanKind>(below(random, 4));
        text.append(inner, kind, kind == doc::SpanKind::Link ? "/fr/x?a=1&b=2" : "",
                    below(random, 2) == 0 ? std::nullopt : std::optional(base::Language::Zgh));
    }
    return text;
}

doc::Node random_field(Random& random) {
    if (below(random, 2) == 0)
        return doc::control(Tag::Textarea, Style::TextArea,
                            {.attributes = {{Attribute::Name, "text"}, {Attribute::Value, "\n" + word(random)}}});
    doc::Options options{
        .attributes = {{Attribute::Type, "radio"}, {Attribute::Name, "level"}, {Attribute::Value, word(random)}}};
    if (below(random, 2) == 0) options.attributes.emplace_back(Attribute::Checked, "");
    return doc::control(Tag::Input, Style::FaceInput, std::move(options));
}

doc::Node random_node(Random& random, int depth) {
    switch (below(random, depth > 3 ? 4 : 8)) {
        case 0: return random_field(random);
        case 1: return doc::icon(Style::IconFace, static_cast<doc::IconName>(1 + below(random, 8)));
        case 2:
        case 3: {
            doc::Options options;
            if (below(random, 3) == 0) options.language = base::Language::Ar;
            if (below(random, 3) == 0) options.attributes = {{Attribute::Dir, "auto"}};
            return doc::text(below(random, 2) == 0 ? Tag::P : Tag::H2, Style::Body, random_text(random), options);
        }
        default: break;
    }
    std::vector<doc::Node> children;
    for (std::size_t count = below(random, 6); count > 0; --count) {
        children.push_back(random_node(random, depth + 1));
        children.back().key = "k" + std::to_string(children.size());
    }
    return doc::block(Tag::Section, Style::Section, std::move(children),
                      {.attributes = {{Attribute::AriaLabel, word(random)}}});
}

void change(doc::Node& node, Random& random) {
    if (below(random, 4) == 0 && node.is_text) node.text = random_text(random);
    if (below(random, 6) == 0) node.style = Style::Meta;
    if (below(random, 6) == 0 && node.tag == Tag::Icon) node.icon = doc::IconName::Alert;
    if (below(random, 8) == 0)
        node.attributes = {{Attribute::Id, "i" + std::to_string(random() % 1000)}, {Attribute::Name, "n"}};
    if (node.is_text || node.tag != Tag::Section) return;
    auto& children = node.children;
    std::erase_if(children, [&](const auto&) { return below(random, 6) == 0; });
    if (below(random, 3) == 0) std::shuffle(children.begin(), children.end(), random);
    if (below(random, 3) == 0) {
        auto added = random_node(random, 3);
        added.key = "new" + std::to_string(random());
        const auto place = static_cast<std::ptrdiff_t>(below(random, children.size() + 1));
        children.insert(children.begin() + place, std::move(added));
    }
    for (auto& child : children) change(child, random);
}

}  // namespace

doc::Document random_page(Random& random) {
    doc::Document page{.title = word(random), .address = "/fr/a"};
    for (const auto language : base::languages)
        page.alternates.push_back({language, "/" + std::string(base::code_of(language)) + "/a"});
    page.root = doc::block(Tag::Section, Style::Page, {});
    for (int i = 0; i < 4; ++i) {
        page.root.children.push_back(random_node(random, 0));
        page.root.children.back().key = "top" + std::to_string(i);
    }
    return doc::finish(std::move(page));
}

doc::Document changed(doc::Document page, Random& random) {
    page.title += "!";
    page.language = base::languages[below(random, 4)];
    change(page.root, random);
    return doc::finish(std::move(page));
}

mirror::Breaks random_breaks(const doc::Document& page, Random& random) {
    mirror::Breaks breaks;
    doc::for_each(page.root, [&](const doc::Node& node) {
        if (!node.is_text || below(random, 2) == 0) return;
        for (std::uint32_t at = 1; at < node.text.utf8.size(); ++at)
            if (node.text.utf8[at - 1] == ' ' && below(random, 2) == 0) breaks[node.id].push_back(at);
    });
    return breaks;
}

}  // namespace test
