#include "shared/domain/voice_assignment.hpp"

#include <doctest/doctest.h>

using domain::assignment_problem;
using domain::AssignmentProblem;
using domain::ContributionState;
using domain::Role;

namespace {

// 1 asks for it of what is published.
domain::AssignmentAsked asked(Role by, std::int64_t has, std::int64_t to) {
    return {.by = 1,
            .by_role = by,
            .has = has,
            .to = to,
            .to_role = to == 0 ? std::nullopt : std::optional(Role::Editor),
            .state = ContributionState::Published};
}

}  // namespace

TEST_SUITE("shared/domain/voice_assignment") {
    TEST_CASE("who answers or moderates takes what nobody has, and gives back their own alone") {
        for (const auto role : {Role::Editor, Role::Reviewer, Role::Moderator}) {
            CHECK_FALSE(assignment_problem(asked(role, 0, 1)));
            CHECK_FALSE(assignment_problem(asked(role, 1, 1)));
            CHECK_FALSE(assignment_problem(asked(role, 1, 0)));
            CHECK(assignment_problem(asked(role, 2, 1)) == AssignmentProblem::Taken);
            CHECK(assignment_problem(asked(role, 2, 0)) == AssignmentProblem::NotAllowed);
            CHECK(assignment_problem(asked(role, 0, 2)) == AssignmentProblem::NotAllowed);
        }
    }

    TEST_CASE("the head and the administrator give it to whoever works on it, whoever had it") {
        for (const auto role : {Role::CourtHead, Role::Administrator}) {
            CHECK_FALSE(assignment_problem(asked(role, 0, 2)));
            CHECK_FALSE(assignment_problem(asked(role, 3, 2)));
            CHECK_FALSE(assignment_problem(asked(role, 3, 0)));
            auto other = asked(role, 0, 2);
            other.to_role.reset();
            CHECK(assignment_problem(other) == AssignmentProblem::NotOfDesk);
            other.to_role = Role::Partner;
            CHECK(assignment_problem(other) == AssignmentProblem::NotOfDesk);
        }
    }

    TEST_CASE("who only reads takes nothing, and nothing that is closed is taken any more") {
        for (const auto role : {Role::Citizen, Role::Partner, Role::Ministry})
            CHECK(assignment_problem(asked(role, 0, 1)) == AssignmentProblem::NotAllowed);
        for (const auto state : {ContributionState::Answered, ContributionState::Decided, ContributionState::Withdrawn,
                                 ContributionState::DeclinedForGood}) {
            auto closed = asked(Role::CourtHead, 0, 2);
            closed.state = state;
            CHECK(assignment_problem(closed) == AssignmentProblem::Closed);
            closed.to = 0;
            CHECK_FALSE(assignment_problem(closed));
            // What its author contested of a redaction is still to be judged.
            closed.to = 2;
            for (const auto redaction : {domain::Redaction::Standing, domain::Redaction::Kept}) {
                closed.redaction = redaction;
                CHECK(assignment_problem(closed) == AssignmentProblem::Closed);
            }
            closed.redaction = domain::Redaction::Contested;
            CHECK_FALSE(assignment_problem(closed));
        }
    }
}
