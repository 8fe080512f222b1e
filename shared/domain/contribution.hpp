// What a person says to a court, from its receipt to its outcome: the states, the steps between them, whose each is,
// and what an answer must say.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/clock.hpp"

namespace domain {

enum class ContributionKind : std::uint8_t { Rating, Comment, Suggestion, ErrorReport, Question, OtherPaper };
inline constexpr std::array contribution_kinds{ContributionKind::Rating,     ContributionKind::Comment,
                                               ContributionKind::Suggestion, ContributionKind::ErrorReport,
                                               ContributionKind::Question,   ContributionKind::OtherPaper};
std::string_view name_of(ContributionKind kind);  // "other-paper": I was asked for another paper.
std::optional<ContributionKind> parse_contribution_kind(std::string_view name);

enum class ContributionState : std::uint8_t {
    Received,          // Kept; no rule has looked at it yet.
    Held,              // Waits for a moderator.
    Published,         // Public, and waits for its court.
    Private,           // About a case, a judge or a judgment: never public, referred with an explanation.
    Declined,          // A moderator has said why it is not published.
    Appealed,          // Its author asked another moderator.
    DeclinedForGood,   // Who agreed with the first.
    Acknowledged,      // The court has read it.
    NeedsInformation,  // The court has asked its author something.
    RefusalDrafted,    // Waits for a second reader.
    Answered,          // With an outcome.
    Contested,         // By its author, once.
    Decided,           // By another person than who answered, for good.
    Withdrawn,         // By its author.
};
inline constexpr std::size_t contribution_state_count = static_cast<std::size_t>(ContributionState::Withdrawn) + 1;
std::string_view name_of(ContributionState state);  // "needs-information"
std::optional<ContributionState> parse_contribution_state(std::string_view name);

enum class ContributionStep : std::uint8_t {
    Hold,
    Publish,
    Refer,
    Decline,
    Appeal,
    Uphold,
    Overturn,
    Acknowledge,
    Ask,
    Supply,
    Answer,
    DraftRefusal,
    Agree,  // To the refusal that another drafted.
    Disagree,
    Contest,
    Decide,
    Fulfil,  // What was promised by a date is done.
    Withdraw,
    Redact,  // Passages of it are replaced: redaction.hpp.
    ContestRedaction,
    KeepRedaction,
    LiftRedaction,  // Its text is what it was.
    Correct,        // Its text is another, which the rules judge anew.
    AddNote,        // Below its text, which stays.
};
inline constexpr std::size_t contribution_step_count = static_cast<std::size_t>(ContributionStep::AddNote) + 1;
std::string_view name_of(ContributionStep step);  // "draft-refusal"
std::optional<ContributionStep> parse_contribution_step(std::string_view name);

// Whose step it is.
enum class Hand : std::uint8_t {
    Rules,  // The program, before anybody has seen it.
    Moderator,
    OtherModerator,             // Another than who declined it.
    Court,                      // Who answers for it.
    OtherOfCourt,               // Another than who drafted or gave the answer.
    Author,                     // Who holds the receipt and its secret phrase.
    AuthorOnce,                 // Who has not done so before.
    AuthorOfRedacted,           // While it was not contested.
    AuthorOfWhole,              // While no passage of it is replaced.
    OtherModeratorOfContested,  // Another than who redacted it, once its author contested that.
};

struct ContributionTransition {
    ContributionStep step;
    ContributionState from;
    ContributionState to;
    Hand hand;
};
std::span<const ContributionTransition> contribution_transitions();

enum class Outcome : std::uint8_t { Done, WillDo, Refused, Referred, Merged, NeedsInformation };
inline constexpr std::array outcomes{Outcome::Done,     Outcome::WillDo, Outcome::Refused,
                                     Outcome::Referred, Outcome::Merged, Outcome::NeedsInformation};
std::string_view name_of(Outcome outcome);  // "will-do"
std::optional<Outcome> parse_outcome(std::string_view name);

// What a court says with an outcome. Which of it each outcome needs is `answer_problem`.
struct CourtAnswer {
    Outcome outcome = Outcome::Done;
    std::string words;             // To the author, in their language; at most answer_words_limit code points.
    std::string proof;             // Done: where it can be seen, or what shows it.
    std::optional<base::Date> by;  // WillDo.
    std::string legal_basis;       // Refused.
    std::string body;              // Referred: to whom.
    std::string merged_into;       // Merged: the digits of the receipt that goes on.
    bool operator==(const CourtAnswer&) const = default;
};
inline constexpr std::size_t answer_words_limit = 2'000;
inline constexpr std::size_t answer_line_limit = 300;
inline constexpr int longest_promise_days = 366;
inline constexpr int notes_limit = 5;        // That an author adds.
inline constexpr int corrections_limit = 5;  // Of the text, by its author.

enum class ContributionProblem : std::uint8_t {
    WrongState,
    NotAllowed,
    OwnJudgement,   // It was their own that somebody else must judge.
    AlreadyDone,    // Contested or appealed before.
    AnswerMissing,  // The step needs an answer, or another outcome.
    WordsMissing,
    WordsLong,
    ProofMissing,
    DateMissing,
    DatePast,  // Or more than longest_promise_days ahead.
    LegalBasisMissing,
    BodyMissing,
    MergedMissing,  // No receipt of another contribution.
    LineLong,
    PassageMissing,  // Nothing of the text was replaced.
    TextAltered,     // Something else was.
    NothingLeft,     // That is declined.
    Unchanged,       // A correction that is none.
    NotesFull,       // notes_limit were added.
    CorrectionsFull,
};
inline constexpr std::size_t contribution_problem_count =
    static_cast<std::size_t>(ContributionProblem::CorrectionsFull) + 1;
std::string_view name_of(ContributionProblem problem);  // "wrong-state"

// Which outcomes a step may give; none: it gives no answer.
std::span<const Outcome> outcomes_of(ContributionStep step);
// To whoever it concerns.
bool needs_words(ContributionStep step);

// Of Decline and Redact: one of DeclineReason.
bool needs_reason(ContributionStep step);

// Why a moderator does not publish it, or not all of it.
enum class DeclineReason : std::uint8_t {
    Insult,
    Threat,
    Hate,
    PersonalData,
    NamesAPerson,
    Advertising,
    OffTopic,
    Unreadable,
};
inline constexpr std::array decline_reasons{
    DeclineReason::Insult,       DeclineReason::Threat,      DeclineReason::Hate,     DeclineReason::PersonalData,
    DeclineReason::NamesAPerson, DeclineReason::Advertising, DeclineReason::OffTopic, DeclineReason::Unreadable};
std::string_view name_of(DeclineReason reason);  // "personal-data"
std::optional<DeclineReason> parse_decline_reason(std::string_view name);

// Nothing where it says what its outcome needs.
std::optional<ContributionProblem> answer_problem(const CourtAnswer& answer, std::string_view own_code,
                                                  base::Date today);

// What became of the passages that a moderator replaced.
enum class Redaction : std::uint8_t { None, Standing, Contested, Kept };
inline constexpr std::array redactions{Redaction::None, Redaction::Standing, Redaction::Contested, Redaction::Kept};
std::string_view name_of(Redaction redaction);  // "standing"
std::optional<Redaction> parse_redaction(std::string_view name);

// Who takes a step, of this contribution.
struct ContributionActor {
    bool is_rules = false;
    bool is_author = false;
    bool is_moderator = false;
    bool is_of_court = false;
    bool judged_last = false;   // Declined it, drafted the refusal or gave the answer that is judged now.
    bool has_appealed = false;  // As its author, before.
    bool has_contested = false;
    Redaction redaction = Redaction::None;
    bool is_merged = false;          // Another goes on in its place.
    int corrections = 0, notes = 0;  // That its author made.
};

struct ContributionRequest {
    ContributionStep step = ContributionStep::Acknowledge;
    std::string_view words;               // Of those that need words or a reason.
    std::optional<CourtAnswer> answer{};  // Of Ask, Answer, DraftRefusal, Decide and Fulfil.
    std::string_view text{};              // Of Redact and Correct: as it is,
    std::string_view redacted{};          // and as it shall be.
};

// Where the step leads, or what stands against it. `own_code` is its receipt's. Who may not take it in any state learns
// nothing of the state.
std::expected<ContributionState, ContributionProblem> judge_contribution_step(ContributionState from,
                                                                              std::string_view own_code,
                                                                              const ContributionActor& actor,
                                                                              const ContributionRequest& request,
                                                                              base::Date today);

// Whether its author still waits for something.
bool is_open(ContributionState state);
// Whether the public may read it, where it was published once: what a moderator published stays through all answers.
bool can_be_public(ContributionState state);

}  // namespace domain
