// Passages of what somebody said that a moderator replaced by "[…]": nothing else of it may be changed.
#pragma once

#include <optional>
#include <string_view>

#include "shared/domain/contribution.hpp"

namespace domain {

// What stands for a passage, of whatever length it was.
inline constexpr std::string_view passage_sign = "[…]";
// How many days the text as it was is kept for the head of the court; then it is removed.
inline constexpr int sealed_for_days = 365;

// Nothing where `redacted` is `text` with one passage or more replaced by the sign, and something of it is left. A
// number that was masked before stays masked.
std::optional<ContributionProblem> redaction_problem(std::string_view text, std::string_view redacted);

}  // namespace domain
