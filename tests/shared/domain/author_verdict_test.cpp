#include "shared/domain/author_verdict.hpp"

#include <doctest/doctest.h>

using domain::ContributionState;
using domain::VerdictProblem;

TEST_SUITE("shared/domain/author_verdict") {
    TEST_CASE("an author judges an answer that was given, once, and says which way") {
        for (std::size_t i = 0; i < domain::contribution_state_count; ++i) {
            const auto state = static_cast<ContributionState>(i);
            CAPTURE(domain::name_of(state));
            const bool is_answered = state == ContributionState::Answered || state == ContributionState::Decided;
            const auto problem = domain::verdict_problem(state, false, "helped", "");
            CHECK(problem == (is_answered ? std::nullopt : std::optional(VerdictProblem::NotAnswered)));
        }
        CHECK(domain::verdict_problem(ContributionState::Answered, true, "helped", "") == VerdictProblem::AlreadyDone);
        CHECK(domain::verdict_problem(ContributionState::Answered, false, "perhaps", "") ==
              VerdictProblem::ChoiceMissing);
        CHECK_FALSE(domain::verdict_problem(ContributionState::Answered, false, "not-helped", std::string(500, 'a')));
        CHECK(domain::verdict_problem(ContributionState::Answered, false, "helped", std::string(501, 'a')) ==
              VerdictProblem::WordsLong);
    }

    TEST_CASE("what is sent is what is shown") {
        for (const bool helped : {true, false}) CHECK(domain::parse_verdict(domain::name_of_verdict(helped)) == helped);
        CHECK_FALSE(domain::parse_verdict(""));
    }
}
