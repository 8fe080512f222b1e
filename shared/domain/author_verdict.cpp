#include "shared/domain/author_verdict.hpp"

#include <array>

#include "shared/domain/text.hpp"

namespace domain {
namespace {

constexpr std::string_view helped_name = "helped", not_helped_name = "not-helped";
constexpr std::array<std::string_view, verdict_problem_count> problem_names{"not-answered", "already-done",
                                                                            "choice-missing", "words-long"};

}  // namespace

std::string_view name_of_verdict(bool helped) { return helped ? helped_name : not_helped_name; }

std::optional<bool> parse_verdict(std::string_view name) {
    if (name == helped_name) return true;
    if (name == not_helped_name) return false;
    return std::nullopt;
}

std::string_view name_of(VerdictProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }

bool can_be_judged(ContributionState state) {
    return state == ContributionState::Answered || state == ContributionState::Decided;
}

std::optional<VerdictProblem> verdict_problem(ContributionState state, bool was_judged, std::string_view choice,
                                              std::string_view words) {
    if (!can_be_judged(state)) return VerdictProblem::NotAnswered;
    if (was_judged) return VerdictProblem::AlreadyDone;
    if (!parse_verdict(choice)) return VerdictProblem::ChoiceMissing;
    if (count_code_points(words).value_or(verdict_words_limit + 1) > verdict_words_limit)
        return VerdictProblem::WordsLong;
    return std::nullopt;
}

}  // namespace domain
