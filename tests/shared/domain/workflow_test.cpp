#include "shared/domain/workflow.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace domain;

namespace {

constexpr base::Instant now{1'000'000};
constexpr base::Instant later{2'000'000};

// The rows of the hand-kept list: name -> one sign for each step.
std::map<std::string, std::string> read_rows() {
    std::ifstream file(RIHAB_SOURCE_DIR "/tests/shared/domain/workflow.txt");
    std::map<std::string, std::string> rows;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string name, sign, signs;
        words >> name;
        if (name.empty() || name.starts_with('#')) continue;
        while (words >> sign) signs += sign;
        rows[name] = signs;
    }
    return rows;
}

std::optional<ItemState> state_of(char sign, ItemKind kind) {
    constexpr std::string_view signs = "DRLSPEA";
    if (sign == 'n') return kind == ItemKind::Notice ? std::optional(ItemState::Published) : std::nullopt;
    const auto place = signs.find(sign);
    return place == std::string_view::npos ? std::nullopt : std::optional(static_cast<ItemState>(place));
}

StepRequest a_whole_request(ItemStep step) {
    return {.step = step,
            .at = needs_moment(step) ? std::optional(later) : std::nullopt,
            .until = {},
            .reason = needs_reason(step) ? "Because." : ""};
}

}  // namespace

TEST_SUITE("shared/domain/workflow") {
    TEST_CASE("every state and step leads where the hand-kept list says, for every kind") {
        const auto rows = read_rows();
        for (const auto state : item_states)
            for (const auto step : item_steps)
                for (const auto kind : item_kinds) {
                    CAPTURE(name_of(state));
                    CAPTURE(name_of(step));
                    CAPTURE(name_of(kind));
                    const auto& row = rows.at(std::string(name_of(state)));
                    REQUIRE(row.size() == item_steps.size());
                    CHECK(next_state(state, step, kind) == state_of(row[static_cast<std::size_t>(step)], kind));
                }
    }

    TEST_CASE("every state, step and role is judged as the hand-kept list says, in both districts, by author or not") {
        const auto rows = read_rows();
        std::size_t cells = 0;
        for (const auto state : item_states)
            for (const auto step : item_steps)
                for (const auto role : roles)
                    for (const auto kind : {ItemKind::Article, ItemKind::Notice})
                        for (const bool is_own_district : {true, false})
                            for (const bool wrote_newest : {true, false}) {
                                CAPTURE(name_of(state));
                                CAPTURE(name_of(step));
                                CAPTURE(name_of(role));
                                CAPTURE(is_own_district);
                                CAPTURE(wrote_newest);
                                const auto index = static_cast<std::size_t>(step);
                                const auto to = state_of(rows.at(std::string(name_of(state)))[index], kind);
                                const auto sign = rows.at(std::string(name_of(role)))[index];
                                const bool may = sign == '+' || (sign == 'o' && !wrote_newest);
                                const auto verdict = judge_step(state, kind, is_own_district ? "rabat" : "tanger",
                                                                {role, has_district(role) ? "rabat" : "", wrote_newest},
                                                                a_whole_request(step), now);
                                CHECK(verdict.has_value() == (to && may && is_own_district));
                                if (verdict) CHECK(*verdict == *to);
                                if (!verdict && (sign == '-' || !is_own_district))
                                    CHECK(verdict.error() == StepProblem::NotAllowed);
                                ++cells;
                            }
        MESSAGE(cells, " cells");
    }

    TEST_CASE("a step that lacks its reason or its moment is refused with what it lacks") {
        const Actor head{Role::CourtHead, "rabat", false};
        const auto judge = [&](ItemState from, StepRequest request) {
            return judge_step(from, ItemKind::Article, "rabat", head, request, now);
        };
        CHECK(judge(ItemState::Review, {.step = ItemStep::Return}).error() == StepProblem::ReasonMissing);
        const std::string long_reason(reason_limit + 1, 'x');
        CHECK(judge(ItemState::Review, {.step = ItemStep::Return, .at = {}, .until = {}, .reason = long_reason})
                  .error() == StepProblem::ReasonLong);
        CHECK(judge(ItemState::LegalCheck, {.step = ItemStep::Schedule}).error() == StepProblem::MomentMissing);
        CHECK(judge(ItemState::LegalCheck, {.step = ItemStep::Schedule, .at = now}).error() == StepProblem::MomentPast);
        CHECK(judge(ItemState::LegalCheck, {.step = ItemStep::Schedule, .at = later, .until = later}).error() ==
              StepProblem::UntilPast);
        CHECK(judge(ItemState::LegalCheck, {.step = ItemStep::Publish, .at = {}, .until = now}).error() ==
              StepProblem::UntilPast);
        CHECK(judge(ItemState::LegalCheck, {.step = ItemStep::Publish, .at = {}, .until = later}) ==
              ItemState::Published);
    }

    TEST_CASE("only what the public does not wait for can be saved") {
        for (const auto state : item_states)
            CHECK(can_save(state) ==
                  (state == ItemState::Draft || state == ItemState::Published || state == ItemState::Expired));
    }

    TEST_CASE("names are read as they are written") {
        for (const auto state : item_states) CHECK(parse_item_state(name_of(state)) == state);
        for (const auto step : item_steps) CHECK(parse_item_step(name_of(step)) == step);
        for (const auto kind : item_kinds) CHECK(parse_item_kind(name_of(kind)) == kind);
        CHECK_FALSE(parse_item_state("gone"));
    }
}
