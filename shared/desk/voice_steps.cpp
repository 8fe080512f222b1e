#include "shared/desk/voice_steps.hpp"

#include <algorithm>

#include "shared/base/day_text.hpp"
#include "shared/desk/item_fields.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/domain/contribution_draft.hpp"
#include "shared/domain/redaction.hpp"
#include "shared/domain/text.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::ContributionProblem;
using domain::ContributionStep;
using domain::Outcome;
using pages::TextField;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view example_date = "2026-11-26";

bool can_be(ContributionStep step, Outcome outcome) {
    return std::ranges::contains(domain::outcomes_of(step), outcome);
}
bool has_choice(ContributionStep step) { return domain::outcomes_of(step).size() > 1; }
bool has_words(ContributionStep step) { return domain::needs_words(step) || !domain::outcomes_of(step).empty(); }

bool has_field(ContributionStep step, std::string_view field) {
    using enum Outcome;
    if (field == "outcome") return has_choice(step);
    if (field == "reason") return domain::needs_reason(step);
    if (field == "text") return step == ContributionStep::Redact || step == ContributionStep::Correct;
    if (field == "words") return has_words(step);
    if (field == "proof") return can_be(step, Done);
    if (field == "by") return can_be(step, WillDo);
    if (field == "legal-basis") return can_be(step, Refused);
    if (field == "body") return can_be(step, Referred);
    return field == "merged-into" && can_be(step, Merged);
}

std::string id_of(const StepForm& form, std::string_view field) {
    return std::string(domain::name_of(form.step)).append("-").append(field);
}

// The field of a line that is too long.
std::string_view long_line(const domain::CourtAnswer& answer) {
    const auto is_long = [](const std::string& line) {
        return domain::count_code_points(line).value_or(domain::answer_line_limit + 1) > domain::answer_line_limit;
    };
    return is_long(answer.proof) ? "proof" : is_long(answer.legal_basis) ? "legal-basis" : "body";
}

std::string_view field_of_problem(const StepForm& form) {
    using enum ContributionProblem;
    switch (*form.problem) {
        case WrongState:
        case NotAllowed:
        case OwnJudgement:
        case AlreadyDone:
        case NotesFull:
        case CorrectionsFull: return {};
        case AnswerMissing: return "outcome";
        case WordsMissing:
            if (form.step == ContributionStep::Correct) return "text";
            return domain::needs_reason(form.step) ? "reason" : "words";
        case WordsLong: return form.step == ContributionStep::Correct ? "text" : "words";
        case ProofMissing: return "proof";
        case DateMissing:
        case DatePast: return "by";
        case LegalBasisMissing: return "legal-basis";
        case BodyMissing: return "body";
        case MergedMissing: return "merged-into";
        case LineLong: return long_line(form.answer);
        case PassageMissing:
        case TextAltered:
        case NothingLeft:
        case Unchanged: return "text";
    }
    return {};
}

// Where the problem is said; empty: at the button.
std::string_view field_of(const StepForm& form) {
    const auto field = field_of_problem(form);
    return has_field(form.step, field) ? field : std::string_view{};
}

std::optional<doc::Text> error_at(const i18n::Text& tr, const StepForm& form, std::string_view field) {
    if (!form.problem || field_of(form) != field) return std::nullopt;
    return problem_words(tr, form.step, *form.problem);
}

doc::Node outcome_group(const i18n::Text& tr, const StepForm& form) {
    RadioGroup group{.name = id_of(form, "outcome"), .legend = tr(msg::voice_outcome), .choices = {}};
    for (const auto outcome : domain::outcomes_of(form.step))
        group.choices.push_back({std::string(domain::name_of(outcome)), tr(words_of(outcome))});
    group.chosen = form.outcome;
    group.error = error_at(tr, form, "outcome");
    return radio_group(std::move(group));
}

doc::Node reason_group(const i18n::Text& tr, const StepForm& form) {
    RadioGroup group{.name = id_of(form, "reason"), .legend = tr(msg::voice_reason), .choices = {}};
    for (const auto reason : domain::decline_reasons)
        group.choices.push_back({std::string(domain::name_of(reason)), tr(words_of(reason))});
    group.chosen = form.reason;
    group.error = error_at(tr, form, "reason");
    return radio_group(std::move(group));
}

doc::Node words_field(const i18n::Text& tr, const StepForm& form) {
    TextField field{.name = id_of(form, "words"), .label = tr(label_of_words(form.step))};
    field.hint = tr(msg::voice_limit, {.limit = domain::answer_words_limit});
    field.error = error_at(tr, form, "words");
    field.value = form.words.empty() ? form.answer.words : form.words;
    field.kind = TextField::Kind::Area;
    return pages::text_field(std::move(field));
}

// The text as it is, to put the sign in place of passages, or to correct it.
doc::Node whole_text_field(const i18n::Text& tr, const StepForm& form) {
    const bool is_correction = form.step == ContributionStep::Correct;
    TextField field{.name = id_of(form, "text"),
                    .label = tr(is_correction ? msg::voice_correct_text : msg::voice_redact_text)};
    field.hint = is_correction ? tr(msg::voice_correct_hint, {.limit = domain::contribution_text_limit})
                               : tr(msg::voice_redact_hint, {.days = domain::sealed_for_days});
    field.error = error_at(tr, form, "text");
    field.value = form.text;
    field.kind = TextField::Kind::Area;
    return pages::text_field(std::move(field));
}

struct Line {
    Outcome outcome;  // That it belongs to.
    std::string_view name;
    i18n::Key label;
    std::optional<i18n::Key> hint{};
    std::string value;
    bool is_code = false;
};

doc::Node line_field(const i18n::Text& tr, const StepForm& form, const Line& line) {
    TextField field{.name = id_of(form, line.name), .label = tr(line.label)};
    doc::Text hint;
    if (has_choice(form.step)) hint = tr(msg::voice_only_for, {.outcome = tr(words_of(line.outcome)).text});
    const auto add = [&](const doc::Text& more) { hint.append(hint.empty() ? "" : " ").append(more); };
    if (line.hint) add(tr(*line.hint));
    if (line.outcome == Outcome::WillDo) add(tr(msg::item_date_hint, {.example = example_date}));
    if (!hint.empty()) field.hint = std::move(hint);
    field.error = error_at(tr, form, line.name);
    field.value = line.value;
    if (line.is_code) field.kind = TextField::Kind::Code;
    return pages::text_field(std::move(field));
}

// What the outcomes of the step can need, and nothing else.
Nodes line_fields(const i18n::Text& tr, const StepForm& form) {
    const auto& answer = form.answer;
    const auto by = form.by.empty() && answer.by ? base::print(*answer.by) : form.by;
    const std::array lines{
        Line{Outcome::Done, "proof", msg::voice_proof, msg::voice_proof_hint, answer.proof},
        Line{Outcome::WillDo, "by", msg::voice_by_label, {}, by, true},
        Line{Outcome::Refused, "legal-basis", msg::fact_legal_basis, msg::voice_legal_hint, answer.legal_basis},
        Line{Outcome::Referred, "body", msg::voice_body_label, {}, answer.body},
        Line{Outcome::Merged, "merged-into", msg::voice_merged_label, {}, answer.merged_into, true}};
    Nodes fields;
    for (const auto& line : lines)
        if (can_be(form.step, line.outcome)) fields.push_back(line_field(tr, form, line));
    return fields;
}

// What is good to know before the button is pressed.
std::optional<i18n::Key> note_of(ContributionStep step) {
    using enum ContributionStep;
    if (step == Withdraw) return msg::voice_withdraw_note;
    if (step == Appeal || step == Contest || step == ContestRedaction) return msg::voice_once;
    if (step == AddNote) return msg::verdict_held;
    return std::nullopt;
}

doc::Node button(const i18n::Text& tr, const StepForm& form, bool is_described) {
    doc::Options options{.key = "send",
                         .attributes = {{Attribute::Type, "submit"}, {Attribute::Id, id_of(form, "send")}}};
    if (is_described) options.attributes.emplace_back(Attribute::AriaDescribedBy, id_of(form, "error"));
    return doc::block(Tag::Div, Style::Actions,
                      {doc::text(Tag::Button, Style::QuietButton, tr(button_words_of(form.step)), std::move(options))},
                      {.key = "send"});
}

std::string target_of(const StepForm& form) {
    const auto field = field_of(form);
    if (field.empty()) return id_of(form, "send");
    if (field == "outcome")
        return radio_id(id_of(form, field), domain::name_of(domain::outcomes_of(form.step).front()));
    if (field == "reason") return radio_id(id_of(form, field), domain::name_of(domain::decline_reasons.front()));
    return id_of(form, field);
}

}  // namespace

Nodes step_fields(const i18n::Text& tr, const StepForm& form) {
    Nodes fields;
    const auto possible = domain::outcomes_of(form.step);
    if (has_choice(form.step)) fields.push_back(outcome_group(tr, form));
    else if (!possible.empty())
        fields.push_back(hidden_field(id_of(form, "outcome"), std::string(domain::name_of(possible.front()))));
    if (has_field(form.step, "text")) fields.push_back(whole_text_field(tr, form));
    if (domain::needs_reason(form.step)) fields.push_back(reason_group(tr, form));
    if (has_words(form.step)) fields.push_back(words_field(tr, form));
    for (auto& field : line_fields(tr, form)) fields.push_back(std::move(field));
    return fields;
}

bool is_said_at_field(const StepForm& form) { return form.problem && !field_of(form).empty(); }

doc::Node step_form(const i18n::Text& tr, const StepForm& form, const StepTarget& target) {
    const auto words = tr(button_words_of(form.step));
    Nodes parts{hidden_field("step", std::string(domain::name_of(form.step)))};
    for (const auto& [name, value] : target.hidden) parts.push_back(hidden_field(name, value));
    auto fields = step_fields(tr, form);
    if (!fields.empty()) parts.push_back(doc::text(Tag::H3, Style::Subheading, words));
    for (auto& field : fields) parts.push_back(std::move(field));
    if (const auto note = note_of(form.step)) parts.push_back(pages::paragraph(Style::Note, tr(*note)));
    const auto error = error_at(tr, form, "");
    if (error)
        parts.push_back(
            doc::text(Tag::P, Style::FieldError, *error, {.attributes = {{Attribute::Id, id_of(form, "error")}}}));
    parts.push_back(button(tr, form, error.has_value()));
    return doc::block(Tag::Form, Style::Form, std::move(parts),
                      {.key = id_of(form, "form"),
                       .attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, target.action},
                                      {Attribute::AriaLabel, i18n::plain(words)}}});
}

std::vector<pages::ErrorLine> step_error_lines(const i18n::Text& tr, const std::vector<StepForm>& forms) {
    std::vector<pages::ErrorLine> lines;
    for (const auto& form : forms)
        if (form.problem) lines.push_back({target_of(form), problem_words(tr, form.step, *form.problem)});
    return lines;
}

}  // namespace desk
