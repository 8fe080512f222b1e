#include "shared/domain/contribution.hpp"

#include <algorithm>

#include "shared/domain/contribution_draft.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/receipt_code.hpp"
#include "shared/domain/redaction.hpp"
#include "shared/domain/text.hpp"

namespace domain {
namespace {

using enum ContributionState;
using enum Hand;
using Step = ContributionStep;
using Problem = ContributionProblem;

constexpr std::array<std::string_view, contribution_kinds.size()> kind_names{"rating",       "comment",  "suggestion",
                                                                             "error-report", "question", "other-paper"};
constexpr std::array<std::string_view, contribution_state_count> state_names{
    "received",          "held",         "published",         "private",         "declined", "appealed",
    "declined-for-good", "acknowledged", "needs-information", "refusal-drafted", "answered", "contested",
    "decided",           "withdrawn"};
constexpr std::array<std::string_view, contribution_step_count> step_names{
    "hold",   "publish",  "refer",  "decline",           "appeal",         "uphold",         "overturn", "acknowledge",
    "ask",    "supply",   "answer", "draft-refusal",     "agree",          "disagree",       "contest",  "decide",
    "fulfil", "withdraw", "redact", "contest-redaction", "keep-redaction", "lift-redaction", "correct",  "add-note"};
constexpr std::array<std::string_view, outcomes.size()> outcome_names{"done",     "will-do", "refused",
                                                                      "referred", "merged",  "needs-information"};
constexpr std::array<std::string_view, contribution_problem_count> problem_names{
    "wrong-state",         "not-allowed",  "own-judgement",  "already-done", "answer-missing",
    "words-missing",       "words-long",   "proof-missing",  "date-missing", "date-past",
    "legal-basis-missing", "body-missing", "merged-missing", "line-long",    "passage-missing",
    "text-altered",        "nothing-left", "unchanged",      "notes-full",   "corrections-full"};

constexpr std::array<std::string_view, redactions.size()> redaction_names{"none", "standing", "contested", "kept"};
constexpr std::array<std::string_view, decline_reasons.size()> reason_names{
    "insult", "threat", "hate", "personal-data", "names-a-person", "advertising", "off-topic", "unreadable"};

// The table: step, from, to, whose.
constexpr std::array table{
    ContributionTransition{Step::Hold, Received, Held, Rules},
    ContributionTransition{Step::Publish, Received, Published, Rules},
    ContributionTransition{Step::Refer, Received, Private, Rules},
    ContributionTransition{Step::Publish, Held, Published, Moderator},
    ContributionTransition{Step::Refer, Held, Private, Moderator},
    ContributionTransition{Step::Decline, Held, Declined, Moderator},
    ContributionTransition{Step::Appeal, Declined, Appealed, AuthorOnce},
    ContributionTransition{Step::Uphold, Appealed, DeclinedForGood, OtherModerator},
    ContributionTransition{Step::Overturn, Appealed, Published, OtherModerator},
    ContributionTransition{Step::Acknowledge, Published, Acknowledged, Court},
    ContributionTransition{Step::Acknowledge, Private, Acknowledged, Court},
    ContributionTransition{Step::Ask, Acknowledged, NeedsInformation, Court},
    ContributionTransition{Step::Supply, NeedsInformation, Acknowledged, Author},
    ContributionTransition{Step::Answer, Acknowledged, Answered, Court},
    ContributionTransition{Step::DraftRefusal, Acknowledged, RefusalDrafted, Court},
    ContributionTransition{Step::Agree, RefusalDrafted, Answered, OtherOfCourt},
    ContributionTransition{Step::Disagree, RefusalDrafted, Acknowledged, OtherOfCourt},
    ContributionTransition{Step::Contest, Answered, Contested, AuthorOnce},
    ContributionTransition{Step::Decide, Contested, Decided, OtherOfCourt},
    ContributionTransition{Step::Fulfil, Answered, Answered, Court},
    ContributionTransition{Step::Fulfil, Decided, Decided, Court},
    ContributionTransition{Step::Correct, Held, Held, AuthorOfWhole},
    ContributionTransition{Step::Correct, Published, Published, AuthorOfWhole},
    ContributionTransition{Step::Correct, Private, Private, AuthorOfWhole},
    ContributionTransition{Step::AddNote, Acknowledged, Acknowledged, Author},
    ContributionTransition{Step::AddNote, NeedsInformation, NeedsInformation, Author},
    ContributionTransition{Step::AddNote, RefusalDrafted, RefusalDrafted, Author},
    ContributionTransition{Step::AddNote, Answered, Answered, Author},
    ContributionTransition{Step::AddNote, Contested, Contested, Author},
    ContributionTransition{Step::Withdraw, Held, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, Published, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, Private, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, Declined, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, Appealed, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, Acknowledged, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, NeedsInformation, Withdrawn, Author},
    ContributionTransition{Step::Withdraw, RefusalDrafted, Withdrawn, Author},
    ContributionTransition{Step::Redact, Held, Held, Moderator},
    ContributionTransition{Step::Redact, Published, Published, Moderator},
    ContributionTransition{Step::Redact, Acknowledged, Acknowledged, Moderator},
    ContributionTransition{Step::Redact, NeedsInformation, NeedsInformation, Moderator},
    ContributionTransition{Step::Redact, RefusalDrafted, RefusalDrafted, Moderator},
    ContributionTransition{Step::Redact, Answered, Answered, Moderator},
    ContributionTransition{Step::Redact, Contested, Contested, Moderator},
    ContributionTransition{Step::Redact, Decided, Decided, Moderator},
    ContributionTransition{Step::ContestRedaction, Published, Published, AuthorOfRedacted},
    ContributionTransition{Step::ContestRedaction, Acknowledged, Acknowledged, AuthorOfRedacted},
    ContributionTransition{Step::ContestRedaction, NeedsInformation, NeedsInformation, AuthorOfRedacted},
    ContributionTransition{Step::ContestRedaction, RefusalDrafted, RefusalDrafted, AuthorOfRedacted},
    ContributionTransition{Step::ContestRedaction, Answered, Answered, AuthorOfRedacted},
    ContributionTransition{Step::ContestRedaction, Contested, Contested, AuthorOfRedacted},
    ContributionTransition{Step::ContestRedaction, Decided, Decided, AuthorOfRedacted},
    ContributionTransition{Step::KeepRedaction, Published, Published, OtherModeratorOfContested},
    ContributionTransition{Step::KeepRedaction, Acknowledged, Acknowledged, OtherModeratorOfContested},
    ContributionTransition{Step::KeepRedaction, NeedsInformation, NeedsInformation, OtherModeratorOfContested},
    ContributionTransition{Step::KeepRedaction, RefusalDrafted, RefusalDrafted, OtherModeratorOfContested},
    ContributionTransition{Step::KeepRedaction, Answered, Answered, OtherModeratorOfContested},
    ContributionTransition{Step::KeepRedaction, Contested, Contested, OtherModeratorOfContested},
    ContributionTransition{Step::KeepRedaction, Decided, Decided, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, Published, Published, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, Acknowledged, Acknowledged, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, NeedsInformation, NeedsInformation, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, RefusalDrafted, RefusalDrafted, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, Answered, Answered, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, Contested, Contested, OtherModeratorOfContested},
    ContributionTransition{Step::LiftRedaction, Decided, Decided, OtherModeratorOfContested},
    // What the rules say of a correction.
    ContributionTransition{Step::Hold, Published, Held, Rules},
    ContributionTransition{Step::Refer, Published, Private, Rules},
};

template <class Enum, std::size_t count>
std::optional<Enum> find_name(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

bool holds(Hand hand, const ContributionActor& actor) {
    switch (hand) {
        case Rules: return actor.is_rules;
        case Moderator:
        case OtherModerator:
        case OtherModeratorOfContested: return actor.is_moderator;
        case Court:
        case OtherOfCourt: return actor.is_of_court;
        case Author:
        case AuthorOnce:
        case AuthorOfRedacted:
        case AuthorOfWhole: return actor.is_author;
    }
    return false;
}

std::optional<Problem> judge_hand(const ContributionTransition& row, const ContributionActor& actor) {
    constexpr std::array others{OtherModerator, OtherOfCourt, OtherModeratorOfContested};
    if (row.hand == OtherModeratorOfContested && actor.redaction != Redaction::Contested) return Problem::WrongState;
    if (std::ranges::contains(others, row.hand) && actor.judged_last) return Problem::OwnJudgement;
    if (row.hand == AuthorOfRedacted && actor.redaction == Redaction::None) return Problem::WrongState;
    if (row.hand == AuthorOfRedacted && actor.redaction != Redaction::Standing) return Problem::AlreadyDone;
    const bool was_done = row.step == Step::Appeal ? actor.has_appealed : actor.has_contested;
    if (row.hand == AuthorOnce && was_done) return Problem::AlreadyDone;
    if (row.hand == AuthorOfWhole && actor.redaction != Redaction::None) return Problem::WrongState;
    if (row.step == Step::Correct && actor.corrections >= corrections_limit) return Problem::CorrectionsFull;
    if (row.step == Step::AddNote && actor.is_merged) return Problem::WrongState;
    if (row.step == Step::AddNote && actor.notes >= notes_limit) return Problem::NotesFull;
    return std::nullopt;
}

bool fits(std::string_view text, std::size_t limit) { return count_code_points(text).value_or(limit + 1) <= limit; }

std::optional<Problem> correction_problem(const ContributionRequest& request) {
    if (request.redacted.empty()) return Problem::WordsMissing;
    if (!fits(request.redacted, contribution_text_limit)) return Problem::WordsLong;
    return request.redacted == request.text ? std::optional(Problem::Unchanged) : std::nullopt;
}

std::optional<Problem> judge_request(const ContributionTransition& row, std::string_view own_code,
                                     const ContributionRequest& request, base::Date today) {
    // What the rules refer is explained by the portal.
    if ((needs_words(row.step) || needs_reason(row.step)) && row.hand != Rules && request.words.empty())
        return Problem::WordsMissing;
    if (!fits(request.words, answer_words_limit)) return Problem::WordsLong;
    if (row.step == Step::Redact) return redaction_problem(request.text, request.redacted);
    if (row.step == Step::Correct) return correction_problem(request);
    const auto possible = outcomes_of(row.step);
    if (possible.empty()) return std::nullopt;
    if (!request.answer || !std::ranges::contains(possible, request.answer->outcome)) return Problem::AnswerMissing;
    return answer_problem(*request.answer, own_code, today);
}

}  // namespace

std::string_view name_of(ContributionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::string_view name_of(ContributionState state) { return state_names[static_cast<std::size_t>(state)]; }
std::string_view name_of(ContributionStep step) { return step_names[static_cast<std::size_t>(step)]; }
std::string_view name_of(Outcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }
std::string_view name_of(ContributionProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }
std::optional<ContributionKind> parse_contribution_kind(std::string_view name) {
    return find_name<ContributionKind>(kind_names, name);
}
std::optional<ContributionState> parse_contribution_state(std::string_view name) {
    return find_name<ContributionState>(state_names, name);
}
std::optional<ContributionStep> parse_contribution_step(std::string_view name) {
    return find_name<ContributionStep>(step_names, name);
}
std::optional<Outcome> parse_outcome(std::string_view name) { return find_name<Outcome>(outcome_names, name); }

std::string_view name_of(DeclineReason reason) { return reason_names[static_cast<std::size_t>(reason)]; }
std::optional<DeclineReason> parse_decline_reason(std::string_view name) {
    return find_name<DeclineReason>(reason_names, name);
}

std::string_view name_of(Redaction redaction) { return redaction_names[static_cast<std::size_t>(redaction)]; }
std::optional<Redaction> parse_redaction(std::string_view name) { return find_name<Redaction>(redaction_names, name); }

std::span<const ContributionTransition> contribution_transitions() { return table; }

bool needs_words(Step step) {
    using enum ContributionStep;
    constexpr std::array all{Decline, Refer, Appeal, Supply, Disagree, Contest, ContestRedaction, AddNote};
    return std::ranges::contains(all, step);
}

bool needs_reason(Step step) { return step == Step::Decline || step == Step::Redact; }

std::span<const Outcome> outcomes_of(Step step) {
    using enum Outcome;
    static constexpr std::array answers{Done, WillDo, Referred, Merged};
    static constexpr std::array refusals{Refused};
    static constexpr std::array decisions{Done, WillDo, Refused, Referred};
    static constexpr std::array fulfilments{Done};
    static constexpr std::array questions{NeedsInformation};
    switch (step) {
        case Step::Answer: return answers;
        case Step::DraftRefusal: return refusals;
        case Step::Decide: return decisions;
        case Step::Fulfil: return fulfilments;
        case Step::Ask: return questions;
        default: return {};
    }
}

std::optional<ContributionProblem> answer_problem(const CourtAnswer& answer, std::string_view own_code,
                                                  base::Date today) {
    if (answer.words.empty()) return Problem::WordsMissing;
    if (!fits(answer.words, answer_words_limit)) return Problem::WordsLong;
    for (const auto& line : {answer.proof, answer.legal_basis, answer.body})
        if (!fits(line, answer_line_limit)) return Problem::LineLong;
    const auto unless = [](bool is_there, Problem problem) { return is_there ? std::nullopt : std::optional(problem); };
    switch (answer.outcome) {
        case Outcome::Done: return unless(!answer.proof.empty(), Problem::ProofMissing);
        case Outcome::WillDo:
            if (!answer.by) return Problem::DateMissing;
            return unless(*answer.by > today && *answer.by <= plus_days(today, longest_promise_days),
                          Problem::DatePast);
        case Outcome::Refused: return unless(!answer.legal_basis.empty(), Problem::LegalBasisMissing);
        case Outcome::Referred: return unless(!answer.body.empty(), Problem::BodyMissing);
        case Outcome::Merged: {
            const auto other = ReceiptCode::parse(answer.merged_into);
            return unless(other && other->digits() != own_code, Problem::MergedMissing);
        }
        case Outcome::NeedsInformation: break;
    }
    return std::nullopt;
}

std::expected<ContributionState, ContributionProblem> judge_contribution_step(ContributionState from,
                                                                              std::string_view own_code,
                                                                              const ContributionActor& actor,
                                                                              const ContributionRequest& request,
                                                                              base::Date today) {
    const auto is_theirs = [&](const ContributionTransition& row) {
        return row.step == request.step && holds(row.hand, actor);
    };
    if (std::ranges::none_of(table, is_theirs)) return std::unexpected(Problem::NotAllowed);
    const auto row = std::ranges::find_if(table, [&](const auto& one) { return one.from == from && is_theirs(one); });
    if (row == table.end()) return std::unexpected(Problem::WrongState);
    if (const auto problem = judge_hand(*row, actor)) return std::unexpected(*problem);
    if (const auto problem = judge_request(*row, own_code, request, today)) return std::unexpected(*problem);
    return row->to;
}

bool is_open(ContributionState state) {
    constexpr std::array closed{DeclinedForGood, Answered, Decided, Withdrawn};
    return !std::ranges::contains(closed, state);
}

bool can_be_public(ContributionState state) {
    constexpr std::array never{Received, Held, Private, Declined, Appealed, DeclinedForGood, Withdrawn};
    return !std::ranges::contains(never, state);
}

}  // namespace domain
