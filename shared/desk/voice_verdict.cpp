#include "shared/desk/voice_verdict.hpp"

#include "shared/desk/item_fields.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::VerdictProblem;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view choice_name = "verdict", words_name = "verdict-words", button_id = "verdict-send",
                           error_id = "verdict-error";

i18n::Key words_of(bool helped) { return helped ? msg::verdict_helped : msg::verdict_not_helped; }

doc::Text problem_words(const i18n::Text& tr, VerdictProblem problem) {
    switch (problem) {
        case VerdictProblem::NotAnswered: return tr(msg::verdict_problem_none);
        case VerdictProblem::AlreadyDone: return tr(msg::voice_problem_once);
        case VerdictProblem::ChoiceMissing: return tr(msg::verdict_problem_choice);
        case VerdictProblem::WordsLong: break;
    }
    return tr(msg::item_problem_long, {.limit = domain::verdict_words_limit});
}

// Where the problem is said; empty: at the button.
std::string_view field_of(VerdictProblem problem) {
    if (problem == VerdictProblem::ChoiceMissing) return choice_name;
    return problem == VerdictProblem::WordsLong ? words_name : std::string_view{};
}

std::optional<doc::Text> error_at(const i18n::Text& tr, const VerdictForm& form, std::string_view field) {
    if (!form.problem || field_of(*form.problem) != field) return std::nullopt;
    return problem_words(tr, *form.problem);
}

doc::Node choice_group(const i18n::Text& tr, const VerdictForm& form) {
    RadioGroup group{.name = std::string(choice_name), .legend = tr(msg::verdict_title), .choices = {}};
    for (const bool helped : {true, false})
        group.choices.push_back({std::string(domain::name_of_verdict(helped)), tr(words_of(helped))});
    group.chosen = form.choice;
    group.error = error_at(tr, form, choice_name);
    return radio_group(std::move(group));
}

doc::Node words_field(const i18n::Text& tr, const VerdictForm& form) {
    pages::TextField field{.name = std::string(words_name), .label = tr(msg::verdict_words)};
    field.hint = tr(msg::verdict_hint, {.limit = domain::verdict_words_limit});
    field.error = error_at(tr, form, words_name);
    field.value = form.words;
    field.kind = pages::TextField::Kind::Area;
    return pages::text_field(std::move(field));
}

doc::Node button(const i18n::Text& tr, bool is_described) {
    doc::Options options{.key = "send",
                         .attributes = {{Attribute::Type, "submit"}, {Attribute::Id, std::string(button_id)}}};
    if (is_described) options.attributes.emplace_back(Attribute::AriaDescribedBy, std::string(error_id));
    return doc::block(Tag::Div, Style::Actions,
                      {doc::text(Tag::Button, Style::QuietButton, tr(msg::verdict_send), std::move(options))},
                      {.key = "send"});
}

}  // namespace

doc::Node verdict_form(const i18n::Text& tr, const VerdictForm& form, const StepTarget& target) {
    Nodes parts{hidden_field("own", std::string(choice_name))};
    for (const auto& [name, value] : target.hidden) parts.push_back(hidden_field(name, value));
    parts.push_back(choice_group(tr, form));
    parts.push_back(words_field(tr, form));
    parts.push_back(paragraph(Style::Note, tr(msg::voice_once)));
    const auto error = error_at(tr, form, "");
    if (error)
        parts.push_back(
            doc::text(Tag::P, Style::FieldError, *error, {.attributes = {{Attribute::Id, std::string(error_id)}}}));
    parts.push_back(button(tr, error.has_value()));
    return doc::block(Tag::Form, Style::Form, std::move(parts),
                      {.key = "verdict-form",
                       .attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, target.action},
                                      {Attribute::AriaLabel, i18n::plain(tr(msg::verdict_title))}}});
}

std::vector<pages::ErrorLine> verdict_error_lines(const i18n::Text& tr, const VerdictForm& form) {
    if (!form.problem) return {};
    const auto field = field_of(*form.problem);
    auto target = field.empty()          ? std::string(button_id)
                  : field == choice_name ? radio_id(choice_name, domain::name_of_verdict(true))
                                         : std::string(field);
    return {{std::move(target), problem_words(tr, *form.problem)}};
}

Nodes verdict_rows(const i18n::Text& tr, const VoiceView& voice) {
    if (!voice.verdict) return {};
    Nodes lines{paragraph(Style::FactText, tr(words_of(voice.verdict->helped)))};
    if (!voice.verdict->words.empty()) lines.push_back(person_text(tr, voice.verdict->words, std::nullopt));
    if (!voice.verdict->is_public && !voice.verdict->words.empty())
        lines.push_back(paragraph(Style::Note, tr(msg::verdict_held)));
    return {pages::fact_row(tr, msg::verdict_fact, std::move(lines))};
}

}  // namespace desk
