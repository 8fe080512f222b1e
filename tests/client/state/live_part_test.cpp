#include <doctest/doctest.h>
#include <string>

#include "client/state/update.hpp"
#include "shared/document/builder.hpp"
#include "shared/document/html.hpp"
#include "shared/wire/page_data.hpp"

namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

doc::Node section(std::string words) {
    return doc::block(
        Tag::Section, Style::Section,
        {doc::text(Tag::H2, Style::Heading, "Preview", {.attributes = {{Attribute::Id, "preview"}}}),
         doc::text(Tag::P, Style::Note, "As the public reads it."), doc::text(Tag::P, Style::Body, std::move(words))},
        {.key = "part", .attributes = {{Attribute::AriaLabelledBy, "preview"}}});
}

doc::Document a_page(std::string words) {
    const auto field = [](std::string name) {
        return doc::control(Tag::Input, Style::TextInput,
                            {.key = name, .attributes = {{Attribute::Name, name}, {Attribute::Value, "kept"}}});
    };
    auto form = doc::block(Tag::Form, Style::Form, {field("title")},
                           {.key = "form",
                            .attributes = {{Attribute::Action, "/en/desk/rabat/items/7"},
                                           {Attribute::DataPart, "preview"},
                                           {Attribute::DataPartLost, "It is not up to date."}}});
    doc::Document page{.title = "A text", .language = base::Language::En, .address = "/en/desk/rabat/items/7"};
    page.root = doc::block(Tag::Div, Style::Page, {std::move(form), field("elsewhere"), section(std::move(words))}, {});
    return doc::finish(std::move(page));
}

std::string page_data(doc::Document document) {
    wire::PageData data;
    data.document = std::move(document);
    return wire::encode_page_data(data);
}

// Somebody at the desk, with the effects of what happened last.
struct Typist {
    state::AppState state;
    std::vector<state::Effect> effects;
    bool page_changed = false;
    doc::Document page = a_page("first");

    Typist() {
        take(platform::Started{.address = page.address, .language = "en", .page_data = page_data(page), .random = 3});
        REQUIRE(state.given);
    }
    void take(const platform::Event& event) {
        auto step = state::update(std::move(state), event);
        state = std::move(step.state);
        effects = std::move(step.effects);
        page_changed = step.page_changed;
    }
    const doc::Node& field(std::size_t which) const {
        return which == 0 ? page.root.children[0].children[0] : page.root.children[1];
    }
    void type(std::size_t which = 0) {
        take(platform::FieldChanged{{.node = field(which).id, .name = "title", .value = "typed"}});
    }
    template <class What>
    const What* only() const {
        return effects.size() == 1 ? std::get_if<What>(&effects.front()) : nullptr;
    }
    std::uint32_t pause() {
        const auto* timer = only<state::StartTimer>();
        REQUIRE(timer != nullptr);
        return timer->number;
    }
    platform::Request asked() {
        const auto* ask = only<state::Ask>();
        REQUIRE(ask != nullptr);
        return ask->request;
    }
    void answer(std::uint32_t request, int status, std::string body) {
        take(platform::Answered{.request = request, .status = status, .body = std::move(body)});
    }
    std::string answer_of(std::string words) const {
        auto made = a_page(std::move(words));
        auto part = made.root.children[2];
        made.root = std::move(part);
        return page_data(std::move(made));
    }
    const doc::Node& part() const { return state.given->root.children[2]; }
};

}  // namespace

TEST_SUITE("client/state/live_part") {
    TEST_CASE("a pause in typing asks for the part with what the form holds; only the part is changed") {
        Typist typist;
        typist.type();
        CHECK(!typist.page_changed);
        typist.take(platform::TimerFired{typist.pause()});
        const auto request = typist.asked();
        CHECK(request.address == "/en/desk/rabat/items/7");
        CHECK(request.form == typist.page.root.children[0].id);
        CHECK(request.body == "do=preview");
        typist.answer(request.number, 200, typist.answer_of("second"));
        CHECK(typist.page_changed);
        CHECK(*typist.state.given == *wire::decode_page_data(page_data(a_page("second")))->document);
    }

    TEST_CASE("what was typed before the client came stays, and is shown") {
        Typist typist;
        auto typed = typist.page;
        for (auto* field : {&typed.root.children[0].children[0], &typed.root.children[1]})
            for (auto& [name, value] : field->attributes)
                if (name == Attribute::Value) value = "typed early";
        std::vector<platform::FieldState> fields;
        for (const std::size_t which : {0U, 1U})
            fields.push_back({.node = typist.field(which).id, .name = "x", .value = "typed early"});
        typist.state = {};
        typist.take(platform::Started{.address = typist.page.address,
                                      .language = "en",
                                      .page_data = page_data(typist.page),
                                      .random = 3,
                                      .fields = fields});
        CHECK(doc::to_html(*typist.state.given) == doc::to_html(typed));
        typist.take(platform::TimerFired{typist.pause()});
        CHECK(typist.asked().body == "do=preview");
    }

    TEST_CASE("while somebody types nothing is asked, and never two at once") {
        Typist typist;
        typist.type();
        const auto first = typist.pause();
        typist.type();
        const auto second = typist.pause();
        typist.take(platform::TimerFired{first});
        CHECK(typist.effects.empty());
        typist.take(platform::TimerFired{second});
        const auto request = typist.asked();
        typist.type();
        typist.take(platform::TimerFired{typist.pause()});
        CHECK(typist.effects.empty());
        typist.answer(request.number, 200, typist.answer_of("second"));
        CHECK(typist.part().children[2].text.utf8 == "second");
        typist.answer(typist.asked().number, 200, typist.answer_of("third"));
        CHECK(typist.part().children[2].text.utf8 == "third");
        CHECK(typist.effects.empty());
    }

    TEST_CASE("a field outside of the form asks for nothing") {
        Typist typist;
        typist.type(1);
        CHECK(typist.effects.empty());
    }

    TEST_CASE("what cannot be had is said once, the old part stays, and the next answer takes the words away") {
        for (const auto& [status, body] :
             {std::pair(0, ""), {503, "{}"}, {401, "<html>"}, {200, "<html>"}, {200, "{}"}}) {
            CAPTURE(status);
            Typist typist;
            typist.type();
            typist.take(platform::TimerFired{typist.pause()});
            typist.answer(typist.asked().number, status, body);
            CHECK(typist.part().children[1].text.utf8 == "It is not up to date.");
            CHECK(typist.part().children[2].text.utf8 == "first");
            typist.type();
            typist.take(platform::TimerFired{typist.pause()});
            typist.answer(typist.asked().number, 200, typist.answer_of("second"));
            CHECK(typist.part() == wire::decode_page_data(page_data(a_page("second")))->document->root.children[2]);
        }
    }

    TEST_CASE("an answer with another part changes nothing of the page") {
        Typist typist;
        typist.type();
        typist.take(platform::TimerFired{typist.pause()});
        auto other = a_page("second");
        other.root.id = 1;
        const auto before = *typist.state.given;
        typist.answer(typist.asked().number, 200, page_data(std::move(other)));
        CHECK(*typist.state.given == before);
    }
}
