#include "client/platform/headless/dom.hpp"

#include <doctest/doctest.h>

#include "client/mirror/diff.hpp"
#include "shared/document/builder.hpp"
#include "shared/document/html.hpp"

using platform::headless::Dom;

namespace {

doc::Document a_form() {
    using enum doc::Attribute;
    return doc::finish(
        {.root = doc::block(
             doc::Tag::Form, doc::Style::Form,
             {doc::control(doc::Tag::Input, doc::Style::FaceInput,
                           {.key = "r", .attributes = {{Type, "radio"}, {Name, "level"}, {Value, "4"}, {Checked, ""}}}),
              doc::control(doc::Tag::Textarea, doc::Style::TextArea,
                           {.key = "t", .attributes = {{Name, "text"}, {Value, "\n a & <b>"}}})})});
}

}  // namespace

TEST_SUITE("client/platform/headless/dom") {
    TEST_CASE("fields are read as a browser holds them: the first newline of a text is kept") {
        Dom dom;
        dom.read_html(doc::to_html(a_form()));
        const auto fields = dom.fields();
        REQUIRE(fields.size() == 2);
        CHECK(fields[0].is_choice);
        CHECK(fields[0].checked);
        CHECK(fields[0].value == "4");
        CHECK(fields[1].value == "\n a & <b>");
    }

    TEST_CASE("a removed node takes the focus and the ids below it along") {
        const auto page = a_form();
        Dom dom;
        dom.read_html(doc::to_html(page));
        const auto radio = page.root.children[0].id;
        dom.focus = radio;
        mirror::Patches patches;
        patches.remove(page.root.id);
        dom.apply(patches.bytes());
        CHECK(dom.find(radio) == nullptr);
        CHECK(dom.focus == 0);
    }

    TEST_CASE("a page of somebody else is cleared away before ours is built") {
        Dom dom;
        dom.read_html("<div data-n=\"1\"><p data-n=\"2\">other</p></div>");
        const auto page = a_form();
        mirror::Patches patches;
        patches.clear();
        patches.append(mirror::build({page, {}}));
        dom.apply(patches.bytes());
        CHECK(dom.find(2) == nullptr);
        CHECK(dom.fields().size() == 2);
        CHECK(dom.body().children.size() == 1);
    }
}
