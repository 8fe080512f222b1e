// What the author of a contribution says of the answer: whether it helped, once for each answer. A mark beside the
// answer, no state: it gives the court nothing to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.hpp"
#include "shared/domain/contribution.hpp"

namespace domain {

inline constexpr std::size_t verdict_words_limit = 500;  // Unicode code points.

struct AuthorVerdict {
    bool helped = false;
    std::string words;       // Masked; may be empty.
    bool is_public = false;  // Its words: the rules have nothing against them. Else the court alone reads them.
    base::Date on;
    bool operator==(const AuthorVerdict&) const = default;
};

std::string_view name_of_verdict(bool helped);  // "helped", "not-helped"
std::optional<bool> parse_verdict(std::string_view name);

enum class VerdictProblem : std::uint8_t { NotAnswered, AlreadyDone, ChoiceMissing, WordsLong };
inline constexpr std::size_t verdict_problem_count = static_cast<std::size_t>(VerdictProblem::WordsLong) + 1;
std::string_view name_of(VerdictProblem problem);  // "not-answered"

// Whether there is an answer that its author can say something of: the court has given an outcome, and nobody contests
// it any more.
bool can_be_judged(ContributionState state);
// What stands against it; `choice` as it was sent.
std::optional<VerdictProblem> verdict_problem(ContributionState state, bool was_judged, std::string_view choice,
                                              std::string_view words);

}  // namespace domain
