#include "server-stub/http/engine/response_head.hpp"

#include <array>
#include <doctest/doctest.h>

using namespace http::engine;

TEST_SUITE("server-stub/http/engine/response_head") {
    TEST_CASE("a head is printed as it goes over the wire") {
        const std::array headers{Header{"Content-Type", "text/plain"}};
        CHECK(print_head(404, headers, 12, Persistence::Close, 1795348800) ==
              "HTTP/1.1 404 Not Found\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\nContent-Type: text/plain\r\n"
              "Content-Length: 12\r\nConnection: close\r\n\r\n");
    }

    TEST_CASE("no value can begin a header of its own") {
        for (const char c : {'\r', '\n', '\0', '\x01', '\x1f', '\x7f'}) {
            const std::array headers{Header{"Location", std::string("/ar") + c + "Set-Cookie: a=b"}};
            CAPTURE(static_cast<int>(c));
            CHECK_FALSE(print_head(302, headers, 0, Persistence::KeepAlive, 0).has_value());
        }
    }

    TEST_CASE("no name can either") {
        for (const auto* name : {"", "A B", "A:", "A\r\nB", "Ä"})
            CHECK_FALSE(print_head(200, std::array{Header{name, "x"}}, 0, Persistence::KeepAlive, 0).has_value());
    }

    TEST_CASE("a 304 says nothing about a length") {
        CHECK_FALSE(print_head(304, {}, 0, Persistence::KeepAlive, 0)->contains("Content-Length"));
    }
}
