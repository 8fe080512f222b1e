#include "shared/wire/problem.hpp"

#include <doctest/doctest.h>

TEST_SUITE("shared/wire/problem") {
    TEST_CASE("a problem has its stable type, its pointer and its message in the four languages") {
        const wire::ProblemDocument document{.code = "level-missing",
                                             .title = "Level missing",
                                             .status = 422,
                                             .pointer = "/level",
                                             .message = base::LocalizedText("ع", "ⵣ", "é", "e"),
                                             .errors = {}};
        CHECK(wire::encode_problem(document) ==
              R"({"type":"/problems/level-missing","title":"Level missing","status":422,"pointer":"/level",)"
              R"("message":{"ar":"ع","zgh":"ⵣ","fr":"é","en":"e"}})");
        CHECK(wire::decode_problem(wire::encode_problem(document)) == document);
    }

    TEST_CASE("several errors stand in a list") {
        wire::ProblemDocument document{
            .code = "a", .title = "A", .status = 400, .pointer = "", .message = {}, .errors = {}};
        document.errors = {{"a", "/level", {}}, {"b", "/text", {}}};
        CHECK(wire::encode_problem(document).contains(
            R"("errors":[{"type":"/problems/a","pointer":"/level","message":{}})"));
        CHECK(wire::decode_problem(wire::encode_problem(document)) == document);
    }

    TEST_CASE("a page that is no problem document is not taken for one") {
        CHECK_FALSE(wire::decode_problem("<html>"));
        CHECK_FALSE(wire::decode_problem("{}"));
        const auto other =
            wire::decode_problem(R"({"type":"about:blank","title":"","status":404,"pointer":"","message":{}})");
        REQUIRE_FALSE(other);
        CHECK(other.error().pointer == "/type");
    }

    TEST_CASE("every error code has a name that leads back to it") {
        for (int i = 0; i <= static_cast<int>(base::ErrorCode::Internal); ++i) {
            const auto code = static_cast<base::ErrorCode>(i);
            CHECK(wire::parse_error_code(wire::name_of(code)) == code);
        }
        CHECK_FALSE(wire::parse_error_code("nothing"));
    }
}
