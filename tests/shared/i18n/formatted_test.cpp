#include "shared/i18n/formatted.hpp"

#include <doctest/doctest.h>

TEST_SUITE("shared/i18n/formatted") {
    TEST_CASE("plain text holds each value between FSI and PDI and nothing else is added") {
        const i18n::Formatted formatted{.text = "1 من 5", .isolates = {{0, 1, {}}, {7, 8, {}}}};
        CHECK(i18n::plain(formatted) == "\u20681\u2069 من \u20685\u2069");
    }

    TEST_CASE("plain text without values is the text") {
        CHECK(i18n::plain({.text = "الخدمات", .isolates = {}}) == "الخدمات");
        CHECK(i18n::plain({}).empty());
    }
}
