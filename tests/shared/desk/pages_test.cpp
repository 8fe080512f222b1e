#include <doctest/doctest.h>
#include <utility>

#include "shared/document/html.hpp"
#include "shared/wire/page_data.hpp"
#include "tests/support/account_screens.hpp"
#include "tests/support/item_screens.hpp"
#include "tests/support/portal_screens.hpp"

namespace {

test::Screens private_screens(base::Language language) {
    const i18n::Text tr(language);
    auto screens = test::accounts(tr);
    for (auto* group : {test::desks, test::item_editors, test::item_lists, test::parity_boards})
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
                keeps(desk::opening_page(
                          tr, opening,
                          {.district = *district, .may_act = true, .typed = "Decision 12", .fault = fault}),
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
