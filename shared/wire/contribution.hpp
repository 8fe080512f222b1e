// What people say to the courts, as programs get it and send it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/language.hpp"
#include "shared/domain/contribution.hpp"
#include "shared/domain/contribution_draft.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

struct ContributionEntry {  // One step.
    domain::ContributionStep step = domain::ContributionStep::Hold;
    std::string by;  // "rules", "author", or the role of who took it.
    base::Date on;
    std::string words;
    std::optional<domain::DeclineReason> reason{};
    std::optional<domain::CourtAnswer> answer{};
    bool operator==(const ContributionEntry&) const = default;
};

struct Verdict {  // Of the author, about the answer.
    bool helped = false;
    std::string words;  // Empty where who asks may not read them.
    base::Date on;
    bool operator==(const Verdict&) const = default;
};

struct Contribution {
    std::string number;               // Public; of its district.
    std::optional<std::string> code;  // Its receipt, for who has it.
    std::string district;
    std::string service;  // Empty: of the district as a whole.
    domain::ContributionKind kind = domain::ContributionKind::Comment;
    domain::ContributionState state = domain::ContributionState::Received;
    std::string text;
    base::Language language = base::Language::Ar;
    base::Date received_on;
    base::Date acknowledge_by;
    base::Date answer_by;
    std::optional<base::Date> acknowledged_on{};
    std::optional<base::Date> answered_on{};
    std::optional<domain::CourtAnswer> answer{};
    std::optional<Verdict> verdict{};
    bool is_public = false;
    std::optional<std::string> secret{};                              // Of who has just sent it.
    std::optional<std::vector<std::string>> concerns{};               // At the desk.
    std::optional<std::vector<domain::ContributionStep>> possible{};  // What who asks may do.
    std::optional<std::vector<ContributionEntry>> steps{};            // Not in lists.
    std::optional<domain::DeclineReason> redacted_for{};
    std::optional<std::string> assigned_to{};  // At the desk: who takes care of it.
    std::optional<base::Date> corrected_on{};
    std::optional<std::vector<std::string>> noted{};  // At the desk.
    bool operator==(const Contribution&) const = default;
};
std::string encode(const Contribution& contribution);
std::string encode(const List<Contribution>& contributions);

struct NewContribution {
    std::string kind;
    std::string service;
    std::string text;
};
Decoded<NewContribution> decode_new_contribution(std::string_view json);

struct ContributionMove {
    domain::ContributionStep step = domain::ContributionStep::Withdraw;
    std::string words;
    std::optional<domain::DeclineReason> reason{};
    std::optional<domain::CourtAnswer> answer{};
    std::string secret;  // Of its author.
    std::string text;    // Of Redact.
};
Decoded<ContributionMove> decode_contribution_move(std::string_view json);

struct AssignmentAsked {
    std::string to;                    // A name of this desk; empty: nobody.
    std::optional<std::string> had{};  // Who had it, as who asks saw it; empty: nobody.
};
Decoded<AssignmentAsked> decode_assignment_asked(std::string_view json);

struct VerdictSaid {
    std::string verdict;  // As it was sent: "helped" or "not-helped".
    std::string words;
    std::string secret;
};
Decoded<VerdictSaid> decode_verdict_said(std::string_view json);

}  // namespace wire
