#include "shared/desk/voice_parts.hpp"

#include "shared/desk/account.hpp"
#include "shared/desk/voice_verdict.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::ContributionState;
using pages::fact_row;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

// By whom and when; of staff the role alone.
doc::Text taken_by(const i18n::Text& tr, const VoiceStepView& step) {
    if (step.is_author) return tr(msg::voice_by_author, {.date = step.on});
    if (step.role) return tr(msg::voice_by_role, {.date = step.on, .role = tr(words_of(*step.role)).text});
    return tr(msg::voice_by_rules, {.date = step.on});
}

doc::Node step_entry(const i18n::Text& tr, const VoiceView& voice, const VoiceStepView& step) {
    Nodes parts{paragraph(Style::Label, tr(words_of(step.step))), paragraph(Style::CardText, taken_by(tr, step))};
    if (step.reason) parts.push_back(paragraph(Style::Body, tr(words_of(*step.reason))));
    // A note stands below the text.
    if (!step.words.empty() && step.step != domain::ContributionStep::AddNote)
        parts.push_back(person_text(tr, step.words, std::nullopt));
    if (step.answer) {
        parts.push_back(paragraph(Style::CardText, tr(words_of(step.answer->outcome))));
        if (step.answer != voice.answer && !step.answer->words.empty())
            parts.push_back(person_text(tr, step.answer->words, voice.language));
    }
    return doc::block(Tag::Li, Style::Entry, std::move(parts));
}

doc::Node radio(const RadioGroup& group, const RadioChoice& choice) {
    doc::Options options{.attributes = {{Attribute::Type, "radio"},
                                        {Attribute::Name, group.name},
                                        {Attribute::Value, choice.value},
                                        {Attribute::Id, radio_id(group.name, choice.value)}}};
    if (group.chosen == choice.value) options.attributes.emplace_back(Attribute::Checked, "");
    if (group.error) {
        options.attributes.emplace_back(Attribute::AriaInvalid, "true");
        options.attributes.emplace_back(Attribute::AriaDescribedBy, "error-" + group.name);
    }
    return doc::control(Tag::Input, Style::OptionRadio, std::move(options));
}

}  // namespace

doc::Text voice_name(const i18n::Text& tr, const VoiceView& voice) {
    return tr(msg::voice_name, {.kind = tr(words_of(voice.kind)).text, .code = voice.number});
}

doc::Text service_words(const i18n::Text& tr, const std::string& service, const base::LocalizedText& name) {
    if (service.empty()) return tr(msg::voice_whole);
    if (name.empty()) return doc::value(service);
    return pages::name(tr, name.in(tr.language()));
}

doc::Text service_words(const i18n::Text& tr, const VoiceView& voice) {
    return service_words(tr, voice.service, voice.service_name);
}

doc::Node person_text(const i18n::Text& tr, std::string words, std::optional<base::Language> language) {
    auto text = doc::text(Tag::P, Style::UserText, std::move(words), {.attributes = {{Attribute::Dir, "auto"}}});
    if (!language || !pages::foreign(tr, *language)) return text;
    return doc::block(Tag::Div, Style::Field, {std::move(text)}, {.language = language});
}

doc::Node voice_text(const i18n::Text& tr, const VoiceView& voice) {
    if (voice.text.empty()) return paragraph(Style::Note, tr(msg::voice_text_gone));
    return person_text(tr, voice.text, voice.language);
}

Nodes said_parts(const i18n::Text& tr, const VoiceView& voice, const std::vector<VoiceStepView>& steps) {
    Nodes parts{voice_text(tr, voice)};
    if (voice.corrected_on)
        parts.push_back(paragraph(Style::Meta, tr(msg::voice_corrected, {.date = *voice.corrected_on})));
    if (voice.redacted_for) {
        parts.push_back(paragraph(Style::Note, tr(msg::voice_redacted)));
        parts.push_back(paragraph(Style::Body, tr(words_of(*voice.redacted_for))));
        if (voice.is_redaction_contested) parts.push_back(paragraph(Style::Body, tr(msg::voice_redaction_contested)));
    }
    for (const auto& step : steps) {
        if (step.step != domain::ContributionStep::AddNote || step.words.empty()) continue;
        parts.push_back(paragraph(Style::Label, tr(msg::voice_note_on, {.date = step.on})));
        parts.push_back(person_text(tr, step.words, std::nullopt));
        parts.push_back(paragraph(Style::Note, tr(msg::verdict_held)));
    }
    return parts;
}

Nodes clock_lines(const i18n::Text& tr, const VoiceView& voice, Style style) {
    const auto& clock = voice.clock;
    const bool is_running = domain::running_term(clock, voice.state).has_value();
    Nodes lines;
    const auto add = [&](doc::Text words) { lines.push_back(paragraph(style, std::move(words))); };
    // Below the term that runs.
    const auto add_late = [&] {
        if (voice.is_late) lines.push_back(paragraph(Style::Outdated, tr(msg::voice_late)));
    };
    add(tr(msg::voice_received, {.date = clock.received_on}));
    if (clock.acknowledged_on) add(tr(msg::voice_acknowledged, {.date = *clock.acknowledged_on}));
    if (clock.answered_on) add(tr(msg::voice_answered, {.date = *clock.answered_on}));
    if (clock.asked_on && voice.state == ContributionState::NeedsInformation)
        add(tr(msg::voice_clock_stands, {.date = *clock.asked_on}));
    if (!is_running) return lines;
    if (!clock.acknowledged_on) {
        add(tr(msg::voice_acknowledge_by, {.date = clock.acknowledge_by}));
        add_late();
    }
    const bool is_contested = voice.state == ContributionState::Contested;
    add(is_contested ? tr(msg::voice_decide_by, {.date = clock.answer_by})
                     : tr(msg::voice_answer_by, {.date = clock.answer_by}));
    if (clock.acknowledged_on) add_late();
    return lines;
}

doc::Node clock_panel(const i18n::Text& tr, const VoiceView& voice) {
    auto lines = clock_lines(tr, voice, Style::Body);
    lines.insert(lines.begin(), pages::heading(tr, msg::voice_clock));
    return doc::block(Tag::Section, Style::Panel, std::move(lines), {.key = "clock"});
}

std::optional<doc::Text> public_target(const i18n::Text& tr, const std::string& district, const VoiceView& voice) {
    if (voice.merged_number.empty()) return std::nullopt;
    return doc::link(routes::address_of(routes::Contribution{tr.language(), district, voice.merged_number}),
                     tr(msg::voice_other, {.code = voice.merged_number}));
}

Nodes answer_rows(const i18n::Text& tr, const domain::CourtAnswer& answer, const std::optional<doc::Text>& merged) {
    Nodes rows{fact_row(tr, msg::voice_outcome, tr(words_of(answer.outcome)))};
    const auto add = [&](i18n::Key term, const std::string& words) {
        if (words.empty()) return;
        rows.push_back(fact_row(
            tr, term, Nodes{doc::text(Tag::P, Style::FactText, words, {.attributes = {{Attribute::Dir, "auto"}}})}));
    };
    switch (answer.outcome) {
        case domain::Outcome::Done: add(msg::voice_proof, answer.proof); break;
        case domain::Outcome::WillDo:
            if (answer.by)
                rows.push_back(fact_row(tr, msg::voice_term, tr(msg::voice_promised_day, {.date = *answer.by})));
            break;
        case domain::Outcome::Refused: add(msg::fact_legal_basis, answer.legal_basis); break;
        case domain::Outcome::Referred: add(msg::voice_passed_to, answer.body); break;
        case domain::Outcome::Merged:
            if (merged) rows.push_back(fact_row(tr, msg::voice_merged_into, *merged));
            break;
        case domain::Outcome::NeedsInformation: break;
    }
    return rows;
}

doc::Node answer_section(const i18n::Text& tr, const VoiceView& voice, const std::optional<doc::Text>& merged) {
    auto rows = answer_rows(tr, *voice.answer, merged);
    for (auto& row : verdict_rows(tr, voice)) rows.push_back(std::move(row));
    return doc::block(Tag::Section, Style::Panel,
                      {pages::heading(tr, msg::voice_answer), person_text(tr, voice.answer->words, voice.language),
                       doc::block(Tag::Dl, Style::Facts, std::move(rows))},
                      {.key = "answer"});
}

doc::Node step_section(const i18n::Text& tr, const VoiceView& voice, const std::vector<VoiceStepView>& steps) {
    Nodes entries;
    for (const auto& step : steps) entries.push_back(step_entry(tr, voice, step));
    return pages::section(tr, "steps", msg::voice_steps, {pages::list(Tag::Ol, Style::Entries, std::move(entries))});
}

doc::Node changed_banner(const i18n::Text& tr) {
    return doc::block(Tag::Div, Style::Banner, {paragraph(Style::Body, tr(msg::voice_changed))},
                      {.key = "changed", .attributes = {{Attribute::Role, "status"}}});
}

doc::Node radio_group(RadioGroup group) {
    Nodes parts{doc::text(Tag::Legend, Style::Legend, std::move(group.legend))};
    if (group.error)
        parts.push_back(doc::text(Tag::P, Style::FieldError, *group.error,
                                  {.attributes = {{Attribute::Id, "error-" + group.name}}}));
    Nodes options;
    for (const auto& choice : group.choices)
        options.push_back(doc::block(Tag::Label, Style::Option,
                                     {radio(group, choice), doc::text(Tag::Div, Style::OptionText, choice.words)},
                                     {.key = choice.value}));
    parts.push_back(doc::block(Tag::Div, Style::Options, std::move(options)));
    return doc::block(Tag::Fieldset, Style::FieldSet, std::move(parts), {.key = group.name});
}

std::string radio_id(std::string_view name, std::string_view value) {
    return std::string(name).append("-").append(value);
}

}  // namespace desk
