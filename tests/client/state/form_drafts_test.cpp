#include "client/state/form_drafts.hpp"

#include <doctest/doctest.h>
#include <map>
#include <random>
#include <string>

#include "client/state/update.hpp"
#include "shared/base/utf8.hpp"
#include "shared/document/builder.hpp"
#include "shared/document/html.hpp"
#include "shared/wire/page_data.hpp"

namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

doc::Node field(Tag tag, std::string name, std::string type, std::string value, bool checked = false) {
    doc::Options options{.key = name + value, .attributes = {{Attribute::Type, type}, {Attribute::Name, name}}};
    if (!value.empty()) options.attributes.emplace_back(Attribute::Value, value);
    if (checked) options.attributes.emplace_back(Attribute::Checked, "");
    return doc::control(tag, Style::TextInput, std::move(options));
}

struct Printed {
    std::string language = "en";
    std::string text{};
    std::string kind{};
    std::string service{};
    bool is_typed = false;  // It shows what was just sent.
};

// A form with everything that it may hold. Its author forgot nothing in the list of names, and too much.
doc::Document a_page(const Printed& printed) {
    const auto radio = [&](std::string name, std::string value, const std::string& chosen) {
        return field(Tag::Input, name, "radio", value, value == chosen);
    };
    const auto address = "/" + printed.language + "/d/rabat/participate";
    auto form = doc::block(Tag::Form, Style::Form,
                           {doc::text(Tag::H2, Style::Heading, "Say it", {.attributes = {{Attribute::Id, "say"}}}),
                            field(Tag::Input, "key", "hidden", "k1"), radio("kind", "question", printed.kind),
                            radio("kind", "suggestion", printed.kind), radio("service", "", printed.service),
                            radio("service", "nationality", printed.service),
                            field(Tag::Textarea, "text", "", printed.text), field(Tag::Input, "secret", "password", ""),
                            field(Tag::Input, "picture", "file", ""), field(Tag::Input, "website", "text", "")},
                           {.key = "form",
                            .attributes = {{Attribute::Action, address},
                                           {Attribute::AriaLabelledBy, "say"},
                                           {Attribute::DataDraft, "kind service text key secret picture"}}});
    if (!printed.is_typed) {
        form.attributes.emplace_back(Attribute::DataDraftKept, "We kept it.");
        form.attributes.emplace_back(Attribute::DataDraftDrop, "Throw it away");
    }
    doc::Document page{.title = "Say", .language = base::Language::En, .address = address};
    page.root = doc::block(Tag::Div, Style::Page, {std::move(form), field(Tag::Input, "text", "text", "")}, {});
    return doc::finish(std::move(page));
}

std::string page_data(doc::Document document) {
    wire::PageData data;
    data.document = std::move(document);
    return wire::encode_page_data(data);
}

// What lives longer than a page: what the device keeps, and the day.
struct Device {
    std::map<std::string, std::string> kept;
    std::uint32_t today = 20'000;

    std::string lines() const {
        std::string lines;
        for (const auto& [name, text] : kept) lines.append(name).append("\t").append(text) += '\n';
        return lines;
    }
    bool holds(std::string_view words) const { return lines().contains(words); }
};

struct Tab {
    Device& device;
    doc::Document page;
    state::AppState state{};
    bool has_changed = false;
    std::string left_for{};

    Tab(Device& on, const Printed& printed, std::vector<platform::FieldState> typed = {})
        : device(on), page(a_page(printed)) {
        start(page.address, page_data(page), std::move(typed));
    }
    // Another page of the server's.
    Tab(Device& on, std::string address, bool is_refused = false)
        : device(on), page{.title = "Other", .address = address} {
        page.root = doc::block(Tag::Div, Style::Page, {}, {});
        page = doc::finish(std::move(page));
        wire::PageData refused;
        refused.page_error = base::ErrorCode::NotFound;
        start(address, is_refused ? wire::encode_page_data(refused) : page_data(page), {});
    }

    void start(const std::string& address, std::string data, std::vector<platform::FieldState> typed) {
        take(platform::Started{.address = address,
                               .language = "en",
                               .page_data = std::move(data),
                               .kept = device.lines(),
                               .fields = std::move(typed)});
        finish(state::adopted(std::move(state)));
    }
    void take(const platform::Event& event) {
        state.today = device.today;
        finish(state::update(std::move(state), event));
    }
    void finish(state::Step step) {
        state = std::move(step.state);
        has_changed = step.page_changed;
        for (const auto& effect : step.effects) {
            if (const auto* leave = std::get_if<state::Leave>(&effect)) left_for = leave->address;
            const auto* draft = std::get_if<state::KeepDraft>(&effect);
            if (draft == nullptr) continue;
            if (draft->text.empty()) device.kept.erase(draft->name);
            else device.kept[draft->name] = draft->text;
        }
    }

    const doc::Node& form() const { return state.given->root.children.front(); }
    const doc::Node& node(std::string_view name, std::string_view value = {}) const {
        const doc::Node* found = nullptr;
        doc::for_each(form(), [&](const doc::Node& one) {
            const bool is_choice = one.attribute(Attribute::Type) == "radio";
            if (one.attribute(Attribute::Name) == name && (!is_choice || one.attribute(Attribute::Value) == value))
                found = &one;
        });
        REQUIRE(found != nullptr);
        return *found;
    }
    bool is_chosen(std::string_view name, std::string_view value) const {
        return node(name, value).has(Attribute::Checked);
    }
    std::string text() const { return std::string(node("text").attribute(Attribute::Value)); }
    const doc::Node* notice() const { return doc::find(form(), doc::child_id(form().id, "draft")); }

    void type(std::string name, std::string value) {
        const auto id = node(name).id;
        take(platform::FieldChanged{{.node = id, .name = std::move(name), .value = std::move(value)}});
    }
    void choose(std::string name, std::string value) {
        const auto id = node(name, value).id;
        take(platform::FieldChanged{
            {.node = id, .name = std::move(name), .value = std::move(value), .is_choice = true, .checked = true}});
    }
    void send() { take(platform::Submitted{.form = form().id, .address = page.address}); }
    void throw_away() {
        REQUIRE(notice() != nullptr);
        take(platform::Pressed{notice()->children.back().id});
    }
};

const std::string name = "/d/rabat/participate#say";
const std::string words = "سطر\nline & = % + \t«ⵉⵔⵉⵔ»";

}  // namespace

TEST_SUITE("client/state/form_drafts") {
    TEST_CASE("what was typed and chosen comes back when the page is opened again, in any language") {
        Device device;
        {
            Tab tab(device, Printed{});
            CHECK(tab.notice() == nullptr);
            CHECK(device.kept.empty());
            tab.choose("kind", "question");
            tab.choose("kind", "suggestion");
            tab.choose("service", "nationality");
            tab.type("text", words);
        }
        REQUIRE(device.kept.size() == 1);
        CHECK(device.kept.contains(name));
        for (const auto* language : {"en", "ar"}) {
            Tab tab(device, Printed{.language = language});
            CHECK(tab.has_changed);
            CHECK(tab.text() == words);
            CHECK(tab.is_chosen("kind", "suggestion"));
            CHECK(!tab.is_chosen("kind", "question"));
            CHECK(tab.is_chosen("service", "nationality"));
            CHECK(!tab.is_chosen("service", ""));
            REQUIRE(tab.notice() != nullptr);
            CHECK(tab.notice() == &tab.form().children[1]);
            CHECK(tab.notice()->children.front().text.utf8 == "We kept it.");
            CHECK(tab.notice()->children.back().attribute(Attribute::Type) == "button");
        }
    }

    TEST_CASE("a form that holds what was printed is no draft, and nothing is said of it") {
        Device device;
        Tab tab(device, Printed{});
        tab.type("text", "typed");
        tab.type("text", "");
        CHECK(device.kept.empty());
        CHECK(Tab(device, Printed{}).notice() == nullptr);
    }

    TEST_CASE("only the fields that the form names are kept: no hidden one, no secret, no file, no other form's") {
        Device device;
        Tab tab(device, Printed{});
        tab.type("text", "kept");
        tab.type("key", "the-key");
        tab.type("secret", "the-secret");
        tab.type("picture", "the-file");
        tab.type("website", "the-honeypot");
        tab.take(platform::FieldChanged{{.node = tab.page.root.children[1].id, .name = "text", .value = "elsewhere"}});
        CHECK(device.holds("text=kept"));
        for (const auto* never : {"the-", "k1", "key", "secret", "picture", "website", "elsewhere"})
            CHECK(!device.holds(never));
    }

    TEST_CASE("what was typed before the client was there stays, and is kept") {
        Device device;
        Tab(device, Printed{}).type("text", "older");
        const auto page = a_page({});
        const auto id = page.root.children[0].children[6].id;
        Tab tab(device, Printed{}, {{.node = id, .name = "text", .value = "newer"}});
        CHECK(tab.text() == "newer");
        CHECK(tab.notice() == nullptr);
        CHECK(device.holds("text=newer"));
    }

    TEST_CASE("a page that shows what was just sent keeps its words; they become the draft") {
        Device device;
        Tab(device, Printed{}).type("text", "AB123456");
        Tab tab(device, Printed{.text = "masked", .kind = "question", .is_typed = true});
        CHECK(tab.text() == "masked");
        CHECK(tab.notice() == nullptr);
        CHECK(device.holds("text=masked"));
        CHECK(!device.holds("AB123456"));
        Tab again(device, Printed{});
        CHECK(again.text() == "masked");
        CHECK(again.is_chosen("kind", "question"));
        tab.type("text", "");
        CHECK(Tab(device, Printed{}).text().empty());
    }

    TEST_CASE("a choice that is offered no more leaves the form as it was printed") {
        Device device;
        device.kept[name] = "@day=20000&service=gone&text=kept";
        Tab tab(device, Printed{.service = "nationality"});
        CHECK(tab.text() == "kept");
        CHECK(tab.is_chosen("service", "nationality"));
    }

    TEST_CASE("what was sent is thrown away by the page of its receipt, and by nothing else") {
        Device device;
        Tab tab(device, Printed{});
        tab.type("text", "typed");
        Tab(device, "/en/follow/1234-5678-9012-3456");
        CHECK(device.kept.contains(name));
        tab.send();
        CHECK(device.kept.contains(name));
        Tab(device, "/en/account/sign-in");
        Tab(device, "/en/follow/1234-5678-9012-3456", true);
        CHECK(device.kept.contains(name));

        SUBCASE("the receipt") {
            Tab(device, "/ar/follow/1234-5678-9012-3456");
            CHECK(device.kept.empty());
            CHECK(Tab(device, Printed{}).notice() == nullptr);
        }
        SUBCASE("it did not arrive, and the form is opened again") {
            CHECK(Tab(device, Printed{}).text() == "typed");
            Tab(device, "/en/follow/1234-5678-9012-3456");
            CHECK(device.kept.contains(name));
        }
        SUBCASE("it was refused") {
            Tab refused(device, Printed{.text = "typed", .is_typed = true});
            Tab(device, "/en/follow/1234-5678-9012-3456");
            CHECK(device.kept.contains(name));
        }
    }

    TEST_CASE("the button throws it away and loads the page as the server prints it") {
        Device device;
        Tab(device, Printed{}).type("text", "typed");
        Tab tab(device, Printed{});
        tab.take(platform::Pressed{tab.form().id});
        CHECK(device.kept.contains(name));
        tab.throw_away();
        CHECK(device.kept.empty());
        CHECK(tab.left_for == tab.page.address);
    }

    TEST_CASE("a draft lives for seven days after it was typed into") {
        for (const auto [after, is_there] : {std::pair{7U, true}, {8U, false}}) {
            Device device;
            Tab tab(device, Printed{});
            device.today += 2;
            tab.type("text", "typed");
            device.today += after;
            Tab(device, "/en/account/sign-in");
            CHECK(device.kept.contains(name) == is_there);
        }
        Device device;
        Tab(device, Printed{}).type("text", "typed");
        device.today -= 2;  // Somebody has put the clock back: nobody knows how old it is.
        CHECK(Tab(device, Printed{}).text().empty());
    }

    TEST_CASE("six forms have a draft; the oldest makes room, and what is too long changes nothing") {
        Device device;
        for (std::uint32_t i = 0; i < state::draft_limit; ++i)
            device.kept["/d/court" + std::to_string(i) + "#say"] = "@day=" + std::to_string(19'999 - i) + "&text=a";
        Tab tab(device, Printed{});
        tab.type("text", "typed");
        CHECK(device.kept.size() == state::draft_limit);
        CHECK(device.kept.contains(name));
        CHECK(!device.kept.contains("/d/court5#say"));
        tab.type("text", std::string(state::draft_bytes, 'x'));
        CHECK(device.holds("text=typed"));
        tab.type("text", std::string(state::draft_bytes, 'x') + "y");
        CHECK(device.kept.size() == state::draft_limit);
    }

    TEST_CASE("the longest text that may be sent is kept, in every script") {
        Device device;
        for (const std::string letter : {"x", "ح", "ⵣ", "&"}) {
            std::string text;
            for (int i = 0; i < 2'000; ++i) text += letter;
            Tab(device, Printed{}).type("text", text);
            CHECK(Tab(device, Printed{}).text() == text);
        }
    }

    TEST_CASE("what cannot be read is thrown away and harms nothing") {
        for (const std::string broken :
             {"", "@day=20000", "text=no+day", "@day=x&text=a", "@day=20000&text=%", "@day=20000&text=%ff",
              "@day=99999999999&text=a", "{\"text\":\"a\"}", "@day=20000&%00=%F0%9F"}) {
            Device device;
            device.kept[name] = broken;
            Tab tab(device, Printed{});
            CHECK_MESSAGE(tab.text().empty(), broken);
            CHECK_MESSAGE(device.kept.empty(), broken);
            tab.type("text", "typed");
            CHECK(device.holds("text=typed"));
        }
        CHECK(state::decode_form_drafts("\n\nno tab\n\t\n").size() == 2);
    }

    TEST_CASE("any bytes where drafts are kept: what is read is well formed, and can be kept again") {
        std::mt19937 random(6);
        const std::string seed =
            name + "\t@day=20000&@sent=&kind=question&text=%D8%B3+a%0A\n" + name + "\t@day=1&a=b\n";
        for (int round = 0; round < 20'000; ++round) {
            auto lines = seed;
            for (auto hits = random() % 8 + 1; hits > 0; --hits) {
                const auto at = random() % lines.size();
                if (random() % 4 == 0) lines.erase(at, random() % 9);
                else lines[at] = static_cast<char>(random());
                if (lines.empty()) lines = "\t";
            }
            for (const auto& draft : state::decode_form_drafts(lines)) {
                for (const auto& [field_name, value] : draft.fields)
                    if (!base::is_well_formed(field_name) || !base::is_well_formed(value)) FAIL(lines);
                const auto text = state::encode_form_draft(draft);
                const auto again = state::decode_form_drafts("n\t" + text + "\n");
                if (again.size() != 1 || (draft.fields.size() < 60 && again[0].fields != draft.fields)) FAIL(lines);
                if (text.contains('\n') || text.contains('\t')) FAIL(text);
            }
        }
    }
}
