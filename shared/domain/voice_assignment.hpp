// Who of a desk takes on what somebody said to its courts.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/domain/account.hpp"
#include "shared/domain/contribution.hpp"

namespace domain {

enum class AssignmentProblem : std::uint8_t {
    NotAllowed,  // Who asks may give nothing to others.
    NotOfDesk,   // Nobody of that name answers or moderates in the district.
    Taken,       // Somebody else has it.
    Closed,      // Nothing is left to do.
};
inline constexpr std::size_t assignment_problem_count = static_cast<std::size_t>(AssignmentProblem::Closed) + 1;
std::string_view name_of(AssignmentProblem problem);  // "not-of-desk"

// Whether something is left to do about it: a redaction that its author contested is, in whatever state.
bool can_be_taken_on(ContributionState state, Redaction redaction);

// Who answers or moderates.
bool works_on_voice(Role role);

// Within one district; accounts by their numbers, 0: nobody.
struct AssignmentAsked {
    std::int64_t by = 0;
    Role by_role = Role::Citizen;
    std::int64_t has = 0;           // Who has it now,
    std::int64_t to = 0;            // who shall have it,
    std::optional<Role> to_role{};  // with which role; nothing: not of this desk.
    ContributionState state = ContributionState::Received;
    Redaction redaction = Redaction::None;
};
// Everybody who works on it takes what nobody has and gives back their own; who may assign gives it to whom they like.
std::optional<AssignmentProblem> assignment_problem(const AssignmentAsked& asked);

}  // namespace domain
