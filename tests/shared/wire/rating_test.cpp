#include "shared/wire/rating.hpp"

#include <doctest/doctest.h>

namespace {

using domain::RatingField;
using domain::RatingProblem;
using wire::RatingIssue;

struct Refusal {
    const char* name;
    std::string body;
    std::vector<RatingIssue> issues;
};

std::vector<RatingIssue> one(RatingField field, RatingProblem problem, std::string pointer = "") {
    return {{{field, problem}, std::move(pointer)}};
}

}  // namespace

TEST_SUITE("shared/wire/rating") {
    TEST_CASE("what the client sends is what the server reads") {
        const domain::Rating rating{.level = 4,
                                    .completed = domain::Completed::No,
                                    .reasons = {domain::Reason::Waiting, domain::Reason::ExtraPapers},
                                    .text = "\"ⵣ\"\nالسلام"};
        auto draft = wire::parse_rating_json(wire::encode(rating));
        REQUIRE(draft);
        draft->key = "k";
        const auto checked = domain::check_rating(*draft);
        CHECK(checked.errors.empty());
        CHECK(checked.rating == rating);
    }

    TEST_CASE("a value that breaks a rule of its field is left to the rules") {
        const auto draft = wire::parse_rating_json(R"({"level":9,"completed":"maybe","reasons":["judge"],"text":"x"})");
        REQUIRE(draft);
        CHECK(*draft ==
              domain::RatingDraft{.level = "9", .completed = "maybe", .reasons = {"judge"}, .text = "x", .key = ""});
        CHECK(wire::parse_rating_json("{}") == domain::RatingDraft{});
        CHECK(wire::parse_rating_json(R"({"level":-1})")->level == "-1");
    }

    TEST_CASE("a body of the wrong shape is refused with the pointer of each error") {
        using enum RatingField;
        using enum RatingProblem;
        const Refusal refusals[] = {
            {"not JSON", "level=4", one(Form, Malformed)},
            {"empty", "", one(Form, Malformed)},
            {"a list", "[]", one(Form, WrongType)},
            {"level as text", R"({"level":"4"})", one(Level, WrongType, "/level")},
            {"half a level", R"({"level":4.5})", one(Level, WrongType, "/level")},
            {"no level", R"({"level":null})", one(Level, WrongType, "/level")},
            {"400 digits", "{\"level\":" + std::string(400, '1') + "}", one(Level, WrongType, "/level")},
            {"reason alone", R"({"reasons":"waiting"})", one(Reasons, WrongType, "/reasons")},
            {"a number among reasons", R"({"reasons":["waiting",3]})", one(Reasons, WrongType, "/reasons/1")},
            {"an object as text", R"({"text":{}})", one(Text, WrongType, "/text")},
            {"lone surrogate", R"({"text":"\ud800"})", one(Text, TextBroken, "/text")},
            {"broken UTF-8", "{\"text\":\"\xFF\"}", one(Text, TextBroken, "/text")},
            {"broken UTF-8 elsewhere", "{\"completed\":\"\xFF\"}", one(Form, Malformed, "/completed")},
            {"unknown field", R"({"level":4,"status":"published"})", one(Form, FieldUnknown, "/status")},
            {"the key in the body", R"({"key":"k"})", one(Form, FieldUnknown, "/key")},
            {"an odd name", R"({"a/b":1})", one(Form, FieldUnknown, "/a~1b")},
            {"level twice", R"({"level":4,"level":5})", one(Level, FieldTwice, "/level")},
            {"too deep", std::string(40, '['),
             one(Form, TooLarge, "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0")},
            {"too large", "\"" + std::string(64 * 1024, 'a') + "\"", one(Form, TooLarge)},
            {"several",
             R"({"level":"4","text":1,"x":0})",
             {{{Level, WrongType}, "/level"}, {{Text, WrongType}, "/text"}, {{Form, FieldUnknown}, "/x"}}},
        };
        for (const auto& refusal : refusals) {
            CAPTURE(refusal.name);
            const auto draft = wire::parse_rating_json(refusal.body);
            REQUIRE_FALSE(draft);
            CHECK(draft.error() == refusal.issues);
        }
    }

    TEST_CASE("the errors of the rules point at their fields, those of the header at nothing") {
        const domain::RatingError errors[] = {{RatingField::Level, RatingProblem::LevelMissing},
                                              {RatingField::Reasons, RatingProblem::ReasonTwice},
                                              {RatingField::Key, RatingProblem::KeyMissing},
                                              {RatingField::Form, RatingProblem::TooMany}};
        const auto issues = wire::locate(errors);
        REQUIRE(issues.size() == 4);
        CHECK(issues[0].pointer == "/level");
        CHECK(issues[1].pointer == "/reasons");
        CHECK(issues[2].pointer.empty());
        CHECK(issues[3].pointer.empty());
    }

    TEST_CASE("a client reads from the problem document the errors that the server meant, each of them") {
        const auto message_of = [](RatingProblem problem) {
            return base::LocalizedText("", "", std::string(domain::name_of(problem)), "");
        };
        for (int i = 0; i <= static_cast<int>(RatingProblem::Offline); ++i) {
            const auto problem = static_cast<RatingProblem>(i);
            CAPTURE(domain::name_of(problem));
            const domain::RatingError sent[] = {{RatingField::Form, problem}};
            const auto issues = wire::locate(sent);
            const auto document =
                wire::decode_problem(wire::encode_problem(wire::rating_problem(422, issues, message_of)));
            REQUIRE(document);
            CHECK(document->errors.empty());
            const auto read = wire::rating_errors(*document);
            REQUIRE(read.size() == 1);
            CHECK(read[0].problem == problem);
        }

        const domain::RatingError several[] = {{RatingField::Level, RatingProblem::LevelMissing},
                                               {RatingField::Text, RatingProblem::TextTooLong},
                                               {RatingField::Key, RatingProblem::KeyMissing},
                                               {RatingField::Form, RatingProblem::FieldUnknown}};
        const auto document = wire::rating_problem(422, wire::locate(several), message_of);
        CHECK(document.code == "level-missing");
        CHECK(document.title == "Level missing");
        CHECK(wire::rating_errors(document) == std::vector(std::begin(several), std::end(several)));
    }
}
