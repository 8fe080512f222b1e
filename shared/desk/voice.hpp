// What people say to the courts: the pages on which they say it, follow it, and on which a court answers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/answer_clock.hpp"
#include "shared/domain/author_verdict.hpp"
#include "shared/domain/contribution.hpp"
#include "shared/domain/contribution_draft.hpp"
#include "shared/domain/district.hpp"
#include "shared/domain/rights.hpp"
#include "shared/domain/voice_assignment.hpp"
#include "shared/domain/voice_filter.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

// One contribution as a reader may see it.
struct VoiceView {
    std::string number;  // Public; not its receipt.
    domain::ContributionKind kind = domain::ContributionKind::Comment;
    domain::ContributionState state = domain::ContributionState::Received;
    std::string text;                              // Empty: its author withdrew it, or this reader may not see it.
    base::Language language = base::Language::Ar;  // Of the page it was written on.
    std::string service;                           // Slug; empty: of the district as a whole.
    base::LocalizedText service_name;              // Empty where the service is not there any more.
    domain::AnswerClock clock;
    bool is_public = false;
    bool is_private = false;  // About a case, a judge or a judgment: never public.
    bool is_late = false;     // The term that runs has ended.
    std::optional<domain::CourtAnswer> answer{};
    std::string merged_number{};  // Public, of what it was merged into; empty where that is not public.
    std::optional<domain::AuthorVerdict> verdict{};       // Without its words where this reader may not see them.
    std::optional<domain::DeclineReason> redacted_for{};  // While passages of it are replaced.
    bool is_redaction_contested = false;
    std::string assigned_to{};                 // Name; at the desk alone.
    std::int64_t version = 0;                  // How many steps were taken.
    std::optional<base::Date> corrected_on{};  // By its author.
};

// One step of it, as it is told.
struct VoiceStepView {
    domain::ContributionStep step = domain::ContributionStep::Hold;
    std::optional<domain::Role> role{};  // Of staff; else the rules or its author.
    bool is_author = false;
    base::Date on;
    std::string words{};
    std::optional<domain::CourtAnswer> answer{};
    std::optional<domain::DeclineReason> reason{};
};

// How the district keeps its word: for everybody.
struct VoiceFigures {
    int received = 0, published = 0;
    int acknowledged = 0, acknowledged_in_time = 0;
    int answered = 0, answered_in_time = 0;
    std::array<int, 3> read_after{};      // In 7 days at most, in 15, later.
    std::array<int, 4> answered_after{};  // In 15 days at most, in 30, in 60, later.
    int late = 0;
    int told_head = 0, told_ministry = 0;  // How many were escalated so far.
    int helped = 0, not_helped = 0;        // What the authors say of the answers.
    int ratings = 0, worded = 0;           // Of its services, and those of them with words.
};

struct ServiceChoice {
    std::string slug;
    base::LocalizedText name;
};

// What would be public of what is typed.
struct VoicePreview {
    std::string text;         // Masked.
    bool is_masked = false;   // A number that tells who somebody is was left out.
    bool is_held = false;     // A moderator reads it first.
    bool is_private = false;  // It concerns a case: it would be referred, and never published.
};

// The form's field that says, signed, when it was opened.
inline constexpr std::string_view opened_field = "opened";

struct ParticipateData {
    const domain::District& district;
    std::vector<ServiceChoice> services{};
    VoiceFigures figures;
    std::vector<VoiceView> voices{};  // Newest first, public ones.
    std::string next{};               // Query of the older ones; empty: there are none.
    domain::ContributionDraft draft{};
    std::vector<domain::DraftError> errors{};
    std::optional<VoicePreview> preview{};
    int wait_minutes = 0;   // Of TooMany.
    bool is_typed = false;  // The draft was sent here: no older one of the device takes its place.
    std::string opened{};
};
doc::Document participate_page(const i18n::Text& tr, const routes::Participate& route, const ParticipateData& data);

struct ContributionData {
    const domain::District& district;
    VoiceView voice;
    std::vector<VoiceStepView> steps{};  // Those that everybody may read, first to last.
};
doc::Document contribution_page(const i18n::Text& tr, const routes::Contribution& route, const ContributionData& data);

// A step that the reader may take: what is typed for it, and what stood against it.
struct StepForm {
    domain::ContributionStep step = domain::ContributionStep::Withdraw;
    std::string words{};
    domain::CourtAnswer answer{};
    std::string outcome{};  // As it was sent; empty: nothing was chosen yet.
    std::string reason{};   // Of Decline and Redact, as it was sent: a name of DeclineReason.
    std::string text{};     // Of Redact: the text, with the sign in place of passages; of Correct: the text.
    std::string by{};       // As it was typed.
    std::optional<domain::ContributionProblem> problem{};
};

// What the author says of the answer: as it was typed, and what stood against it.
struct VerdictForm {
    std::string choice{};  // Of `domain::name_of_verdict`, as it was sent.
    std::string words{};
    std::optional<domain::VerdictProblem> problem{};
};

struct FollowData {
    std::string code;  // "1234-5678-9012-3456"
    VoiceView voice;
    base::LocalizedText district_name;
    std::string district;
    std::vector<VoiceStepView> steps{};
    bool is_author = false;                // Has shown the secret number.
    std::string secret{};                  // Of its author: every step carries it along; empty for others.
    bool is_secret_known = false;          // Has just been typed: it is not shown to be written down.
    std::vector<StepForm> forms{};         // Of its author.
    std::optional<VerdictForm> verdict{};  // Where there is an answer to say something of.
    bool is_secret_wrong = false;          // The one that was typed.
    int wait_minutes = 0;                  // Too many wrong ones.
    bool has_changed = false;              // Somebody else took a step meanwhile.
    std::optional<bool> is_attached{};     // To the account of who is signed in as a citizen; nothing: nobody is.
};
doc::Document follow_page(const i18n::Text& tr, const routes::Follow& route, const FollowData& data);

// What an inbox shows.
enum class VoiceShelf : std::uint8_t { Moderators, Court, Author, Closed, All };
inline constexpr std::array voice_shelves{VoiceShelf::Moderators, VoiceShelf::Court, VoiceShelf::Author,
                                          VoiceShelf::Closed, VoiceShelf::All};
std::string_view name_of(VoiceShelf shelf);  // "moderators"
std::optional<VoiceShelf> parse_voice_shelf(std::string_view name);
// As the address of an inbox says it: "show=court&clock=late".
std::string inbox_query(VoiceShelf shelf, const domain::VoiceFilter& only, std::string_view after = {});

// What stands against those that were ticked, as a whole.
enum class TickProblem : std::uint8_t { NothingTicked, TooMany };

struct InboxData {
    const domain::District& district;
    VoiceShelf shelf = VoiceShelf::Court;
    int waits_for_moderators = 0, waits_for_court = 0, late = 0;
    domain::VoiceFilter only{};
    std::vector<domain::VoiceGroup> groups{};  // Of this shelf, whatever `only` says.
    std::vector<ServiceChoice> services{};     // Of these groups, in the order they are offered.
    std::vector<VoiceView> voices{};           // Oldest first.
    std::string next{};                        // Query of the next ones; empty: there are none.
    std::optional<StepForm> answer{};          // Of who may answer several together: as it was typed.
    std::optional<TickProblem> problem{};
    domain::ContributionStep pressed = domain::ContributionStep::Answer;  // The button that `problem` stands at.
};
doc::Document inbox_page(const i18n::Text& tr, const routes::DeskRoom& route, const InboxData& data);

// The text as it was before passages of it were replaced, for who may open it.
struct SealedForm {
    base::Date until;   // Then it is removed.
    std::string why{};  // As it was typed.
    std::optional<domain::ContributionProblem> problem{};
    std::vector<std::string> opened{};  // What was opened just now; empty: nothing.
};

// Who takes care of it, and what the reader may do about that.
struct AssignmentForm {
    std::string own_name{};  // Of who may take it; empty: who looks may not.
    bool may_give_back = false;
    std::vector<domain::Person> colleagues{};  // To whom who looks may give it.
    std::optional<domain::AssignmentProblem> problem{};
    bool has_changed = false;  // Somebody else has it than who tried had seen.
};

struct DeskVoiceData {
    const domain::District& district;
    VoiceView voice;
    std::int64_t version = 0;
    std::vector<std::string> concerns{};  // Names of the rules that held it.
    std::vector<std::string> noted{};     // Of those that spoke, and hold nothing in this portal.
    std::vector<VoiceStepView> steps{};
    std::vector<StepForm> forms{};
    bool has_changed = false;  // Somebody took a step meanwhile: what was typed stays.
    std::optional<SealedForm> sealed{};
    AssignmentForm assignment{};
    std::vector<std::string> revisions{};  // What it was before its author corrected it, first to last.
};
doc::Document desk_voice_page(const i18n::Text& tr, const routes::DeskVoice& route, const DeskVoiceData& data);

}  // namespace desk
