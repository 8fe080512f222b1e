#include "shared/document/html.hpp"

#include <doctest/doctest.h>

#include "shared/document/builder.hpp"
#include "shared/i18n/formatted.hpp"

using base::Language;
using doc::Attribute;
using doc::Style;
using doc::Tag;

namespace {

std::string without_ids(std::string html) {
    for (auto at = html.find(" data-n=\""); at != std::string::npos; at = html.find(" data-n=\""))
        html.erase(at, html.find('"', at + 9) + 1 - at);
    return html;
}

std::string print(doc::Node root) {
    doc::Document document;
    document.root = std::move(root);
    return without_ids(doc::to_html(doc::finish(std::move(document))));
}

}  // namespace

TEST_SUITE("shared/document/html") {
    TEST_CASE("text cannot become markup, wherever it stands") {
        CHECK(print(doc::text(Tag::P, Style::Body, "<script>alert(1)</script> & \"'")) ==
              "<p class=\"body\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;'</p>");
        CHECK(print(doc::control(Tag::Input, Style::Hidden, {.attributes = {{Attribute::Value, "\"><b>"}}})) ==
              "<input class=\"hidden\" value=\"&quot;&gt;&lt;b&gt;\">");
        CHECK(print(doc::control(Tag::Textarea, Style::TextArea,
                                 {.attributes = {{Attribute::Value, "</textarea>\n"}}})) ==
              "<textarea class=\"text-area\">\n&lt;/textarea&gt;\n</textarea>");
    }

    TEST_CASE("a tab in what somebody wrote is a space, a line end stays") {
        CHECK(print(doc::text(Tag::P, Style::UserText, doc::value("a\tb\nc"))) ==
              "<p class=\"user-text\"><bdi>a b\nc</bdi></p>");
    }

    TEST_CASE("spans nest in the order in which they were put together") {
        doc::Text words("Voir ");
        words.append(doc::link("/x", doc::Text("le ").append(doc::strong("dossier ")).append(doc::value("2026/12"))));
        CHECK(print(doc::text(Tag::P, Style::Body, words)) ==
              "<p class=\"body\">Voir <a href=\"/x\">le <strong>dossier </strong><bdi>2026/12</bdi></a></p>");
    }

    TEST_CASE("a value of another language carries its own lang and dir") {
        CHECK(print(doc::text(Tag::P, Style::Body, doc::value("سلا", Language::Ar))) ==
              "<p class=\"body\"><bdi lang=\"ar\" dir=\"rtl\">سلا</bdi></p>");
    }

    TEST_CASE("a formatted message keeps its values isolated") {
        const i18n::Formatted formatted{.text = "Reçu 12",
                                        .isolates = {{.begin = 6, .end = 8, .language = std::nullopt}}};
        CHECK(print(doc::text(Tag::P, Style::Body, doc::Text(formatted))) ==
              "<p class=\"body\">Reçu <bdi>12</bdi></p>");
    }

    TEST_CASE("boolean attributes stand without a value") {
        CHECK(print(doc::control(Tag::Input, Style::OptionRadio, {.attributes = {{Attribute::Checked, ""}}})) ==
              "<input class=\"option-radio\" checked>");
    }

    TEST_CASE("every node carries its id, the same each time") {
        doc::Document document;
        document.root = doc::block(Tag::Div, Style::Page,
                                   {doc::text(Tag::P, Style::Body, "a"), doc::text(Tag::P, Style::Body, "b")});
        const auto once = doc::finish(document);
        CHECK(once == doc::finish(document));
        CHECK(once.root.children[0].id != once.root.children[1].id);
        CHECK(doc::find(once.root, once.root.children[1].id) == &once.root.children[1]);
        for (const doc::NodeId id : {0u, 35u, 36u, 4294967295u}) CHECK(doc::parse_id(doc::print_id(id)) == id);
        for (const auto* text : {"", "-", "A", "zzzzzzz", "00000000"}) CHECK_FALSE(doc::parse_id(text).has_value());
    }

    TEST_CASE("a node put in front leaves the ids of its keyed siblings alone") {
        const auto page = [](bool with_notice) {
            std::vector<doc::Node> parts;
            if (with_notice) parts.push_back(doc::text(Tag::P, Style::FieldError, "!"));
            parts.push_back(doc::control(Tag::Textarea, Style::TextArea, {.key = "text"}));
            doc::Document document;
            document.root = doc::block(Tag::Div, Style::Field, std::move(parts));
            return doc::finish(std::move(document));
        };
        CHECK(page(false).root.children.back().id == page(true).root.children.back().id);
    }
}
