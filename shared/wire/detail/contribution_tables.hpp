// The field tables of contributions.
#pragma once

#include "shared/wire/contribution.hpp"
#include "shared/wire/detail/values.hpp"

namespace wire::detail {

template <>
struct Names<domain::ContributionKind> {
    static constexpr auto& all = domain::contribution_kinds;
    static std::string_view of(domain::ContributionKind value) { return domain::name_of(value); }
};
template <>
struct Names<domain::ContributionState> {
    static constexpr auto all = every_value_to<domain::ContributionState::Withdrawn>();
    static std::string_view of(domain::ContributionState value) { return domain::name_of(value); }
};
template <>
struct Names<domain::ContributionStep> {
    static constexpr auto all = every_value_to<domain::ContributionStep::AddNote>();
    static std::string_view of(domain::ContributionStep value) { return domain::name_of(value); }
};
template <>
struct Names<domain::Outcome> {
    static constexpr auto& all = domain::outcomes;
    static std::string_view of(domain::Outcome value) { return domain::name_of(value); }
};

template <>
struct Names<domain::DeclineReason> {
    static constexpr auto& all = domain::decline_reasons;
    static std::string_view of(domain::DeclineReason value) { return domain::name_of(value); }
};

template <>
struct Fields<domain::CourtAnswer> {
    using T = domain::CourtAnswer;
    static constexpr std::string_view schema_name = "CourtAnswer";
    static constexpr std::tuple table{
        field<T>("outcome", &T::outcome, "What comes of it."),
        field<T>("words", &T::words, "To the author.", Presence::Optional),
        field<T>("proof", &T::proof, "Of done: where it can be seen.", Presence::Optional),
        field<T>("by", &T::by, "Of will-do: the day.", Presence::Optional),
        field<T>("legalBasis", &T::legal_basis, "Of refused.", Presence::Optional),
        field<T>("body", &T::body, "Of referred: to whom.", Presence::Optional),
        field<T>("mergedInto", &T::merged_into, "Of merged: the receipt that goes on; told to the desk alone.",
                 Presence::Optional),
    };
};

template <>
struct Fields<ContributionEntry> {
    using T = ContributionEntry;
    static constexpr std::string_view schema_name = "ContributionEntry";
    static constexpr std::tuple table{
        field<T>("step", &T::step, "What was done."),
        field<T>("by", &T::by, "rules, author, or a role."),
        field<T>("on", &T::on, "The day in Morocco."),
        field<T>("words", &T::words, "Of who took it."),
        field<T>("reason", &T::reason, "Why it is not published, or not all of it.", Presence::Optional),
        field<T>("answer", &T::answer, "Where it gave one.", Presence::Optional),
    };
};

template <>
struct Fields<Verdict> {
    using T = Verdict;
    static constexpr std::string_view schema_name = "Verdict";
    static constexpr std::tuple table{
        field<T>("helped", &T::helped, "Whether the answer helped."),
        field<T>("words", &T::words, "Empty where there are none, or who asks may not read them."),
        field<T>("on", &T::on, "The day in Morocco."),
    };
};

template <>
struct Fields<VerdictSaid> {
    using T = VerdictSaid;
    static constexpr std::string_view schema_name = "VerdictSaid";
    static constexpr std::tuple table{
        field<T>("verdict", &T::verdict, "helped or not-helped."),
        field<T>("words", &T::words, "At most 500 characters.", Presence::Optional),
        field<T>("secret", &T::secret, "The author's secret number."),
    };
};

template <>
struct Fields<AssignmentAsked> {
    using T = AssignmentAsked;
    static constexpr std::string_view schema_name = "AssignmentAsked";
    static constexpr std::tuple table{
        field<T>("to", &T::to, "A name of this desk; empty: nobody."),
        field<T>("had", &T::had, "Who had it when you looked; empty: nobody. Refused where that has changed.",
                 Presence::Optional),
    };
};

template <>
struct Fields<Contribution> {
    using T = Contribution;
    static constexpr std::string_view schema_name = "Contribution";
    static constexpr std::tuple table{
        field<T>("number", &T::number, "Public, unlike its receipt."),
        field<T>("code", &T::code, "Its receipt, for who has it.", Presence::Optional),
        field<T>("district", &T::district, "Whose courts are asked."),
        field<T>("service", &T::service, "Empty: of the district as a whole."),
        field<T>("kind", &T::kind, "What it is."),
        field<T>("state", &T::state, "How far it is."),
        field<T>("text", &T::text, "Without numbers that tell who somebody is; empty where it was withdrawn."),
        field<T>("language", &T::language, "Of the page that it was sent from."),
        field<T>("receivedOn", &T::received_on, "The day in Morocco."),
        field<T>("acknowledgeBy", &T::acknowledge_by, "By then the court must have read it."),
        field<T>("answerBy", &T::answer_by, "By then it must have answered."),
        field<T>("acknowledgedOn", &T::acknowledged_on, "When it had.", Presence::Optional),
        field<T>("answeredOn", &T::answered_on, "When it did.", Presence::Optional),
        field<T>("answer", &T::answer, "The last that was given.", Presence::Optional),
        field<T>("verdict", &T::verdict, "What its author says of that answer.", Presence::Optional),
        field<T>("public", &T::is_public, "Whether everybody may read it."),
        field<T>("secret", &T::secret, "Of who has just sent it.", Presence::Optional),
        field<T>("concerns", &T::concerns, "Why a moderator reads it; at the desk alone.", Presence::Optional),
        field<T>("possible", &T::possible, "Steps that who asks may take.", Presence::Optional),
        field<T>("steps", &T::steps, "First to last; not in lists.", Presence::Optional),
        field<T>("redactedFor", &T::redacted_for, "Why a moderator replaced passages of it by […].",
                 Presence::Optional),
        field<T>("assignedTo", &T::assigned_to, "Who takes care of it; at the desk alone.", Presence::Optional),
        field<T>("correctedOn", &T::corrected_on, "The last day on which its author corrected it.", Presence::Optional),
        field<T>("noted", &T::noted, "What was seen and holds nothing in this portal; at the desk alone.",
                 Presence::Optional),
    };
};

template <>
struct Fields<NewContribution> {
    using T = NewContribution;
    static constexpr std::string_view schema_name = "NewContribution";
    static constexpr std::tuple table{
        field<T>("kind", &T::kind, "suggestion, comment, question, error-report or other-paper."),
        field<T>("service", &T::service, "A service of the district.", Presence::Optional),
        field<T>("text", &T::text, "In the person's own words, at most 2000 characters."),
    };
};

template <>
struct Fields<ContributionMove> {
    using T = ContributionMove;
    static constexpr std::string_view schema_name = "ContributionMove";
    static constexpr std::tuple table{
        field<T>("step", &T::step, "What is to be done."),
        field<T>("words", &T::words, "Of who does it.", Presence::Optional),
        field<T>("reason", &T::reason, "Of decline and redact, which need one.", Presence::Optional),
        field<T>("answer", &T::answer, "Where the step gives one.", Presence::Optional),
        field<T>("secret", &T::secret, "The author's secret number.", Presence::Optional),
        field<T>("text", &T::text,
                 "Of redact: the text with […] in place of passages, and nothing else changed; of correct: the text.",
                 Presence::Optional),
    };
};

}  // namespace wire::detail
