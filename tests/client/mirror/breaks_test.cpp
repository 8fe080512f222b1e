#include "client/mirror/breaks.hpp"

#include <doctest/doctest.h>

TEST_SUITE("client/mirror/breaks") {
    TEST_CASE("offsets count the units of the DOM, two for a letter beyond the first plane") {
        CHECK(mirror::to_utf16("aé🙂b", {1, 3, 7, 8}) == std::vector<std::uint32_t>{1, 2, 4, 5});
        CHECK(mirror::to_utf16("محكمة الرباط", {11}) == std::vector<std::uint32_t>{6});
        CHECK(mirror::to_utf16("", {}).empty());
    }
}
