#include "shared/domain/rating.hpp"

#include <doctest/doctest.h>

namespace {

using domain::RatingError;
using domain::RatingField;
using domain::RatingProblem;

domain::RatingDraft a_draft() { return {.level = "4", .completed = "", .reasons = {}, .text = "", .key = "k-1"}; }

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

struct Refusal {
    const char* name;
    void (*spoil)(domain::RatingDraft&);
    RatingError error;
};

const Refusal refusals[] = {
    {"no level", [](auto& draft) { draft.level = ""; }, {RatingField::Level, RatingProblem::LevelMissing}},
    {"level 0", [](auto& draft) { draft.level = "0"; }, {RatingField::Level, RatingProblem::LevelUnknown}},
    {"level 6", [](auto& draft) { draft.level = "6"; }, {RatingField::Level, RatingProblem::LevelUnknown}},
    {"level with a space", [](auto& draft) { draft.level = "4 "; }, {RatingField::Level, RatingProblem::LevelUnknown}},
    {"Arabic level", [](auto& draft) { draft.level = "٤"; }, {RatingField::Level, RatingProblem::LevelUnknown}},
    {"unknown answer",
     [](auto& draft) { draft.completed = "maybe"; },
     {RatingField::Completed, RatingProblem::CompletedUnknown}},
    {"unknown reason",
     [](auto& draft) { draft.reasons = {"waiting", "judge"}; },
     {RatingField::Reasons, RatingProblem::ReasonUnknown}},
    {"a reason twice",
     [](auto& draft) { draft.reasons = {"waiting", "cost", "waiting"}; },
     {RatingField::Reasons, RatingProblem::ReasonTwice}},
    {"long text", [](auto& draft) { draft.text = repeat("ⵣ", 1201); }, {RatingField::Text, RatingProblem::TextTooLong}},
    {"broken text", [](auto& draft) { draft.text = "caf\xE9"; }, {RatingField::Text, RatingProblem::TextBroken}},
    {"no key", [](auto& draft) { draft.key = ""; }, {RatingField::Key, RatingProblem::KeyMissing}},
    {"a key with a line end", [](auto& draft) { draft.key = "a\r\nb"; }, {RatingField::Key, RatingProblem::KeyMissing}},
    {"a long key", [](auto& draft) { draft.key = repeat("k", 129); }, {RatingField::Key, RatingProblem::KeyMissing}},
};

}  // namespace

TEST_SUITE("shared/domain/rating") {
    TEST_CASE("a complete draft becomes a rating with its reasons in the order of the enum") {
        const auto checked = domain::check_rating({.level = "2",
                                                   .completed = "partly",
                                                   .reasons = {"cost", "waiting"},
                                                   .text = "Trop long.\r\nMerci.",
                                                   .key = "k-1"});
        CHECK(checked.errors.empty());
        CHECK(checked.rating == domain::Rating{.level = 2,
                                               .completed = domain::Completed::Partly,
                                               .reasons = {domain::Reason::Waiting, domain::Reason::Cost},
                                               .text = "Trop long.\nMerci."});
    }

    TEST_CASE("each broken rule gives its one error at its field") {
        for (const auto& refusal : refusals) {
            CAPTURE(refusal.name);
            auto draft = a_draft();
            refusal.spoil(draft);
            CHECK(domain::check_rating(draft).errors == std::vector{refusal.error});
        }
    }

    TEST_CASE("all errors come at once, in the order of the form") {
        const auto checked =
            domain::check_rating({.level = "9", .completed = "x", .reasons = {"x"}, .text = "\xFF", .key = ""});
        REQUIRE(checked.errors.size() == 5);
        for (std::size_t i = 0; i < checked.errors.size(); ++i)
            CHECK(checked.errors[i].field == static_cast<RatingField>(i));
    }

    TEST_CASE("the limit counts code points after cleaning, not bytes") {
        auto draft = a_draft();
        draft.text = repeat("😀", 1199) + "\r\n" + repeat("\u202E", 50);
        CHECK(domain::check_rating(draft).errors.empty());
        draft.text += "a";
        CHECK(domain::check_rating(draft).errors.size() == 1);
    }

    TEST_CASE("every name leads back to its value") {
        for (const auto completed : domain::completed_answers)
            CHECK(domain::parse_completed(domain::name_of(completed)) == completed);
        for (const auto reason : domain::reasons) CHECK(domain::parse_reason(domain::name_of(reason)) == reason);
        for (int i = 0; i <= static_cast<int>(RatingField::Form); ++i)
            CHECK(domain::parse_rating_field(domain::name_of(static_cast<RatingField>(i))) ==
                  static_cast<RatingField>(i));
        for (int i = 0; i <= static_cast<int>(RatingProblem::Offline); ++i) {
            const auto problem = static_cast<RatingProblem>(i);
            CHECK(domain::parse_rating_problem(domain::name_of(problem)) == problem);
        }
        CHECK(domain::name_of(RatingProblem::Offline) == "offline");
        CHECK_FALSE(domain::parse_reason("Waiting"));
    }

    TEST_CASE("code points are counted, and broken text has no count") {
        CHECK(domain::count_code_points("") == 0);
        CHECK(domain::count_code_points("aⵣع😀") == 4);
        CHECK_FALSE(domain::count_code_points("a\xED\xA0\x80"));
    }

    TEST_CASE("cleaning removes what deceives and nothing else") {
        struct Case {
            const char* name;
            std::string_view text;
            std::string_view cleaned;
        };
        using namespace std::string_view_literals;
        const Case cases[] = {
            {"line ends", "a\r\nb\rc\n\td", "a\nb\nc\n\td"},
            {"C0", "a\0b\x07\x1B[31m"sv, "ab[31m"},
            {"DEL and C1",
             "a\x7F"
             "b\u0080\u009Fc",
             "abc"},
            {"overrides and embeddings", "a\u202Ab\u202Bc\u202Cd\u202De\u202Ef", "abcdef"},
            {"isolates", "\u2066a\u2067b\u2068c\u2069\u2069d", "abcd"},
            {"joiners and marks", "می\u200Cخواهم \u200D\u200E\u200F\u061C", "می\u200Cخواهم \u200D\u200E\u200F\u061C"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(domain::clean_text(c.text) == c.cleaned);
        }
    }

    TEST_CASE("what was typed is cleaned of broken UTF-8, too") {
        CHECK(domain::clean_typed("a\xFF\u202E\xE2\x80z\x07") == "a\uFFFD\uFFFDz");
    }

    TEST_CASE("cleaning twice changes nothing more") {
        for (const std::string_view text : {"\u2066\u2069\n\u2069", "\r\r\n\n", "\u202E\u2067\r\u2069"}) {
            const auto once = domain::clean_text(text);
            CHECK(domain::clean_text(once) == once);
        }
    }
}
