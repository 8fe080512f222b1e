// What is kept, and what makes room.
#include "server-stub/http/shelf.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

std::shared_ptr<const std::string> text(const char* words) { return std::make_shared<const std::string>(words); }

}  // namespace

TEST_SUITE("server-stub/http/shelf") {
    TEST_CASE("what was not asked for longest makes room") {
        http::Shelf<std::string> shelf(10);
        shelf.put("a", {}, text("a"), 4);
        shelf.put("b", {}, text("b"), 4);
        CHECK(shelf.find("a", {}) != nullptr);
        shelf.put("c", {}, text("c"), 4);
        CHECK(shelf.find("b", {}) == nullptr);
        CHECK(*shelf.find("a", {}) == "a");
        CHECK(*shelf.find("c", {}) == "c");
    }

    TEST_CASE("another edition is another thing, and takes the place of the old") {
        http::Shelf<std::string> shelf(10);
        shelf.put("a", {1, 0}, text("old"), 8);
        CHECK(shelf.find("a", {2, 0}) == nullptr);
        CHECK(shelf.find("a", {1, 1}) == nullptr);
        shelf.put("a", {2, 0}, text("new"), 8);
        CHECK(*shelf.find("a", {2, 0}) == "new");
        CHECK(shelf.find("a", {1, 0}) == nullptr);
    }

    TEST_CASE("what is larger than the shelf is not kept, and pushes nothing off") {
        http::Shelf<std::string> shelf(10);
        shelf.put("a", {}, text("a"), 10);
        shelf.put("b", {}, text("b"), 11);
        CHECK(shelf.find("a", {}) != nullptr);
        CHECK(shelf.find("b", {}) == nullptr);
    }
}
