#include <doctest/doctest.h>
#include <set>
#include <utility>

#include "shared/desk/again.hpp"
#include "shared/desk/item_preview.hpp"
#include "shared/document/builder.hpp"
#include "shared/document/html.hpp"
#include "shared/wire/page_data.hpp"
#include "tests/support/account_screens.hpp"
#include "tests/support/item_screens.hpp"
#include "tests/support/moderation_screens.hpp"
#include "tests/support/portal_screens.hpp"

namespace {

test::Screens private_screens(base::Language language) {
    const i18n::Text tr(language);
    auto screens = test::accounts(tr);
    for (auto* group :
         {test::desks, test::item_editors, test::item_lists, test::parity_boards, test::duty_lists, test::copy_lists,
          test::glossaries, test::participations, test::contributions, test::follows, test::inboxes, test::bulk_pages,
          test::desk_voices, test::need_registers, test::moderation_reports, test::moderation_rules})
        for (auto& screen : group(tr)) screens.push_back(std::move(screen));
    return screens;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_SUITE("shared/desk/pages") {
    TEST_CASE("a finished page travels to the client as it is") {
        for (const auto language : base::languages)
            for (const auto& screen : private_screens(language)) {
                CAPTURE(screen.name);
                wire::PageData data;
                data.document = screen.document;
                const auto read = wire::decode_page_data(wire::encode_page_data(data));
                REQUIRE(read);
                REQUIRE(read->document);
                CHECK(doc::to_html(*read->document) == doc::to_html(screen.document));
                CHECK(read->document->title == screen.document.title);
                CHECK(read->document->address == screen.document.address);
                CHECK(read->document->alternates == screen.document.alternates);
            }
    }

    TEST_CASE("a document that no page function makes is refused") {
        wire::PageData data;
        data.document = private_screens(base::Language::Fr).front().document;
        const auto json = wire::encode_page_data(data);
        REQUIRE(wire::decode_page_data(json));
        CHECK_FALSE(wire::decode_page_data(replaced(json, R"("tag":"main")", R"("tag":"script")")));
        CHECK_FALSE(wire::decode_page_data(replaced(json, R"("style":"main")", R"("style":"position")")));
        CHECK_FALSE(wire::decode_page_data(replaced(json, R"({"href":)", R"({"onclick":)")));
        CHECK_FALSE(wire::decode_page_data(replaced(json, R"("isText":true)", R"("innerHTML":"")")));
        CHECK_FALSE(wire::decode_page_data(replaced(json, R"("begin":0)", R"("begin":999999)")));
        CHECK_FALSE(wire::decode_page_data(replaced(json, R"("id":")", R"("id":"!)")));
    }

    TEST_CASE("what was sent and not taken stands on the page as it was sent, in each language") {
        const base::Pairs typed{{"title/fr", "Un <b> \"mot\""}, {"tag", "a"}, {"tag", "b"}, {"empty", ""}};
        for (const auto language : base::languages)
            for (const auto why : {desk::NotTaken::SignedOut, desk::NotTaken::NotAllowed, desk::NotTaken::Busy}) {
                const std::string path = "/" + std::string(base::code_of(language)) + "/desk/rabat/items/7/step";
                const auto page = desk::again_page(i18n::Text(language), path, typed, why);
                base::Pairs found;
                std::set<doc::NodeId> ids;
                std::string action, elsewhere;
                doc::for_each(page.root, [&](const doc::Node& node) {
                    using doc::Attribute;
                    CHECK(ids.insert(node.id).second);
                    if (node.key == "again") action = node.attribute(Attribute::Action);
                    if (node.attribute(Attribute::Target) == "_blank") elsewhere = node.attribute(Attribute::Href);
                    const bool is_theirs = std::ranges::contains(typed, node.attribute(Attribute::Name),
                                                                 &std::pair<std::string, std::string>::first);
                    if (node.tag == doc::Tag::Input && is_theirs)
                        found.emplace_back(node.attribute(Attribute::Name), node.attribute(Attribute::Value));
                });
                CHECK(found == typed);
                CHECK(action == path);
                CHECK(elsewhere.empty() == (why == desk::NotTaken::Busy));
            }
    }

    TEST_CASE("the preview of a text comes alone as it stands in its page, where its form says it is") {
        for (const auto& screen : test::item_editors(i18n::Text(base::Language::Ar))) {
            const auto alone = desk::preview_alone(screen.document);
            const auto* there = doc::find(screen.document.root, alone.root.id);
            REQUIRE(there != nullptr);
            CHECK(*there == alone.root);
            doc::for_each(screen.document.root, [&](const doc::Node& node) {
                if (node.has(doc::Attribute::DataPart))
                    CHECK(node.attribute(doc::Attribute::DataPart) ==
                          alone.root.attribute(doc::Attribute::AriaLabelledBy));
            });
        }
    }

    TEST_CASE("a preview says what is missing where two pages with made-up values say different things") {
        const auto preview = [](const char* day, const char* court) {
            return desk::Preview{
                base::Language::Fr,
                {doc::text(doc::Tag::H3, doc::Style::Heading, "Essai"), doc::text(doc::Tag::P, doc::Style::Meta, day),
                 doc::block(doc::Tag::Div, doc::Style::LinkItem,
                            {doc::text(doc::Tag::A, doc::Style::LinkText, court,
                                       {.attributes = {{doc::Attribute::Href, court}}})})}};
        };
        auto shown = preview("le 1er janvier 2001", "/courts/a");
        desk::say_missing(shown, preview("le 2 février 2002", "/courts/b"));
        CHECK(shown.parts[0].text.utf8 == "Essai");
        CHECK(shown.parts[1].text.utf8 == "Ceci manque encore.");
        const auto& court = shown.parts[2].children.front();
        CHECK(court.text.utf8 == "Ceci manque encore.");
        CHECK(court.tag == doc::Tag::P);
        CHECK(court.attributes.empty());
    }

    TEST_CASE("whatever is refused, what was typed of a portal stands in its field, with one sentence above") {
        using enum desk::TextFault;
        const i18n::Text tr(base::Language::En);
        const auto preparing = test::a_prepared_district();
        auto open = preparing;
        open.active_since = base::Date{2026, 11, 20};
        const routes::DeskRoom remarks{tr.language(), "rabat", routes::Room::Remarks, {}};
        const routes::DeskRoom opening{tr.language(), "rabat", routes::Room::Opening, {}};
        const auto keeps = [](const doc::Document& page, std::string_view typed, std::string_view field) {
            const auto html = doc::to_html(page);
            CHECK(html.contains(typed));
            CHECK(html.contains("href=\"#" + std::string(field) + "\">"));
        };
        for (const auto fault : {Missing, Long, Page, Open, NotReady, Answered, TooMany, Unavailable})
            for (const auto* district : {&preparing, &std::as_const(open)}) {
                CAPTURE(static_cast<int>(fault));
                desk::RemarksData remark{.district = *district,
                                         .may_leave = true,
                                         .typed_page = "/ar/d/rabat/news",
                                         .typed = "What I wrote.",
                                         .fault = fault};
                const auto page = desk::remarks_page(tr, remarks, remark);
                keeps(page, "What I wrote.", fault == Page ? "page" : "text");
                CHECK(doc::to_html(page).contains("/ar/d/rabat/news"));
                keeps(
                    desk::opening_page(
                        tr, opening, {.district = *district, .may_act = true, .typed = "Decision 12", .fault = fault}),
                    "Decision 12", "act");
            }
        for (const auto fault : {Missing, Long, Open, Answered, TooMany, Unavailable}) {
            desk::RemarksData answer{.district = open,
                                     .remarks = {{"7", test::some_remarks().front()}},
                                     .may_answer = true,
                                     .typed = "What I wrote.",
                                     .answered = "7",
                                     .fault = fault};
            keeps(desk::remarks_page(tr, remarks, answer), "What I wrote.", "answer-7");
            if (fault != Unavailable) continue;
            answer.remarks.clear();  // The disk is gone for them, too.
            keeps(desk::remarks_page(tr, remarks, answer), "What I wrote.", "answer-7");
        }
    }
}
