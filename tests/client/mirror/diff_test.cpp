#include "client/mirror/diff.hpp"

#include <doctest/doctest.h>

#include "client/platform/headless/dom.hpp"
#include "shared/document/builder.hpp"
#include "shared/document/html.hpp"
#include "tests/client/mirror/random_page.hpp"

using platform::headless::Dom;

namespace {

constexpr int rounds = 300;

std::string printed(const doc::Document& page) {
    Dom dom;
    dom.read_html(doc::to_html(page));
    return dom.print();
}

void check_breaks(Dom& dom, const doc::Document& page, const mirror::Breaks& breaks) {
    doc::for_each(page.root, [&](const doc::Node& node) {
        if (!node.is_text) return;
        const auto found = breaks.find(node.id);
        const auto expected =
            found == breaks.end() ? std::vector<std::uint32_t>{} : mirror::to_utf16(node.text.utf8, found->second);
        CHECK(platform::headless::breaks_of(*dom.find(node.id)) == expected);
        CHECK(dom.find(node.id)->text() == node.text.utf8);
    });
}

doc::Document page_of(std::vector<doc::Node> children) {
    return doc::finish({.title = "t", .root = doc::block(doc::Tag::Div, doc::Style::Page, std::move(children))});
}

doc::Node paragraph(std::string key, doc::Text words) {
    return doc::text(doc::Tag::P, doc::Style::Body, std::move(words), {.key = std::move(key)});
}

}  // namespace

TEST_SUITE("client/mirror/diff") {
    TEST_CASE("a page built from nothing is the DOM that a parser makes of the server's HTML") {
        test::Random random(1);
        for (int round = 0; round < rounds; ++round) {
            CAPTURE(round);
            const auto page = test::random_page(random);
            const auto breaks = test::random_breaks(page, random);
            Dom dom;
            dom.apply(mirror::build({page, breaks}).bytes());
            CHECK(dom.print() == printed(page));
            CHECK(dom.title == page.title);
            CHECK(dom.alternates.size() == 4);
            check_breaks(dom, page, breaks);
        }
    }

    TEST_CASE("patches between any two versions lead to the DOM of the second") {
        test::Random random(2);
        for (int round = 0; round < rounds; ++round) {
            CAPTURE(round);
            auto page = test::random_page(random);
            mirror::Breaks breaks;
            Dom dom;
            dom.read_html(doc::to_html(page));
            for (int step = 0; step < 4; ++step) {
                const auto next = test::changed(page, random);
                const auto next_breaks = test::random_breaks(next, random);
                dom.apply(mirror::diff({page, breaks}, {next, next_breaks}).bytes());
                CHECK(dom.print() == printed(next));
                check_breaks(dom, next, next_breaks);
                page = next;
                breaks = next_breaks;
            }
        }
    }

    TEST_CASE("nothing is patched between equal versions") {
        test::Random random(3);
        const auto page = test::random_page(random);
        const auto breaks = test::random_breaks(page, random);
        CHECK(mirror::diff({page, breaks}, {page, breaks}).empty());
    }

    TEST_CASE("new breaks alone leave the words and the links where they are") {
        doc::Text words("see ");
        words.append("the whole law", doc::SpanKind::Link, "/law").append(" now");
        const auto page = page_of({paragraph("p", words)});
        Dom dom;
        dom.read_html(doc::to_html(page));
        const auto id = page.root.children[0].id;
        auto* link = dom.find(doc::span_id(id, 0));

        const mirror::Breaks breaks{{id, {4, 8, 18}}};
        dom.apply(mirror::diff({page, {}}, {page, breaks}).bytes());

        CHECK(dom.find(doc::span_id(id, 0)) == link);
        CHECK(platform::headless::breaks_of(*dom.find(id)) == std::vector<std::uint32_t>{4, 8, 18});
        CHECK(dom.changes == 0);

        dom.apply(mirror::diff({page, breaks}, {page, {}}).bytes());
        CHECK(dom.print() == printed(page));
        CHECK(platform::headless::breaks_of(*dom.find(id)).empty());
    }

    TEST_CASE("one moved child is one move, and the focused neighbour stays where it is") {
        const auto before = page_of({paragraph("a", "1"), paragraph("b", "2"), paragraph("c", "3")});
        const auto after = page_of({paragraph("c", "3"), paragraph("a", "1"), paragraph("b", "2")});
        const auto patches = mirror::diff({before, {}}, {after, {}});
        CHECK(patches.count() == 1);
    }

    TEST_CASE("a checked radio and a typed text are properties, not attributes") {
        const auto field = [](bool checked, std::string text) {
            doc::Options radio{.key = "r",
                               .attributes = {{doc::Attribute::Type, "radio"}, {doc::Attribute::Value, "1"}}};
            if (checked) radio.attributes.emplace_back(doc::Attribute::Checked, "");
            return page_of({doc::control(doc::Tag::Input, doc::Style::FaceInput, radio),
                            doc::control(doc::Tag::Textarea, doc::Style::TextArea,
                                         {.key = "t", .attributes = {{doc::Attribute::Value, std::move(text)}}})});
        };
        const auto before = field(false, "");
        const auto after = field(true, "typed");
        Dom dom;
        dom.read_html(doc::to_html(before));
        dom.apply(mirror::diff({before, {}}, {after, {}}).bytes());
        CHECK(dom.find(after.root.children[0].id)->checked);
        CHECK(dom.find(after.root.children[1].id)->value == "typed");
        CHECK(dom.changes == 0);
    }
}
