#include "server-stub/http/engine/compress.hpp"

#include <doctest/doctest.h>

using namespace http::engine;

TEST_SUITE("server-stub/http/engine/compress") {
    TEST_CASE("a coding is taken when the header names it with a weight above zero") {
        struct Row {
            const char* header;
            bool brotli;
        };
        for (const auto& row : {Row{"br", true}, Row{"gzip, deflate, br;q=0.5", true}, Row{"BR", true},
                                Row{"br;q=0", false}, Row{"br; q=0.000", false}, Row{"gzip", false}, Row{"", false},
                                Row{"brx", false}, Row{"br;q=0.001", true}}) {
            CAPTURE(row.header);
            CHECK(accepts(row.header, "br") == row.brotli);
        }
    }

    TEST_CASE("what does not get smaller stays as it is") {
        CHECK_FALSE(brotli("short", Effort::Once).has_value());
        const auto small = brotli(std::string(10'000, 'a'), Effort::PerResponse);
        REQUIRE(small.has_value());
        CHECK(small->size() < 100);
    }
}
