#include "shared/wire/page_data.hpp"

#include <doctest/doctest.h>

namespace {

wire::PageData a_page() {
    return {.api = {{"/api/v1/districts/rabat", R"({"b":1.50,"a":["</script><!--","\u2028"]})"}, {"/x", "[]"}},
            .form = {.level = "9",
                     .completed = "",
                     .reasons = {"waiting"},
                     .text = "</script><script>alert(1)</script>\u2028\u2029&<!--",
                     .key = "k"},
            .errors = {{domain::RatingField::Level, domain::RatingProblem::LevelUnknown}},
            .page_error = {}};
}

}  // namespace

TEST_SUITE("shared/wire/page_data") {
    TEST_CASE("nothing in the data can end the script element or open a comment in it") {
        const auto json = wire::encode_page_data(a_page());
        CHECK_FALSE(json.contains('<'));
        CHECK(json.contains(R"(\u003c/script>)"));
    }

    TEST_CASE("a page comes back as it was sent, its bodies letter by letter as wire writes them") {
        auto page = a_page();
        page.api[0].second = "{\"b\":1.50,\"a\":[\"</script><!--\",\"\u2028\"]}";
        CHECK(wire::decode_page_data(wire::encode_page_data(page)) == page);
    }

    TEST_CASE("the page data has the form that the contract names") {
        wire::PageData page{.api = {{"/a", "{\"x\":null}"}},
                            .form = {.level = "4", .completed = {}, .reasons = {}, .text = {}, .key = "k"},
                            .errors = {{domain::RatingField::Text, domain::RatingProblem::TextTooLong}},
                            .page_error = {}};
        CHECK(
            wire::encode_page_data(page) ==
            R"({"api":{"/a":{"x":null}},"form":{"values":{"level":"4","completed":"","reasons":[],"text":"","key":"k"},)"
            R"("errors":[{"field":"text","problem":"text-too-long"}]}})");
        page.page_error = base::ErrorCode::NotFound;
        CHECK(wire::encode_page_data(page).ends_with(R"(,"error":"not-found"})"));
        CHECK(wire::decode_page_data(wire::encode_page_data(page)) == page);
    }

    TEST_CASE("broken bytes in a draft are shown as U+FFFD and the data is still JSON") {
        auto page = a_page();
        page.form.text = "caf\xE9";
        const auto decoded = wire::decode_page_data(wire::encode_page_data(page));
        REQUIRE(decoded);
        CHECK(decoded->form.text == "caf\uFFFD");
    }

    TEST_CASE("page data of another shape is refused at its place") {
        struct Case {
            std::string_view json, pointer;
        };
        const Case cases[] = {
            {R"({"api":[],"form":{"values":{"level":"","completed":"","reasons":[],"text":"","key":""},"errors":[]}})",
             "/api"},
            {R"({"api":{},"form":{"values":{"level":"","completed":"","reasons":[],"text":""},"errors":[]}})",
             "/form/values/key"},
            {R"({"api":{},"form":{"values":{"level":"","completed":"","reasons":[],"text":"","key":""},"errors":[{"field":"x","problem":"offline"}]}})",
             "/form/errors/0/field"},
        };
        for (const auto& c : cases) {
            const auto page = wire::decode_page_data(c.json);
            REQUIRE_FALSE(page);
            CHECK(page.error().pointer == c.pointer);
        }
    }

    TEST_CASE("a draft comes back as it was typed") {
        CHECK(wire::decode_rating_draft(wire::encode_rating_draft(a_page().form)) == a_page().form);
    }
}
