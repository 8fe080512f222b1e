#include "shared/wire/form.hpp"

#include <doctest/doctest.h>

namespace {

using domain::RatingDraft;
using domain::RatingError;
using domain::RatingField;
using domain::RatingProblem;

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

TEST_SUITE("shared/wire/form") {
    TEST_CASE("a form is read as a browser sends it") {
        const auto form = wire::parse_rating_form(
            "level=4&completed=yes&reason=waiting&reason=extra-papers&text=a%2Bb+%D8%B9%0D%0A%26%3d&key=k-1");
        CHECK(form.errors.empty());
        CHECK(form.draft == RatingDraft{.level = "4",
                                        .completed = "yes",
                                        .reasons = {"waiting", "extra-papers"},
                                        .text = "a+b ع\n&=",
                                        .key = "k-1"});
    }

    TEST_CASE("what is missing is empty, and empty pairs are nothing") {
        CHECK(wire::parse_rating_form("").draft == RatingDraft{});
        CHECK(wire::parse_rating_form("&&level&").errors.empty());
        CHECK(wire::parse_rating_form("%6Cevel=3").draft.level == "3");
    }

    TEST_CASE("a broken form names the field and keeps what was typed") {
        struct Case {
            const char* name;
            std::string_view body;
            std::vector<RatingError> errors;
            RatingDraft draft;
        };
        using enum RatingField;
        using enum RatingProblem;
        const Case cases[] = {
            {"broken percent in the text",
             "text=100%25+or+100%&level=4",
             {{Text, TextBroken}},
             {.level = "4", .text = "100% or 100%"}},
            {"percent with one digit", "text=%4", {{Text, TextBroken}}, {.text = "%4"}},
            {"percent with letters", "level=%zz", {{Level, Malformed}}, {.level = "%zz"}},
            {"broken UTF-8", "text=caf%E9!", {{Text, TextBroken}}, {.text = "caf\uFFFD!"}},
            {"overlong UTF-8", "text=%C0%AF", {{Text, TextBroken}}, {.text = "\uFFFD\uFFFD"}},
            {"lone surrogate", "text=%ED%A0%80", {{Text, TextBroken}}, {.text = "\uFFFD\uFFFD\uFFFD"}},
            {"raw bytes", "text=\xFF", {{Text, TextBroken}}, {.text = "\uFFFD"}},
            {"broken reason", "reason=%", {{Reasons, Malformed}}, {.reasons = {"%"}}},
            {"unknown field", "level=4&admin=1", {{Form, FieldUnknown}}, {.level = "4"}},
            {"two unknown fields", "a=1&b=2", {{Form, FieldUnknown}}, {}},
            {"level twice", "level=4&level=5&text=x", {{Level, FieldTwice}}, {.level = "4", .text = "x"}},
            {"text twice, empty first", "text=&text=x", {{Text, FieldTwice}}, {}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto form = wire::parse_rating_form(c.body);
            CHECK(form.errors == c.errors);
            CHECK(form.draft == c.draft);
        }
    }

    TEST_CASE("what turns words around, and controls, are not even typed back") {
        const auto form = wire::parse_rating_form("reason=a%E2%80%AEb&text=a%E2%80%AEb%E2%81%A6%00%07%C2%9D%0D%0Ac");
        CHECK(form.errors.empty());
        CHECK(form.draft.text == "ab\nc");
        CHECK(form.draft.reasons == std::vector<std::string>{"ab"});
    }

    TEST_CASE("64 pairs and 64 KiB are read, one more is too large and still keeps the text") {
        const std::vector<RatingError> too_large{{RatingField::Form, RatingProblem::TooLarge}};
        const auto reasons = repeat("&reason=cost", 63);
        CHECK(wire::parse_rating_form("text=x" + reasons).errors.empty());
        const auto crowded = wire::parse_rating_form("text=x&key=k" + reasons);
        CHECK(crowded.errors == too_large);
        CHECK(crowded.draft.text == "x");

        const auto limit = std::size_t{64 * 1024};
        CHECK(wire::parse_rating_form("text=" + std::string(limit - 5, 'a')).errors.empty());
        const auto long_form = wire::parse_rating_form("text=" + repeat("%D8%B9", 20'000));
        CHECK(long_form.errors == too_large);
        CHECK(long_form.draft.text.starts_with("ععع"));
        CHECK_FALSE(long_form.draft.text.contains('%'));
    }

    TEST_CASE("each field has one error at most, and the form's own comes before the rules") {
        using enum RatingField;
        using enum RatingProblem;
        const auto check = [](std::string_view body) {
            return wire::check_rating_form(wire::parse_rating_form(body)).errors;
        };
        CHECK(check("level=4&key=k").empty());
        CHECK(check("level=%zz&key=k") == std::vector<RatingError>{{Level, Malformed}});
        CHECK(check("x=1&text=%FF") ==
              std::vector<RatingError>{
                  {Level, LevelMissing}, {Text, TextBroken}, {Key, KeyMissing}, {Form, FieldUnknown}});
    }

    TEST_CASE("a draft survives being sent, whatever it holds") {
        const RatingDraft drafts[] = {
            {},
            {.level = "5", .completed = "no", .reasons = {"cost", "x y"}, .text = "+&=%\n ⵣ😀<>\"'", .key = "a-b_c.d*"},
        };
        for (const auto& draft : drafts) {
            const auto body = wire::encode_rating_form(draft);
            CAPTURE(body);
            const auto form = wire::parse_rating_form(body);
            CHECK(form.errors.empty());
            CHECK(form.draft == draft);
        }
    }
}
