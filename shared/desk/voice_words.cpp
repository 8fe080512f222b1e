#include "shared/desk/voice_words.hpp"

#include <algorithm>
#include <array>

#include "shared/i18n/desk_messages.hpp"

namespace desk {
namespace {

using domain::ContributionKind;
using domain::ContributionProblem;
using domain::ContributionState;
using domain::ContributionStep;

template <class Enum, std::size_t count>
i18n::Key at(const std::array<i18n::Key, count>& keys, Enum value) {
    return keys[static_cast<std::size_t>(value)];
}

struct ConcernWords {
    std::string_view name;
    i18n::Key words;
};
constexpr std::array concerns{ConcernWords{"insult", msg::voice_concern_insult},
                              ConcernWords{"threat", msg::voice_concern_threat},
                              ConcernWords{"hate", msg::voice_concern_hate},
                              ConcernWords{"sexual", msg::voice_concern_sexual},
                              ConcernWords{"phone-number", msg::voice_concern_phone_number},
                              ConcernWords{"identity-number", msg::voice_concern_identity_number},
                              ConcernWords{"case-number", msg::voice_concern_case_number},
                              ConcernWords{"about-a-case", msg::voice_concern_about_a_case},
                              ConcernWords{"names-judge", msg::voice_concern_names_judge},
                              ConcernWords{"names-party", msg::voice_concern_names_party},
                              ConcernWords{"accuses-person", msg::voice_concern_accuses_person},
                              ConcernWords{"link-spam", msg::voice_concern_link_spam},
                              ConcernWords{"advertising", msg::voice_concern_advertising},
                              ConcernWords{"campaign", msg::voice_concern_campaign},
                              ConcernWords{"many-alike", msg::voice_concern_many_alike},
                              ConcernWords{"doxing-address", msg::voice_concern_doxing_address},
                              ConcernWords{"bribe-offer", msg::voice_concern_bribe_offer},
                              ConcernWords{"likely-harm", msg::voice_concern_likely_harm},
                              ConcernWords{"first-contribution", msg::voice_concern_first_contribution},
                              ConcernWords{"everything-waits", msg::voice_concern_everything_waits},
                              ConcernWords{"trap", msg::voice_concern_trap},
                              ConcernWords{"not-opened", msg::voice_concern_not_opened},
                              ConcernWords{"too-fast", msg::voice_concern_too_fast},
                              ConcernWords{"duplicate", msg::voice_concern_duplicate},
                              ConcernWords{"many-at-once", msg::voice_concern_many_at_once}};

}  // namespace

i18n::Key words_of(ContributionKind kind) {
    constexpr std::array keys{msg::voice_kind_rating,       msg::voice_kind_comment,  msg::voice_kind_suggestion,
                              msg::voice_kind_error_report, msg::voice_kind_question, msg::voice_kind_other_paper};
    static_assert(keys.size() == domain::contribution_kinds.size());
    return at(keys, kind);
}

i18n::Key words_of(ContributionState state) {
    constexpr std::array keys{
        msg::voice_state_received,          msg::voice_state_held,         msg::voice_state_published,
        msg::voice_state_private,           msg::voice_state_declined,     msg::voice_state_appealed,
        msg::voice_state_declined_for_good, msg::voice_state_acknowledged, msg::voice_state_needs_information,
        msg::voice_state_refusal_drafted,   msg::voice_state_answered,     msg::voice_state_contested,
        msg::voice_state_decided,           msg::voice_state_withdrawn};
    static_assert(keys.size() == domain::contribution_state_count);
    return at(keys, state);
}

i18n::Key public_words_of(ContributionState state) {
    return words_of(state == ContributionState::RefusalDrafted ? ContributionState::Acknowledged : state);
}

i18n::Key words_of(ContributionStep step) {
    constexpr std::array keys{msg::voice_step_hold,
                              msg::voice_step_publish,
                              msg::voice_step_refer,
                              msg::voice_step_decline,
                              msg::voice_step_appeal,
                              msg::voice_step_uphold,
                              msg::voice_step_overturn,
                              msg::voice_step_acknowledge,
                              msg::voice_step_ask,
                              msg::voice_step_supply,
                              msg::voice_step_answer,
                              msg::voice_step_draft_refusal,
                              msg::voice_step_agree,
                              msg::voice_step_disagree,
                              msg::voice_step_contest,
                              msg::voice_step_decide,
                              msg::voice_step_fulfil,
                              msg::voice_step_withdraw,
                              msg::voice_step_redact,
                              msg::voice_step_contest_redaction,
                              msg::voice_step_keep_redaction,
                              msg::voice_step_lift_redaction,
                              msg::voice_step_correct,
                              msg::voice_step_add_note};
    static_assert(keys.size() == domain::contribution_step_count);
    return at(keys, step);
}

i18n::Key button_words_of(ContributionStep step) {
    constexpr std::array keys{msg::voice_step_hold,
                              msg::voice_do_publish,
                              msg::voice_do_refer,
                              msg::voice_do_decline,
                              msg::voice_do_appeal,
                              msg::voice_do_uphold,
                              msg::voice_do_overturn,
                              msg::voice_do_acknowledge,
                              msg::voice_do_ask,
                              msg::voice_do_supply,
                              msg::voice_do_answer,
                              msg::voice_do_draft_refusal,
                              msg::voice_do_agree,
                              msg::voice_do_disagree,
                              msg::voice_do_contest,
                              msg::voice_do_decide,
                              msg::voice_do_fulfil,
                              msg::voice_do_withdraw,
                              msg::voice_do_redact,
                              msg::voice_do_contest_redaction,
                              msg::voice_do_keep_redaction,
                              msg::voice_do_lift_redaction,
                              msg::voice_do_correct,
                              msg::voice_do_add_note};
    static_assert(keys.size() == domain::contribution_step_count);
    return at(keys, step);
}

i18n::Key words_of(domain::Outcome outcome) {
    constexpr std::array keys{msg::voice_outcome_done,    msg::voice_outcome_will_do,
                              msg::voice_outcome_refused, msg::voice_outcome_referred,
                              msg::voice_outcome_merged,  msg::voice_outcome_needs_information};
    static_assert(keys.size() == domain::outcomes.size());
    return at(keys, outcome);
}

i18n::Key words_of(domain::DeclineReason reason) {
    constexpr std::array keys{msg::voice_reason_insult,         msg::voice_reason_threat,
                              msg::voice_reason_hate,           msg::voice_reason_personal_data,
                              msg::voice_reason_names_a_person, msg::voice_reason_advertising,
                              msg::voice_reason_off_topic,      msg::voice_reason_unreadable};
    static_assert(keys.size() == domain::decline_reasons.size());
    return at(keys, reason);
}

i18n::Key words_of_concern(std::string_view name) {
    const auto found = std::ranges::find(concerns, name, &ConcernWords::name);
    return found == concerns.end() ? msg::voice_concern_other : found->words;
}

i18n::Key label_of_words(ContributionStep step) {
    switch (step) {
        case ContributionStep::Appeal: return msg::voice_words_appeal;
        case ContributionStep::ContestRedaction: return msg::voice_words_contest_redaction;
        case ContributionStep::Supply: return msg::voice_words_supply;
        case ContributionStep::AddNote: return msg::voice_words_note;
        case ContributionStep::Contest: return msg::voice_words_contest;
        case ContributionStep::Refer: return msg::voice_words_refer;
        case ContributionStep::Disagree: return msg::voice_words_disagree;
        case ContributionStep::Decline: return msg::voice_words_decline;
        case ContributionStep::Ask: return msg::voice_words_ask;
        default: break;
    }
    return msg::voice_words_answer;
}

doc::Text problem_words(const i18n::Text& tr, ContributionStep step, ContributionProblem problem) {
    using enum ContributionProblem;
    switch (problem) {
        case WrongState: return tr(msg::item_problem_state);
        case NotAllowed: return tr(msg::item_problem_not_allowed);
        case OwnJudgement: return tr(msg::voice_problem_own);
        case AlreadyDone: return tr(msg::voice_problem_once);
        case AnswerMissing: return tr(msg::voice_problem_outcome);
        case WordsMissing: return tr(domain::needs_reason(step) ? msg::voice_problem_reason : msg::voice_problem_words);
        case WordsLong: return tr(msg::item_problem_long, {.limit = domain::answer_words_limit});
        case ProofMissing: return tr(msg::voice_problem_proof);
        case DateMissing: return tr(msg::item_problem_date);
        case DatePast: return tr(msg::voice_problem_past);
        case LegalBasisMissing: return tr(msg::voice_problem_legal);
        case BodyMissing: return tr(msg::voice_problem_body);
        case MergedMissing: return tr(msg::voice_problem_merged);
        case PassageMissing: return tr(msg::voice_problem_passage);
        case TextAltered: return tr(msg::voice_problem_altered);
        case NothingLeft: return tr(msg::voice_problem_nothing_stays);
        case Unchanged: return tr(msg::voice_problem_unchanged);
        case NotesFull: return tr(msg::voice_problem_notes, {.limit = domain::notes_limit});
        case CorrectionsFull: return tr(msg::voice_problem_corrections, {.limit = domain::corrections_limit});
        case LineLong: break;
    }
    return tr(msg::item_problem_long, {.limit = domain::answer_line_limit});
}

}  // namespace desk
