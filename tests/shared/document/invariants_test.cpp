#include "shared/document/invariants.hpp"

#include <doctest/doctest.h>
#include <functional>

#include "shared/document/builder.hpp"

using base::Language;
using doc::Attribute;
using doc::Style;
using doc::Tag;

namespace {

doc::Document sound() {
    doc::Document document;
    document.title = "Title";
    for (const auto language : base::languages) document.alternates.push_back({language, "/x"});
    document.root = doc::block(
        Tag::Div, Style::Page,
        {doc::block(Tag::Main, Style::Main,
                    {doc::text(Tag::H1, Style::Title, "Heading"), doc::text(Tag::P, Style::Body, "Words"),
                     doc::block(Tag::Label, Style::Option,
                                {doc::control(Tag::Input, Style::OptionRadio,
                                              {.attributes = {{Attribute::Type, "radio"}, {Attribute::Name, "n"}}}),
                                 doc::text(Tag::Div, Style::OptionText, "Yes")}),
                     doc::text(Tag::A, Style::ErrorsLink, "Away", {.attributes = {{Attribute::Href, "/x"}}})})});
    return document;
}

doc::Node& main_of(doc::Document& document) { return document.root.children[0]; }

}  // namespace

TEST_SUITE("shared/document/invariants") {
    TEST_CASE("a sound page breaks nothing") { CHECK(doc::broken_invariants(doc::finish(sound())).empty()); }

    TEST_CASE("each broken rule is said") {
        struct Case {
            const char* name;
            std::function<void(doc::Document&)> break_it;
        };
        const Case cases[] = {
            {"no title", [](auto& d) { d.title.clear(); }},
            {"an alternate is missing", [](auto& d) { d.alternates.pop_back(); }},
            {"two h1", [](auto& d) { main_of(d).children.push_back(doc::text(Tag::H1, Style::Title, "Again")); }},
            {"no h1", [](auto& d) { main_of(d).children.erase(main_of(d).children.begin()); }},
            {"a heading level is skipped",
             [](auto& d) { main_of(d).children.push_back(doc::text(Tag::H3, Style::Subheading, "Deep")); }},
            {"a radio lost its label", [](auto& d) { main_of(d).children[2].children.pop_back(); }},
            {"a link lost its words", [](auto& d) { main_of(d).children[3].text = {}; }},
            {"a link leads nowhere", [](auto& d) { main_of(d).children[3].attributes.clear(); }},
            {"a link within the page has no target",
             [](auto& d) { main_of(d).children[3].attributes[0].second = "#gone"; }},
            {"a field is sent under no name",
             [](auto& d) { main_of(d).children[2].children[0].attributes.pop_back(); }},
            {"a described-by points at nothing",
             [](auto& d) { main_of(d).attributes.emplace_back(Attribute::AriaDescribedBy, "gone"); }},
            {"a picture says nothing",
             [](auto& d) {
                 main_of(d).children.push_back(doc::control(
                     Tag::Img, Style::Picture,
                     {.attributes = {{Attribute::Src, "/x"}, {Attribute::Width, "1"}, {Attribute::Height, "1"}}}));
             }},
            {"an attribute stands twice",
             [](auto& d) { main_of(d).children[3].attributes.emplace_back(Attribute::Href, "/y"); }},
            {"two siblings share a key",
             [](auto& d) { main_of(d).children[0].key = main_of(d).children[1].key = "same"; }},
            {"an html id stands twice",
             [](auto& d) {
                 main_of(d).attributes.emplace_back(Attribute::Id, "a");
                 main_of(d).children[0].attributes.emplace_back(Attribute::Id, "a");
             }},
            {"a list holds something else than items",
             [](auto& d) {
                 main_of(d).children.push_back(
                     doc::block(Tag::Ul, Style::Links, {doc::text(Tag::P, Style::Body, "x")}));
             }},
            {"an item stands outside of a list",
             [](auto& d) { main_of(d).children.push_back(doc::text(Tag::Li, Style::LinkItem, "x")); }},
            {"a fieldset has no legend",
             [](auto& d) { main_of(d).children.push_back(doc::block(Tag::Fieldset, Style::FieldSet, {})); }},
            {"two navigations share a name",
             [](auto& d) {
                 for (int i = 0; i < 2; ++i)
                     d.root.children.push_back(
                         doc::block(Tag::Nav, Style::Languages, {}, {.attributes = {{Attribute::AriaLabel, "N"}}}));
             }},
            {"a navigation has no name",
             [](auto& d) { d.root.children.push_back(doc::block(Tag::Nav, Style::Languages, {})); }},
            {"an override turns the text", [](auto& d) { main_of(d).children[1].text.utf8 = "a\u202Eb"; }},
            {"an isolate stands as a character", [](auto& d) { main_of(d).children[1].text.utf8 = "a\u2068b\u2069"; }},
            {"a span ends within a character",
             [](auto& d) {
                 main_of(d).children[1].text = doc::Text("é");
                 main_of(d).children[1].text.spans.push_back({0, 1, doc::SpanKind::Strong, {}, {}});
             }},
            {"spans do not nest",
             [](auto& d) {
                 auto& text = main_of(d).children[1].text;
                 text.spans.push_back({0, 3, doc::SpanKind::Strong, {}, {}});
                 text.spans.push_back({2, 4, doc::SpanKind::Isolate, {}, {}});
             }},
            {"a tab order is forced", [](auto& d) { main_of(d).attributes.emplace_back(Attribute::TabIndex, "3"); }},
            {"a text node has children",
             [](auto& d) { main_of(d).children[1].children.push_back(doc::text(Tag::P, Style::Body, "x")); }},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            auto document = sound();
            c.break_it(document);
            CHECK_FALSE(doc::broken_invariants(doc::finish(std::move(document))).empty());
        }
    }
}
