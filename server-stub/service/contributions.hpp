// What people do with what they say to the courts, and what the courts do with it.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server-stub/service/contribution_store.hpp"
#include "server-stub/service/legal_time.hpp"
#include "server-stub/service/moderation_rule_store.hpp"
#include "server-stub/service/sign_in_throttle.hpp"
#include "server-stub/service/spam_signs.hpp"
#include "shared/domain/contribution_draft.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/voice_assignment.hpp"

namespace service {

// What a program sees in a text before anybody else does.
struct Looked {
    std::string text;  // Without numbers that tell who somebody is.
    std::vector<std::string> concerns{};
    std::vector<std::string> noted{};  // What does not hold in the district that it is said to.
    bool is_private = false;           // About a case, a judge or a judgment.
};
// Everything that is seen is a concern; `is_off` hides nothing else.
using LookAt = std::function<Looked(const std::string& text, const domain::Concerns& is_off)>;

// Why something was not taken.
struct VoiceRefusal {
    enum class Why : std::uint8_t { Problem, NotFound, Changed, Conflict, Unavailable } why = Why::Unavailable;
    domain::ContributionProblem problem = domain::ContributionProblem::WrongState;  // Of Problem.
    bool operator==(const VoiceRefusal&) const = default;
};
template <class T>
using Voiced = std::expected<T, VoiceRefusal>;

// Why nobody, or nobody else, takes care of it now.
struct AssignmentRefusal {
    enum class Why : std::uint8_t { Problem, Changed, Unavailable } why = Why::Unavailable;
    domain::AssignmentProblem problem = domain::AssignmentProblem::NotAllowed;  // Of Problem.
    bool operator==(const AssignmentRefusal&) const = default;
};

// To whom it shall go, and what who asks has seen.
struct AssignmentWish {
    std::string to;                    // A name of its district; empty: nobody.
    std::optional<std::string> had{};  // Who had it, by name; empty: nobody; nothing: that is not told.
};

struct NewContribution {
    std::string district;
    std::string service;
    domain::ContributionKind kind = domain::ContributionKind::Comment;
    std::string text;  // Checked, not masked.
    std::string key;
    base::Language language = base::Language::Ar;
    Sending sending{};
};

// Whoever wants to take a step.
struct VoiceActor {
    StepBy by;
    bool is_moderator = false;
    bool is_of_court = false;
};
struct VoiceAct {
    domain::ContributionStep step = domain::ContributionStep::Acknowledge;
    std::string words;  // Of an author not masked yet.
    std::optional<domain::CourtAnswer> answer{};
    std::optional<domain::DeclineReason>
        reason{};  // Of Decline and Redact, which need one; the words of Decline are for who wants to add some.
    std::string redacted{};                 // Of Redact and Correct: the text as it shall be.
    std::optional<std::int64_t> version{};  // The one that was seen; nothing: whatever it is.
    Sending sending{};                      // Of Correct: from where.
};

std::vector<domain::ContributionState> all_states();

// Any thread. Waits for the disk.
class Contributions {
public:
    using CalendarOf = std::function<std::shared_ptr<const domain::Calendar>(const std::string& district)>;
    struct Parts {
        ContributionStore& store;
        const LegalTime& legal_time;
        CalendarOf calendar_of;
        LookAt look_at;
        ModerationRuleStore& rules;
        CodeSource codes;
        std::function<std::string(std::string_view)> mark;  // Nobody else can make it again.
    };
    explicit Contributions(Parts parts);

    // What would be kept and shown of a text.
    std::string mask(const std::string& text) const { return parts_.look_at(text, {}).text; }
    // The same, judged by the rules of a district. Where they cannot be read everything waits.
    Looked look_at(const std::string& district, const std::string& text) const;
    // Of the forms by which they come.
    const FormOpenings& forms() const { return forms_; }
    // Masked, then kept: published, held or referred as the rules say. The same key answers with the same receipt.
    Voiced<StoredContribution> send(const NewContribution& contribution, base::Instant now);

    Voiced<StoredContribution> find(const domain::ReceiptCode& code);
    Voiced<StoredContribution> find(const std::string& district, std::int64_t id);
    Voiced<std::vector<StoredStep>> steps(std::int64_t id);
    Voiced<std::vector<StoredContribution>> list(const ContributionFilter& filter);
    Voiced<std::vector<domain::VoiceGroup>> groups(const ContributionFilter& filter);
    Voiced<VoiceCounts> counts(const std::string& district, base::Instant now);
    Voiced<std::vector<StoredAlarm>> alarms(std::int64_t id);
    Voiced<std::vector<Escalation>> escalations(const std::string& district, domain::Alarm alarm);

    Voiced<StoredContribution> act(StoredContribution contribution, const VoiceActor& actor, VoiceAct act,
                                   base::Instant now);
    // What could be done now, in the order of the table.
    static std::vector<domain::ContributionStep> possible_steps(const StoredContribution& contribution,
                                                                const std::vector<StoredStep>& steps,
                                                                const VoiceActor& actor);

    // Changed where somebody else has it than was seen, but for who was wished.
    std::expected<StoredContribution, AssignmentRefusal> assign(StoredContribution contribution, const StepBy& by,
                                                                const AssignmentWish& wish, base::Instant now);

    // What it was before passages were replaced, for a reason that is kept in the audit log. WrongState where nothing
    // is sealed.
    Voiced<std::vector<SealedOriginal>> open_sealed(const StoredContribution& contribution, const StepBy& by,
                                                    const std::string& why, base::Instant now);

    // What it was before its author corrected it, first to last.
    Voiced<std::vector<SealedOriginal>> revisions(std::int64_t id);

    // The secret number of whoever sent it: twelve digits in groups of four. Nobody keeps it.
    std::string author_secret(const domain::ReceiptCode& code) const;
    // As typed, in any digits, with or without spaces.
    bool is_author(const domain::ReceiptCode& code, std::string_view typed) const;
    // How long nobody of this network, or nobody for this receipt, may try another one.
    std::optional<std::chrono::seconds> wait_before_secret(Network network, const domain::ReceiptCode& code,
                                                           base::Instant now);
    void count_wrong_secret(Network network, const domain::ReceiptCode& code, base::Instant now);

    // Once each day: removes the sealed originals whose day has come, and raises the alarms of the day and of the days
    // before on which nobody looked. How many.
    base::Result<std::size_t> run_clock(base::Instant now);

private:
    // Whether the text is what its author said first, written otherwise.
    base::Result<bool> varies_the_first(const StoredContribution& contribution, const std::string& text);
    void correct(StoredContribution& contribution, std::vector<StoredStep>& steps, const VoiceAct& act,
                 const Looked& looked, bool is_variation);
    void count_correction(const StoredContribution& contribution, const Sending& sending, base::Instant now);
    base::Result<void> change_redaction(StoredContribution& contribution, const VoiceAct& act, base::Date today);
    base::Result<std::size_t> raise_alarms(base::Instant now);

    Parts parts_;
    FormOpenings forms_;
    SpamSigns spam_;
    std::optional<base::Date> alarmed_on_;  // Of the one thread that runs the clock.
    NetworkCount wrong_of_network_{{.most = 20, .within = std::chrono::minutes(10)}};
    NetworkCount wrong_of_receipt_{{.most = 20, .within = std::chrono::minutes(60)}};  // Counts receipts as networks.
};

}  // namespace service
