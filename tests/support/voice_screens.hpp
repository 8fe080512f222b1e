// The pages of what people say to the courts, in the states that matter.
#pragma once

#include "shared/desk/bulk.hpp"
#include "shared/desk/needs.hpp"
#include "shared/desk/voice.hpp"
#include "tests/support/a_country.hpp"
#include "tests/support/screen.hpp"

namespace test {

inline const domain::District& a_listening_district() {
    static const auto district = rabat();
    return district;
}

inline std::vector<desk::ServiceChoice> some_service_choices() {
    return {{"nationality",
             {"شهادة الجنسية", "ⵜⴰⵙⵍⴽⵉⵏⵜ ⵏ ⵜⵏⴰⵎⵓⵔⵜ", "Certificat de nationalité", "Nationality certificate"}},
            {"complaint", {"", "", "Plainte", ""}}};
}

inline desk::VoiceView a_voice(domain::ContributionState state = domain::ContributionState::Published) {
    return {.number = "17",
            .kind = domain::ContributionKind::Suggestion,
            .state = state,
            .text = "الشباك 1 بعيد عن الباب.\nUn panneau aiderait.",
            .language = base::Language::Ar,
            .service = "nationality",
            .service_name = some_service_choices().front().name,
            .clock = {.received_on = {2026, 11, 2}, .acknowledge_by = {2026, 11, 17}, .answer_by = {2027, 1, 4}},
            .is_public = true};
}

inline desk::VoiceView a_redacted_voice() {
    auto voice = a_voice();
    voice.text = "الشباك 1 […] عن الباب.\nUn panneau aiderait.";
    voice.redacted_for = domain::DeclineReason::NamesAPerson;
    return voice;
}

inline desk::VoiceView an_answered_voice(domain::CourtAnswer answer) {
    auto voice = a_voice(domain::ContributionState::Answered);
    voice.clock.acknowledged_on = base::Date{2026, 11, 5};
    voice.clock.answered_on = base::Date{2026, 11, 20};
    if (answer.words.empty()) answer.words = "شكرا لكم على اقتراحكم.";
    voice.answer = std::move(answer);
    return voice;
}

inline domain::CourtAnswer an_answer(domain::Outcome outcome) {
    return {.outcome = outcome,
            .words = "شكرا لكم على اقتراحكم.",
            .proof = "لوحة عند الباب منذ 19 نونبر",
            .by = base::Date{2027, 2, 1},
            .legal_basis = "القانون 38.15، المادة 12",
            .body = "Commune de Rabat",
            .merged_into = "1234567890123456"};
}

// Corrected, with two notes for the court.
inline desk::VoiceView a_corrected_voice() {
    auto voice = a_voice(domain::ContributionState::Acknowledged);
    voice.corrected_on = base::Date{2026, 11, 3};
    voice.clock.acknowledged_on = base::Date{2026, 11, 5};
    return voice;
}
inline std::vector<desk::VoiceStepView> some_notes() {
    using domain::ContributionStep;
    return {
        {.step = ContributionStep::Correct, .is_author = true, .on = {2026, 11, 3}},
        {.step = ContributionStep::AddNote, .is_author = true, .on = {2026, 11, 9}, .words = "وفي المساء أيضا."},
        {.step = ContributionStep::AddNote, .is_author = true, .on = {2026, 11, 10}, .words = "Voir www.panneaux.com"}};
}

inline std::vector<desk::VoiceStepView> some_voice_steps() {
    using enum domain::ContributionStep;
    return {{.step = Hold, .on = {2026, 11, 2}},
            {.step = Decline,
             .role = domain::Role::Moderator,
             .on = {2026, 11, 3},
             .words = "Sans ce nom, tout peut être publié.",
             .reason = domain::DeclineReason::NamesAPerson},
            {.step = Appeal, .is_author = true, .on = {2026, 11, 4}, .words = "هذا اسم شارع لا اسم شخص."},
            {.step = Overturn, .role = domain::Role::Moderator, .on = {2026, 11, 5}},
            {.step = Answer,
             .role = domain::Role::Reviewer,
             .on = {2026, 11, 20},
             .answer = an_answer(domain::Outcome::WillDo)}};
}

inline desk::VoiceFigures some_voice_figures() {
    return {.received = 1'204,
            .published = 1'100,
            .acknowledged = 1'050,
            .acknowledged_in_time = 1'012,
            .answered = 940,
            .answered_in_time = 871,
            .read_after = {640, 372, 38},
            .answered_after = {210, 305, 356, 69},
            .late = 7,
            .told_head = 69,
            .told_ministry = 12,
            .helped = 402,
            .not_helped = 97,
            .ratings = 5'120,
            .worded = 611};
}

inline Screens participations(const i18n::Text& tr) {
    using domain::ContributionField;
    using domain::ContributionState;
    using domain::DraftProblem;
    using domain::Outcome;
    const routes::Participate route{tr.language(), "rabat", "service=nationality"};
    const auto page = [&](const desk::ParticipateData& data) { return desk::participate_page(tr, route, data); };
    const desk::ParticipateData none{
        .district = a_listening_district(), .services = some_service_choices(), .figures = {}};
    auto full = none;
    full.figures = some_voice_figures();
    auto merged = an_answered_voice(an_answer(Outcome::Merged));
    merged.number = "12";
    merged.merged_number = "9";
    auto late = a_voice();
    late.number = "18";
    late.is_late = true;
    late.service.clear();
    auto done = an_answered_voice(an_answer(Outcome::Done));
    done.verdict = domain::AuthorVerdict{
        .helped = true, .words = "اللوحة واضحة.", .is_public = true, .on = base::Date{2026, 11, 21}};
    merged.verdict = domain::AuthorVerdict{.helped = false, .words = {}, .on = base::Date{2026, 11, 21}};
    full.voices = {late, done, merged};
    full.next = "cursor=12";
    auto wrong = none;
    wrong.draft = {.kind = "<b>", .service = "unknown", .text = "كتبت <b> كثيرا", .key = "k-1"};
    wrong.wait_minutes = 3;
    wrong.is_typed = true;
    wrong.errors = {{ContributionField::Kind, DraftProblem::KindMissing},
                    {ContributionField::Service, DraftProblem::ServiceUnknown},
                    {ContributionField::Text, DraftProblem::TextTooLong},
                    {ContributionField::Form, DraftProblem::TooMany}};
    auto preview = none;
    preview.draft = {.kind = "suggestion", .service = "nationality", .text = "رقمي 0612345678", .key = "k-1"};
    preview.preview = desk::VoicePreview{.text = "رقمي …", .is_masked = true, .is_held = true};
    preview.is_typed = true;
    auto secluded = preview;
    secluded.preview = desk::VoicePreview{.text = "ملف", .is_private = true};
    return {{"participate", page(full)},
            {"participate-empty", page(none)},
            {"participate-wrong", page(wrong)},
            {"participate-preview", page(preview)},
            {"participate-private", page(secluded)}};
}

inline Screens contributions(const i18n::Text& tr) {
    using domain::ContributionState;
    using domain::Outcome;
    const routes::Contribution route{tr.language(), "rabat", "17"};
    const auto page = [&](desk::VoiceView voice, std::vector<desk::VoiceStepView> steps = {}) {
        return desk::contribution_page(tr, route, {a_listening_district(), std::move(voice), std::move(steps)});
    };
    auto late = a_voice(ContributionState::Acknowledged);
    late.clock.acknowledged_on = base::Date{2026, 11, 5};
    late.is_late = true;
    auto asked = late;
    asked.is_late = false;
    asked.state = ContributionState::NeedsInformation;
    asked.clock.asked_on = base::Date{2026, 11, 9};
    asked.answer = domain::CourtAnswer{.outcome = Outcome::NeedsInformation, .words = "أي شباك تقصدون؟"};
    auto withdrawn = a_voice(ContributionState::Withdrawn);
    withdrawn.text.clear();
    auto redacted = a_redacted_voice();
    redacted.is_redaction_contested = true;
    return {{"contribution", page(a_voice())},
            {"contribution-late", page(late)},
            {"contribution-corrected", page(a_corrected_voice(), {some_notes()[0], some_notes()[1]})},
            {"contribution-asked", page(asked)},
            {"contribution-answered", page(an_answered_voice(an_answer(Outcome::WillDo)), some_voice_steps())},
            {"contribution-refused", page(an_answered_voice(an_answer(Outcome::Refused)))},
            {"contribution-withdrawn", page(withdrawn)},
            {"contribution-redacted", page(redacted, {{.step = domain::ContributionStep::Redact,
                                                       .role = domain::Role::Moderator,
                                                       .on = {2026, 11, 6},
                                                       .reason = redacted.redacted_for}})}};
}

inline desk::NeedView a_need() {
    desk::NeedView view{.need = {.service = "nationality", .suggestions = 1'204, .other_papers = 2, .ratings = 90},
                        .service_name = some_service_choices().front().name};
    view.need.asking = 31;
    view.need.reasons = {30, 0, 12, 0, 0, 0, 0, 1};
    view.need.outcomes = {700, 100, 50, 3, 2, 1};
    auto paper = an_answered_voice(an_answer(domain::Outcome::Done));
    paper.number = "12";
    paper.kind = domain::ContributionKind::OtherPaper;
    view.newest = {a_voice(), paper};
    return view;
}

inline Screens need_registers(const i18n::Text& tr) {
    const routes::Needs route{tr.language(), "rabat"};
    desk::NeedView of_district{.need = {.suggestions = 1}, .newest = {a_voice()}};
    of_district.newest.front().service.clear();
    const desk::NeedView rated{.need = {.service = "gone", .ratings = 3, .asking = 1, .reasons = {1}}};
    return {{"needs", desk::needs_page(tr, route,
                                       {.district = a_listening_district(), .needs = {a_need(), of_district, rated}})},
            {"needs-none", desk::needs_page(tr, route, {.district = a_listening_district()})}};
}

inline desk::FollowData a_follow(desk::VoiceView voice) {
    return {.code = "1234-5678-9012-3456",
            .voice = std::move(voice),
            .district_name = a_listening_district().city,
            .district = "rabat"};
}

inline Screens follows(const i18n::Text& tr) {
    using domain::ContributionState;
    using domain::ContributionStep;
    const routes::Follow route{tr.language(), "1234-5678-9012-3456"};
    const auto page = [&](const desk::FollowData& data) { return desk::follow_page(tr, route, data); };
    const auto other = a_follow(an_answered_voice(an_answer(domain::Outcome::Referred)));
    auto wrong = a_follow(a_voice(ContributionState::Private));
    wrong.voice.is_public = false;
    wrong.voice.is_private = true;
    wrong.voice.text.clear();
    wrong.is_secret_wrong = true;
    auto many = wrong;
    many.wait_minutes = 4;
    auto author = a_follow(a_voice(ContributionState::Declined));
    author.voice.is_public = false;
    author.is_author = true;
    author.secret = "4821-0937";
    author.steps = {some_voice_steps()[0], some_voice_steps()[1]};
    author.forms = {{.step = ContributionStep::Appeal}, {.step = ContributionStep::Withdraw}};
    auto contest = a_follow(an_answered_voice(an_answer(domain::Outcome::Refused)));
    contest.is_author = true;
    contest.secret = "4821-0937";
    contest.has_changed = true;
    contest.steps = some_voice_steps();
    contest.forms = {{.step = ContributionStep::Contest, .problem = domain::ContributionProblem::WordsMissing}};
    auto judge = a_follow(an_answered_voice(an_answer(domain::Outcome::Done)));
    judge.is_author = true;
    judge.secret = "4821-0937";
    judge.verdict = desk::VerdictForm{
        .choice = "perhaps", .words = "Le panneau <b>", .problem = domain::VerdictProblem::ChoiceMissing};
    auto judged = a_follow(an_answered_voice(an_answer(domain::Outcome::Done)));
    judged.is_author = true;
    judged.secret = "4821-0937";
    judged.voice.verdict =
        domain::AuthorVerdict{.helped = false, .words = "Voir www.panneaux.com", .on = base::Date{2026, 11, 21}};
    auto correct = a_follow(a_voice());
    correct.is_author = true;
    correct.secret = "4821-0937";
    correct.is_attached = false;
    correct.forms = {{.step = ContributionStep::Correct,
                      .text = correct.voice.text,
                      .problem = domain::ContributionProblem::Unchanged}};
    auto noted = a_follow(a_corrected_voice());
    noted.is_author = true;
    noted.secret = "4821-0937";
    noted.steps = some_notes();
    noted.is_attached = true;
    noted.forms = {{.step = ContributionStep::AddNote, .problem = domain::ContributionProblem::NotesFull}};
    return {{"follow-correct", page(correct)}, {"follow-noted", page(noted)},   {"follow-judge", page(judge)},
            {"follow-judged", page(judged)},   {"follow", page(other)},         {"follow-wrong", page(wrong)},
            {"follow-many", page(many)},       {"follow-author", page(author)}, {"follow-contest", page(contest)}};
}

inline Screens inboxes(const i18n::Text& tr) {
    const routes::DeskRoom route{tr.language(), "rabat", routes::Room::Voice, {}};
    auto late = a_voice();
    late.is_late = true;
    late.text = "سطر\nسطران\nثلاثة\nأربعة";
    auto held = a_voice(domain::ContributionState::Held);
    held.number = "19";
    held.service.clear();
    held.kind = domain::ContributionKind::OtherPaper;
    const std::vector<domain::VoiceGroup> groups{
        {.clock = domain::TermGroup::Late, .kind = late.kind, .service = late.service, .count = 1},
        {.clock = std::nullopt, .kind = held.kind, .service = "", .count = 1'203}};
    const std::vector<desk::ServiceChoice> services{{"", {}}, {late.service, late.service_name}};
    return {{"inbox", desk::inbox_page(tr, route,
                                       {.district = a_listening_district(),
                                        .waits_for_moderators = 1,
                                        .waits_for_court = 1'204,
                                        .late = 1,
                                        .only = {.service = ""},
                                        .groups = groups,
                                        .services = services,
                                        .voices = {late, held},
                                        .next = "show=court&cursor=19"})},
            {"inbox-none",
             desk::inbox_page(tr, route, {.district = a_listening_district(), .shelf = desk::VoiceShelf::Closed})},
            {"inbox-nothing-fits", desk::inbox_page(tr, route,
                                                    {.district = a_listening_district(),
                                                     .waits_for_moderators = 1,
                                                     .only = {.clock = domain::TermGroup::Soon, .kind = held.kind},
                                                     .groups = groups,
                                                     .services = services})}};
}

inline Screens bulk_pages(const i18n::Text& tr) {
    const routes::DeskRoom route{tr.language(), "rabat", routes::Room::Voice, "show=court"};
    auto done = a_voice(domain::ContributionState::Answered), open = a_voice(), changed = a_voice();
    auto read = a_voice(domain::ContributionState::Acknowledged);
    read.version = 2;
    open.number = "18";
    changed.number = "19";
    changed.version = 4;
    return {
        {"inbox-to-answer", desk::inbox_page(tr, route,
                                             {.district = a_listening_district(),
                                              .voices = {open, changed},
                                              .answer = desk::StepForm{.step = domain::ContributionStep::Answer},
                                              .problem = desk::TickProblem::NothingTicked})},
        {"inbox-answered",
         desk::bulk_page(
             tr, route,
             {.district = a_listening_district(),
              .results = {{.voice = done},
                          {.voice = open, .problem = domain::ContributionProblem::WrongState},
                          {.voice = changed, .has_changed = true}},
              .answer = {.step = domain::ContributionStep::Answer, .words = "Deux bancs y sont.", .outcome = "done"}})},
        {"inbox-read",
         desk::bulk_page(
             tr, route,
             {.district = a_listening_district(),
              .pressed = domain::ContributionStep::Acknowledge,
              .results = {{.voice = read}, {.voice = open, .is_untried = true}},
              .answer = {.step = domain::ContributionStep::Answer, .words = "Deux bancs y sont.", .outcome = "done"},
              .is_unavailable = true})}};
}

inline Screens desk_voices(const i18n::Text& tr) {
    using domain::ContributionProblem;
    using domain::ContributionState;
    using enum domain::ContributionStep;
    const routes::DeskVoice route{tr.language(), "rabat", "17"};
    const auto page = [&](desk::DeskVoiceData data) {
        data.version = 3;
        return desk::desk_voice_page(tr, route, data);
    };
    const auto data = [](desk::VoiceView voice, std::vector<desk::StepForm> forms = {}) {
        return desk::DeskVoiceData{
            .district = a_listening_district(), .voice = std::move(voice), .forms = std::move(forms)};
    };
    auto held = data(a_voice(ContributionState::Held), {{.step = Publish}, {.step = Refer}, {.step = Decline}});
    held.voice.is_public = false;
    held.concerns = {"names-judge", "first-contribution", "not-known"};
    held.forms.back().problem = ContributionProblem::WordsMissing;
    auto read =
        data(a_voice(ContributionState::Acknowledged), {{.step = Ask}, {.step = Answer}, {.step = DraftRefusal}});
    read.voice.clock.acknowledged_on = base::Date{2026, 11, 5};
    auto wrong = read;
    wrong.has_changed = true;
    wrong.forms[1].outcome = "will-do";
    wrong.forms[1].words = "سنضع لوحة.";
    wrong.forms[1].by = "2020-13-41";
    wrong.forms[1].problem = ContributionProblem::DateMissing;
    auto merged = data(an_answered_voice(an_answer(domain::Outcome::Merged)));
    merged.voice.is_private = true;
    merged.voice.merged_number = "9";
    merged.steps = some_voice_steps();
    auto contested = data(an_answered_voice(an_answer(domain::Outcome::Refused)), {{.step = Decide}});
    contested.voice.state = ContributionState::Contested;
    contested.forms.front().problem = ContributionProblem::OwnJudgement;
    auto sealed = data(a_redacted_voice(), {{.step = Redact, .text = a_redacted_voice().text}});
    sealed.sealed = desk::SealedForm{.until = {2027, 11, 6}};
    auto redact =
        data(a_voice(), {{.step = Redact, .text = "الشباك 1 قريب […]", .problem = ContributionProblem::TextAltered}});
    redact.sealed = desk::SealedForm{.until = {2027, 11, 6}, .why = "", .problem = ContributionProblem::WordsMissing};
    auto opened = data(a_redacted_voice(), {{.step = KeepRedaction}, {.step = LiftRedaction}});
    opened.voice.is_redaction_contested = true;
    opened.sealed = desk::SealedForm{.until = {2027, 11, 6}, .opened = {a_voice().text}};
    auto corrected = data(a_corrected_voice(), {{.step = Answer}});
    corrected.steps = some_notes();
    corrected.noted = {"link-spam", "advertising"};
    corrected.revisions = {"الشباك 1 بعيد.", "Le guichet est loin."};
    return {{"desk-voice-corrected", page(corrected)}, {"desk-voice-sealed", page(sealed)},
            {"desk-voice-redact", page(redact)},       {"desk-voice-opened", page(opened)},
            {"desk-voice-held", page(held)},           {"desk-voice", page(read)},
            {"desk-voice-wrong", page(wrong)},         {"desk-voice-merged", page(merged)},
            {"desk-voice-contested", page(contested)}};
}

}  // namespace test
