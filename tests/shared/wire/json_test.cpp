#include "shared/wire/detail/json.hpp"

#include <doctest/doctest.h>
#include <format>

namespace {

using wire::detail::parse;
using wire::detail::write;

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string nested(std::size_t depth) { return repeat("[", depth) + repeat("]", depth); }

std::string text_of_bytes(std::size_t bytes) { return '"' + std::string(bytes - 2, 'a') + '"'; }

std::string object_of_keys(std::size_t keys) {
    std::string out = "{";
    for (std::size_t i = 0; i < keys; ++i) out += std::format("{}\"k{}\":0", i ? "," : "", i);
    return out + "}";
}

std::string code_of(std::string_view text) {
    const auto json = parse(text, wire::request_limits);
    return json ? "fine" : json.error().code;
}

struct Case {
    const char* name;
    std::string text;
    std::string_view code;
    std::string_view pointer = "";
};

}  // namespace

TEST_SUITE("shared/wire/detail/json") {
    TEST_CASE("a limit is reached but not passed") {
        CHECK(code_of(nested(31)) == "fine");
        CHECK(code_of(nested(32)) == "fine");
        CHECK(code_of(nested(33)) == "too-deep");
        CHECK(code_of(text_of_bytes(64 * 1024 - 1)) == "fine");
        CHECK(code_of(text_of_bytes(64 * 1024)) == "fine");
        CHECK(code_of(text_of_bytes(64 * 1024 + 1)) == "too-large");
        CHECK(code_of(object_of_keys(2000)) == "fine");
        CHECK(code_of(object_of_keys(2001)) == "too-many-keys");
    }

    TEST_CASE("a depth bomb is refused without being built") {
        CHECK(code_of(repeat("[", 60'000)) == "too-deep");
        CHECK(code_of(repeat("{\"a\":", 12'000)) == "too-deep");
    }

    TEST_CASE("what is not JSON is refused with its place") {
        const Case cases[] = {
            {"nothing", "", "json-malformed"},
            {"NaN", "{\"level\":NaN}", "json-malformed", "/level"},
            {"Infinity", "[1,-Infinity]", "json-malformed", "/1"},
            {"single quotes", "{'a':1}", "json-malformed"},
            {"comment", "{\"a\":1}//", "json-malformed"},
            {"two values", "1 2", "json-malformed"},
            {"comma at the end", "[1,]", "json-malformed", "/1"},
            {"cut off", "{\"a\":{\"b\":[1", "json-malformed", "/a/b/1"},
            {"control in a text", "[\"a\nb\"]", "json-malformed", "/0"},
            {"leading zero", "[01]", "json-malformed", "/1"},
            {"hexadecimal", "[0x1]", "json-malformed", "/1"},
            {"400 digits", "{\"level\":" + std::string(400, '9') + "}", "number-out-of-range", "/level"},
            {"400 decimals", "[0." + std::string(400, '3') + "]", "number-out-of-range", "/0"},
            {"huge exponent", "[1e999]", "number-out-of-range", "/0"},
            {"high surrogate alone", R"({"text":"\ud83d"})", "text-broken", "/text"},
            {"low surrogate alone", R"({"text":"\ude00"})", "text-broken", "/text"},
            {"surrogates the wrong way round", R"({"text":"\ude00\ud83d"})", "text-broken", "/text"},
            {"overlong", "{\"text\":\"\xC0\xAF\"}", "text-broken", "/text"},
            {"surrogate in UTF-8", "{\"text\":\"\xED\xA0\x80\"}", "text-broken", "/text"},
            {"UTF-16", std::string("\xFF\xFE{\0}\0", 6), "text-broken"},
            {"a field twice", R"({"a":1,"b":{"c":1,"d":2,"c":3}})", "field-twice", "/b/c"},
            {"a field twice, once escaped", R"({"a":1,"\u0061":2})", "field-twice", "/a"},
            {"an odd name twice", R"({"~/":1,"~/":2})", "field-twice", "/~0~1"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto json = parse(c.text, wire::request_limits);
            REQUIRE_FALSE(json);
            CHECK(json.error().code == c.code);
            CHECK(json.error().pointer == c.pointer);
            CHECK(json.error().detail.ends_with("."));
        }
    }

    TEST_CASE("what is written is what was read") {
        for (const std::string_view text :
             {"null", "true", "-12", "0.10", "1e5", "18446744073709551615", "[]", "{}",
              R"([1,[2,{"b":[],"a":null}],"x"])", R"("\"\\\n\r\t\u0001/")", R"("ⵜⴰⵎⴰⵣⵉⵖⵜ 😀")"}) {
            CAPTURE(text);
            const auto json = parse(text, wire::request_limits);
            REQUIRE(json);
            CHECK(write(*json) == text);
        }
    }

    TEST_CASE("broken bytes are written as U+FFFD, so that the result is JSON") {
        CHECK(write(wire::detail::Json("a\xFF")) == "\"a\uFFFD\"");
    }
}
