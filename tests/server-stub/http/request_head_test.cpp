#include "server-stub/http/engine/request_head.hpp"

#include <doctest/doctest.h>

using namespace http::engine;

TEST_SUITE("server-stub/http/engine/request_head") {
    TEST_CASE("a plain request is read with its names in lower case and its values trimmed") {
        const auto head =
            parse_head("POST /ar?x=1 HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length:  12 \r\nX-A:\tb\t\r\n\r\n");
        REQUIRE(head.has_value());
        CHECK(head->method == Method::Post);
        CHECK(head->target == "/ar?x=1");
        CHECK(head->headers == std::vector<Header>{{"host", "localhost:8080"}, {"content-length", "12"}, {"x-a", "b"}});
        CHECK(head->content_length == 12);
        CHECK(head->keep_alive);
        CHECK_FALSE(head->chunked);
    }

    TEST_CASE("what two servers could read in two ways is refused") {
        const std::string start = "POST / HTTP/1.1\r\n", host = "Host: a\r\n";
        struct Row {
            const char* name;
            std::string head;
            Refusal refusal = Refusal::Malformed;
        };
        const Row rows[] = {
            {"a length beside an encoding", start + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"},
            {"two different lengths", start + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"},
            {"the same length twice", start + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n"},
            {"a list of lengths", start + host + "Content-Length: 1, 1\r\n\r\n"},
            {"a length with a sign", start + host + "Content-Length: +1\r\n\r\n"},
            {"a length in another base", start + host + "Content-Length: 0x1\r\n\r\n"},
            {"an empty length", start + host + "Content-Length:\r\n\r\n"},
            {"a length beyond 64 bits", start + host + "Content-Length: 99999999999999999999\r\n\r\n"},
            {"two encodings", start + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"},
            {"an encoding that is not chunked", start + host + "Transfer-Encoding: gzip, chunked\r\n\r\n"},
            {"an encoding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"},
            {"a folded line", start + host + "X-A: b\r\n c\r\n\r\n"},
            {"a folded first field", start + " X-A: b\r\n" + host + "\r\n"},
            {"a space before the colon", start + "Host : a\r\n\r\n"},
            {"a bare line feed after a field", start + "Host: a\n\r\n"},
            {"bare line feeds only", "GET / HTTP/1.1\nHost: a\n\n"},
            {"a carriage return within a value", start + host + "X-A: b\rc\r\n\r\n"},
            {"a NUL within a value", start + host + std::string("X-A: b\0c\r\n\r\n", 12)},
            {"no host", start + "\r\n"},
            {"two hosts", start + host + host + "\r\n"},
            {"a host with a path", start + "Host: a/b\r\n\r\n"},
            {"no name", start + host + ": b\r\n\r\n"},
            {"no colon", start + host + "nonsense\r\n\r\n"},
            {"two keys", start + host + "Idempotency-Key: a\r\nIdempotency-Key: b\r\n\r\n"},
            {"two spaces in the request line", "GET  / HTTP/1.1\r\n" + host + "\r\n"},
            {"a target that is no path", "GET http://a/ HTTP/1.1\r\n" + host + "\r\n"},
            {"a target with raw UTF-8", "GET /é HTTP/1.1\r\n" + host + "\r\n"},
            {"a tab in the request line", "GET\t/ HTTP/1.1\r\n" + host + "\r\n"},
            {"no version", "GET /\r\n" + host + "\r\n"},
            {"an unknown version", "GET / HTTP/2.0\r\n" + host + "\r\n", Refusal::VersionUnknown},
            {"another protocol", "GET / HTCPCP/1.0\r\n" + host + "\r\n"},
            {"a compressed body", start + host + "Content-Encoding: gzip\r\n\r\n", Refusal::Encoded},
            {"an unknown expectation", start + host + "Expect: tea\r\n\r\n", Refusal::Expectation},
            {"a target of 4097 bytes", "GET /" + std::string(4096, 'a') + " HTTP/1.1\r\n" + host + "\r\n",
             Refusal::TargetTooLong},
        };
        for (const auto& row : rows) {
            CAPTURE(row.name);
            const auto head = parse_head(row.head);
            REQUIRE_FALSE(head.has_value());
            CHECK(head.error().refusal == row.refusal);
        }
    }

    TEST_CASE("a hundred and one fields are too many") {
        std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
        for (int i = 0; i < 100; ++i) head += "X: y\r\n";
        CHECK(parse_head(head + "\r\n").error().refusal == Refusal::HeadTooLarge);
    }

    TEST_CASE("a refusal still knows the address, so that it is answered in its language") {
        CHECK(parse_head("GET /fr/x HTTP/1.1\r\n\r\n").error().target == "/fr/x");
    }

    TEST_CASE("a connection lives on unless somebody wants it closed") {
        CHECK(parse_head("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")->keep_alive);
        CHECK_FALSE(parse_head("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n")->keep_alive);
        CHECK_FALSE(parse_head("GET / HTTP/1.0\r\n\r\n")->keep_alive);
    }

    TEST_CASE("a head ends after its blank line, or at once at a bare line feed") {
        CHECK(head_length("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody") == 27);
        CHECK(head_length("GET / HTTP/1.1\r\nHost: a\r\n\r") == 0);
        CHECK(head_length("") == 0);
        CHECK(head_length("GET / HTTP/1.1\nHo") == 15);
        CHECK(head_length("\n") == 1);
    }
}
