// What somebody types to say something to a court, and the rules of its fields.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/contribution.hpp"

namespace domain {

inline constexpr std::size_t contribution_text_limit = 2'000;  // Unicode code points.

// As it was typed, right or wrong.
struct ContributionDraft {
    std::string kind;     // A name of ContributionKind, but no rating: those stand on the sheets.
    std::string service;  // A slug; empty: of the district as a whole.
    std::string text;
    std::string key;  // Idempotency key.
    bool operator==(const ContributionDraft&) const = default;
};

enum class ContributionField : std::uint8_t { Kind, Service, Text, Key, Form };
enum class DraftProblem : std::uint8_t {
    KindMissing,
    ServiceUnknown,  // Not of this district.
    ServiceMissing,  // "Another paper": of which service?
    TextMissing,
    TextTooLong,
    TextBroken,
    KeyMissing,
    KeyConflict,
    TooMany,  // From one network.
    Malformed,
    Unavailable,
};
inline constexpr std::size_t draft_problem_count = static_cast<std::size_t>(DraftProblem::Unavailable) + 1;
std::string_view name_of(ContributionField field);  // "text"
std::string_view name_of(DraftProblem problem);     // "text-missing"

struct DraftError {
    ContributionField field = ContributionField::Form;
    DraftProblem problem = DraftProblem::Malformed;
    bool operator==(const DraftError&) const = default;
};

// The kinds that a draft may be of.
inline constexpr std::array draft_kinds{ContributionKind::Suggestion, ContributionKind::Comment,
                                        ContributionKind::Question, ContributionKind::ErrorReport,
                                        ContributionKind::OtherPaper};

struct CheckedContribution {
    ContributionKind kind = ContributionKind::Comment;
    std::string service;
    std::string text;                // Clean: `clean_text`, without white space at its ends.
    std::vector<DraftError> errors;  // The rest is usable when this is empty. In the order of the form.
};
CheckedContribution check_contribution(const ContributionDraft& draft);

}  // namespace domain
