#include <doctest/doctest.h>

#include "client/app/app.hpp"
#include "client/platform/headless/browser.hpp"
#include "embedded/icu_cut.hpp"
#include "shared/document/builder.hpp"
#include "shared/document/html.hpp"
#include "shared/unicode/icu_data.hpp"
#include "shared/wire/page_data.hpp"

namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

void load_unicode() { REQUIRE(unicode::load_data(embedded::icu_cut())); }

doc::Document a_page() {
    auto form = doc::block(
        Tag::Form, Style::Form,
        {doc::text(Tag::H2, Style::Heading, "Say it", {.attributes = {{Attribute::Id, "say"}}}),
         doc::control(Tag::Textarea, Style::TextArea, {.key = "text", .attributes = {{Attribute::Name, "text"}}})},
        {.key = "form",
         .attributes = {{Attribute::Action, "/en/d/rabat/participate"},
                        {Attribute::AriaLabelledBy, "say"},
                        {Attribute::DataDraft, "text"},
                        {Attribute::DataDraftKept, "We kept it."},
                        {Attribute::DataDraftDrop, "Throw it away"}}});
    doc::Document page{.title = "Say", .language = base::Language::En, .address = "/en/d/rabat/participate"};
    page.root = doc::block(Tag::Div, Style::Page, {std::move(form)}, {});
    return doc::finish(std::move(page));
}

const std::string name = "/d/rabat/participate#say";

// A page of the server's alone, in a browser that may have kept something.
struct Reader {
    platform::headless::Browser browser;
    app::App client;
    doc::Document page = a_page();

    explicit Reader(std::string kept = {}, bool can_keep = true)
        : browser([](const platform::Request&) { return platform::headless::Response{}; },
                  [](std::string_view) { return std::vector<std::byte>(); }),
          client((load_unicode(), browser), "canvas") {
        browser.can_keep = can_keep;
        if (!kept.empty()) browser.kept[name] = kept;
        browser.dom.read_html(doc::to_html(page));
        browser.address = page.address;
        browser.history = {{0, page.address}};
        wire::PageData data;
        data.document = page;
        client.receive(platform::Started{.address = page.address,
                                         .language = "en",
                                         .page_data = wire::encode_page_data(data),
                                         .fingerprint = browser.dom.fingerprint(),
                                         .kept = kept.empty() ? "" : name + "\t" + kept + "\n",
                                         .viewport = {800, 600, 800},
                                         .fields = browser.dom.fields()});
        work();
    }
    void work() {
        while (client.frame()) {
        }
    }
    platform::headless::Element& field() { return *browser.dom.find(page.root.children[0].children[1].id); }
    void type(std::string text) {
        field().value = std::move(text);
        client.receive(platform::FieldChanged{{.node = field().id, .name = "text", .value = field().value}});
    }
};

}  // namespace

TEST_SUITE("client/app/kept_form") {
    TEST_CASE("what was kept comes into the DOM that the server printed, with the sentence that says so") {
        Reader reader("@day=20000&text=typed+before");
        CHECK(reader.field().value == "typed before");
        CHECK(reader.browser.dom.body().text().contains("We kept it."));
        CHECK(reader.browser.dom.body().text().contains("Throw it away"));
        CHECK(reader.client.shown() != nullptr);
    }

    TEST_CASE("what is sent by the browser is noted before the page is gone, without a frame") {
        Reader reader;
        reader.type("typed");
        const auto reaction = reader.client.receive(
            platform::Submitted{.form = reader.page.root.children[0].id, .address = reader.page.address});
        CHECK(!reaction.is_taken);
        CHECK(reader.browser.kept[name] == "@day=20000&@sent=&text=typed");
    }

    TEST_CASE("a browser that keeps nothing hinders nobody") {
        Reader reader({}, false);
        reader.type("typed");
        reader.work();
        CHECK(reader.field().value == "typed");
        CHECK(reader.browser.kept.empty());
    }
}
