#include <doctest/doctest.h>

#include "shared/document/html.hpp"
#include "shared/wire/page_data.hpp"
#include "tests/support/account_screens.hpp"
#include "tests/support/item_screens.hpp"

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
}
