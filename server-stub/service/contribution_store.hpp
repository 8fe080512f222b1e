// Where is kept what people say to the courts, and every step of it. One contract for every store.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/service/rating_store.hpp"
#include "shared/base/language.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/account.hpp"
#include "shared/domain/answer_clock.hpp"
#include "shared/domain/author_verdict.hpp"
#include "shared/domain/contribution.hpp"
#include "shared/domain/receipt_code.hpp"
#include "shared/domain/voice_filter.hpp"

namespace service {

// Somebody who may take care of it.
struct Colleague {
    std::int64_t account = 0;
    std::string name;
    domain::Role role = domain::Role::Editor;
    bool operator==(const Colleague&) const = default;
};

struct StoredContribution {
    std::int64_t id = 0;  // Given by the store; public.
    domain::ReceiptCode code;
    std::string district;
    std::string service;  // Empty: of the district as a whole.
    domain::ContributionKind kind = domain::ContributionKind::Comment;
    std::string text;  // Masked. Empty once its author withdrew it.
    base::Language language = base::Language::Ar;
    domain::ContributionState state = domain::ContributionState::Received;
    std::int64_t version = 0;           // How many steps were taken.
    std::vector<std::string> concerns;  // Why it was held: names of rules.
    std::vector<std::string> noted{};   // Of rules, too: what was seen and holds nothing in its district.
    base::Instant received_at;
    domain::AnswerClock clock;
    std::optional<base::Date> published_on{};
    bool has_appealed = false;
    bool has_contested = false;
    std::optional<domain::CourtAnswer> answer{};     // The last that was given,
    std::int64_t answer_step = 0;                    // and by which step.
    std::optional<domain::AuthorVerdict> verdict{};  // Of that answer.
    domain::Redaction redaction = domain::Redaction::None;
    std::optional<domain::DeclineReason> redacted_for{};  // While passages of it are replaced,
    std::optional<base::Date> sealed_until{};             // and as long as it is kept as it was.
    std::optional<Colleague> assigned{};                  // Who takes care of it: for the desk alone.
    std::optional<base::Date> corrected_on{};             // By its author, the last time.
    bool operator==(const StoredContribution&) const = default;

    bool is_public() const { return published_on && domain::can_be_public(state); }
};

// Whose step it was.
struct StepBy {
    std::int64_t account = 0;          // 0: the rules, or its author.
    std::optional<domain::Role> role;  // Of staff.
    bool is_author = false;
    bool operator==(const StepBy&) const = default;
};

struct StoredStep {
    std::int64_t number = 0;  // The version that it made.
    domain::ContributionStep step = domain::ContributionStep::Hold;
    domain::ContributionState from = domain::ContributionState::Received;
    domain::ContributionState to = domain::ContributionState::Held;
    StepBy by;
    base::Instant at;
    base::Date on;
    std::string words{};  // Masked.
    std::optional<domain::DeclineReason> reason{};
    std::optional<domain::CourtAnswer> answer{};
    bool operator==(const StoredStep&) const = default;
};

// A text before passages of it were replaced, or its author corrected it.
struct SealedOriginal {
    std::int64_t number = 0;  // Of the step that changed it.
    std::string text;
    base::Date remove_on;
    bool operator==(const SealedOriginal&) const = default;
};
// By whom, and why, it is opened.
struct Opening {
    StepBy by;
    base::Instant at;
    std::string why;
};

struct ContributionFilter {
    std::string district;
    // The states that are asked for; empty: what everybody may read.
    std::vector<domain::ContributionState> states{};
    bool with_contested_redactions = false;  // In whatever state; oldest first.
    std::int64_t after = 0;                  // Of the last one that was seen; 0: from the beginning.
    std::size_t limit = 50;
    bool oldest_first = false;
    // Of these, oldest first; `today` is what its clock is judged by.
    domain::VoiceFilter only{};
    base::Date today{};
    std::int64_t account = 0;  // Who asks: what is theirs is judged by it.
};

inline constexpr std::array read_after_days{7, domain::acknowledge_within_days};
inline constexpr std::array answered_after_days{15, 30, domain::answer_within_days};

// How a district keeps its word.
struct VoiceCounts {
    std::int64_t received = 0;
    std::int64_t published = 0;
    std::int64_t acknowledged = 0, acknowledged_in_time = 0;
    std::int64_t answered = 0, answered_in_time = 0;
    // After how many days: at most those of `read_after_days` and `answered_after_days`, and more.
    std::array<std::int64_t, 3> read_after{};
    std::array<std::int64_t, 4> answered_after{};
    std::int64_t late = 0;  // Still open, with a term that has ended.
    std::int64_t told_head = 0, told_ministry = 0;
    std::int64_t waits_for_moderators = 0, waits_for_court = 0;
    bool operator==(const VoiceCounts&) const = default;
};

struct StoredAlarm {
    std::int64_t contribution = 0;
    domain::Alarm alarm = domain::Alarm::RemindCourt;
    base::Date term;
    base::Instant at;
    bool operator==(const StoredAlarm&) const = default;
};

// A contribution whose running term somebody was told of.
struct Escalation {
    std::int64_t contribution = 0;
    base::Date term;
    bool operator==(const Escalation&) const = default;
};

struct TermCursor {
    std::optional<base::Date> term{};  // Nothing: from the first.
    std::int64_t id = 0;
};

// Everything fails with Unavailable when the disk does.
class ContributionStore {
public:
    virtual ~ContributionStore() = default;

    // With its first step, in one transaction. A key that was used answers with what was stored first where its values
    // are the same (`same_words`), else with Conflict.
    virtual base::Result<StoredContribution> add(const StoredContribution& contribution, const StoredStep& first,
                                                 std::string_view key, const CodeSource& codes) = 0;
    // NotFound where there is none.
    virtual base::Result<StoredContribution> find(const domain::ReceiptCode& code) = 0;
    virtual base::Result<StoredContribution> find(std::string_view district, std::int64_t id) = 0;
    virtual base::Result<std::vector<StoredStep>> steps(std::int64_t id) = 0;  // In their order.
    virtual base::Result<std::vector<StoredContribution>> list(const ContributionFilter& filter) = 0;
    // How many there are in these states, whatever `only` and `after` say.
    virtual base::Result<std::vector<domain::VoiceGroup>> groups(const ContributionFilter& filter) = 0;

    // One step, or one and what the rules say of it. Conflict where it is not at the version before it any more. In the
    // audit log where staff takes it. One that corrects it keeps the text that it was.
    // A step that redacts it seals the text that it was, and one that lifts that, or withdraws it, removes this again.
    virtual base::Result<void> take(const StoredContribution& after, std::span<const StoredStep> steps) = 0;

    // Of a district, by name. NotFound.
    virtual base::Result<Colleague> colleague(std::string_view district, std::string_view name) = 0;
    // To somebody or to nobody. In the audit log. Conflict where somebody else has it than `contribution` says, or
    // where `to` has gone from its district, or has another role.
    virtual base::Result<void> assign(const StoredContribution& contribution, const std::optional<Colleague>& to,
                                      const StepBy& by, base::Instant at) = 0;

    virtual base::Result<std::vector<SealedOriginal>> originals(std::int64_t id) = 0;  // First to last.
    virtual base::Result<std::vector<SealedOriginal>> revisions(std::int64_t id) = 0;  // Corrected; first to last.
    // The same for somebody to read: in the audit log first, or not at all. NotFound where nothing is sealed.
    virtual base::Result<std::vector<SealedOriginal>> open_sealed(const StoredContribution& contribution,
                                                                  const Opening& opening) = 0;
    // Those whose day has come, but for those that somebody must still judge.
    virtual base::Result<void> remove_originals(base::Date today) = 0;

    virtual base::Result<VoiceCounts> counts(std::string_view district, base::Date today) = 0;
    // Of every district, by their running term and then their number: those whose term ends on `until` or before.
    virtual base::Result<std::vector<StoredContribution>> with_term_until(base::Date until, const TermCursor& after,
                                                                          std::size_t limit) = 0;
    // False where it was raised before.
    virtual base::Result<bool> raise(const StoredAlarm& alarm, std::string_view district) = 0;
    virtual base::Result<std::vector<StoredAlarm>> alarms(std::int64_t id) = 0;  // First to last.
    // Those of a district that still wait, of which this alarm was raised: the longest ago first.
    virtual base::Result<std::vector<Escalation>> escalations(std::string_view district, domain::Alarm alarm) = 0;
};

// Whether a repeated key carries what it carried before.
inline bool same_words(const StoredContribution& a, const StoredContribution& b) {
    return a.district == b.district && a.service == b.service && a.kind == b.kind && a.text == b.text;
}

}  // namespace service
