#include "client/state/drafts.hpp"

#include <doctest/doctest.h>

using domain::RatingDraft;

namespace {

platform::FieldState choice(std::string name, std::string value, bool checked) {
    return {.node = 1, .name = std::move(name), .value = std::move(value), .is_choice = true, .checked = checked};
}

}  // namespace

TEST_SUITE("client/state/drafts") {
    TEST_CASE("a draft follows its fields: one level, several reasons, the text as it is") {
        RatingDraft draft{.key = "k"};
        state::take(draft, choice("level", "2", true));
        state::take(draft, choice("level", "5", true));
        state::take(draft, choice("level", "2", false));
        state::take(draft, choice("reason", "cost", true));
        state::take(draft, choice("reason", "waiting", true));
        state::take(draft, choice("reason", "cost", false));
        state::take(draft, {.name = "text", .value = " as typed \n"});
        state::take(draft, {.name = "theme", .value = "dark"});
        CHECK(draft ==
              RatingDraft{.level = "5", .completed = "", .reasons = {"waiting"}, .text = " as typed \n", .key = "k"});
        state::take(draft, choice("level", "5", false));
        CHECK(draft.level.empty());
    }

    TEST_CASE("drafts that are not blank survive being stored") {
        std::map<std::string, state::Form> forms;
        forms["/a"].draft = {.level = "4", .text = "سطر\n\tline \"two\"", .key = "k"};
        forms["/b"].draft = {.key = "only a key"};
        const auto read = state::decode_drafts(state::encode_drafts(forms));
        REQUIRE(read.size() == 1);
        CHECK(read.at("/a").draft == forms["/a"].draft);
    }

    TEST_CASE("a memory that somebody has damaged is dropped line by line") {
        CHECK(state::decode_drafts("").empty());
        CHECK(state::decode_drafts("no tab\n\t\n/a\t{not json}\n/b\t{}\n\n").empty());
    }
}
