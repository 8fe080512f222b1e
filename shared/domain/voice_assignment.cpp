#include "shared/domain/voice_assignment.hpp"

#include <array>

#include "shared/domain/answer_clock.hpp"
#include "shared/domain/rights.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, assignment_problem_count> problem_names{"not-allowed", "not-of-desk", "taken",
                                                                               "closed"};

}  // namespace

std::string_view name_of(AssignmentProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }

bool can_be_taken_on(ContributionState state, Redaction redaction) {
    return waits_for(state) != Waits::Nobody || redaction == Redaction::Contested;
}

bool works_on_voice(Role role) {
    return reach_of(role, Right::Moderate) != Reach::Nowhere || reach_of(role, Right::AnswerVoice) != Reach::Nowhere;
}

std::optional<AssignmentProblem> assignment_problem(const AssignmentAsked& asked) {
    using enum AssignmentProblem;
    if (!works_on_voice(asked.by_role)) return NotAllowed;
    const bool leads = reach_of(asked.by_role, Right::AssignVoice) != Reach::Nowhere;
    if (asked.to == 0) {
        if (leads || asked.has == 0 || asked.has == asked.by) return std::nullopt;
        return NotAllowed;
    }
    if (!leads && asked.to != asked.by) return NotAllowed;
    if (!asked.to_role || !works_on_voice(*asked.to_role)) return NotOfDesk;
    if (!can_be_taken_on(asked.state, asked.redaction)) return Closed;
    if (!leads && asked.has != 0 && asked.has != asked.by) return Taken;
    return std::nullopt;
}

}  // namespace domain
