#include "shared/pages/rating_form.hpp"

#include <algorithm>
#include <array>

#include "shared/pages/form_parts.hpp"
#include "shared/pages/rating_words.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::RatingField;
using domain::RatingProblem;

constexpr std::array level_icons{doc::IconName::Face1, doc::IconName::Face2, doc::IconName::Face3, doc::IconName::Face4,
                                 doc::IconName::Face5};
constexpr std::string_view text_id = "text";
constexpr std::string_view hint_id = "text-hint";

const domain::RatingError* error_of(const RatingForm& form, RatingField field) {
    const auto found = std::ranges::find(form.errors, field, &domain::RatingError::field);
    return found == form.errors.end() ? nullptr : &*found;
}

std::string error_id(RatingField field) { return std::string(domain::name_of(field)) + "-error"; }

// Where a line of the summary leads.
std::string target_of(RatingField field) {
    switch (field) {
        case RatingField::Level: return "level-1";
        case RatingField::Completed: return "completed-yes";
        case RatingField::Reasons: return "reason-waiting";
        case RatingField::Text: return std::string(text_id);
        case RatingField::Key:
        case RatingField::Form: return "send";
    }
    return "send";
}

struct Choice {
    std::string name;  // Of the field.
    std::string value;
    bool radio = true;
    bool checked = false;
    bool invalid = false;
    std::string_view error = {};  // Id of the sentence that says what is wrong.
};

doc::Node input(Style style, const Choice& choice) {
    doc::Options options{.attributes = {{Attribute::Type, choice.radio ? "radio" : "checkbox"},
                                        {Attribute::Name, choice.name},
                                        {Attribute::Value, choice.value},
                                        {Attribute::Id, choice.name + "-" + choice.value}}};
    if (choice.checked) options.attributes.emplace_back(Attribute::Checked, "");
    if (choice.invalid) {
        options.attributes.emplace_back(Attribute::AriaInvalid, "true");
        options.attributes.emplace_back(Attribute::AriaDescribedBy, choice.error);
    }
    return doc::control(Tag::Input, style, std::move(options));
}

doc::Node field_error(const i18n::Text& tr, const RatingForm& form, const domain::RatingError& error) {
    return doc::text(Tag::P, Style::FieldError, problem_words(tr, form, error),
                     {.attributes = {{Attribute::Id, error_id(error.field)}}});
}

doc::Node field_set(const i18n::Text& tr, const RatingForm& form, RatingField field, i18n::Key legend,
                    doc::Node choices) {
    std::vector<doc::Node> parts{doc::text(Tag::Legend, Style::Legend, tr(legend))};
    if (const auto* error = error_of(form, field)) parts.push_back(field_error(tr, form, *error));
    parts.push_back(std::move(choices));
    return doc::block(Tag::Fieldset, Style::FieldSet, std::move(parts), {.key = std::string(domain::name_of(field))});
}

doc::Node face(const i18n::Text& tr, const RatingForm& form, int level) {
    const auto index = static_cast<std::size_t>(level - domain::lowest_level);
    const std::string value = std::to_string(level);
    const Choice choice{.name = "level",
                        .value = value,
                        .checked = form.draft.level == value,
                        .invalid = error_of(form, RatingField::Level) != nullptr,
                        .error = "level-error"};
    return doc::block(Tag::Label, Style::Face,
                      {input(Style::FaceInput, choice), doc::icon(Style::IconFace, level_icons[index]),
                       doc::text(Tag::Div, Style::FaceText, tr(words_of_level(level)))});
}

doc::Node option(const i18n::Text& tr, const Choice& choice, i18n::Key words) {
    return doc::block(Tag::Label, Style::Option,
                      {input(choice.radio ? Style::OptionRadio : Style::OptionCheck, choice),
                       doc::text(Tag::Div, Style::OptionText, tr(words))});
}

doc::Node levels(const i18n::Text& tr, const RatingForm& form) {
    std::vector<doc::Node> faces;
    for (int level = domain::lowest_level; level <= domain::highest_level; ++level)
        faces.push_back(face(tr, form, level));
    return field_set(tr, form, RatingField::Level, msg::level_legend,
                     doc::block(Tag::Div, Style::Faces, std::move(faces)));
}

doc::Node completed(const i18n::Text& tr, const RatingForm& form) {
    std::vector<doc::Node> options;
    for (const auto answer : domain::completed_answers) {
        const std::string value(domain::name_of(answer));
        options.push_back(option(tr,
                                 {.name = "completed",
                                  .value = value,
                                  .checked = form.draft.completed == value,
                                  .invalid = error_of(form, RatingField::Completed) != nullptr,
                                  .error = "completed-error"},
                                 words_of(answer)));
    }
    return field_set(tr, form, RatingField::Completed, msg::completed_legend,
                     doc::block(Tag::Div, Style::Options, std::move(options)));
}

doc::Node reasons(const i18n::Text& tr, const RatingForm& form) {
    std::vector<doc::Node> options;
    for (const auto reason : domain::reasons) {
        const std::string value(domain::name_of(reason));
        options.push_back(option(tr,
                                 {.name = "reason",
                                  .value = value,
                                  .radio = false,
                                  .checked = std::ranges::contains(form.draft.reasons, value),
                                  .invalid = error_of(form, RatingField::Reasons) != nullptr,
                                  .error = "reasons-error"},
                                 words_of(reason)));
    }
    return field_set(tr, form, RatingField::Reasons, msg::reasons_legend,
                     doc::block(Tag::Div, Style::Options, std::move(options)));
}

doc::Node free_text(const i18n::Text& tr, const RatingForm& form) {
    const auto* error = error_of(form, RatingField::Text);
    std::vector<doc::Node> parts{doc::text(Tag::Label, Style::Label, tr(msg::text_label),
                                           {.attributes = {{Attribute::For, std::string(text_id)}}}),
                                 doc::text(Tag::P, Style::Hint,
                                           doc::Text(tr(msg::rate_privacy))
                                               .append(" ")
                                               .append(tr(msg::text_hint, {.limit = domain::rating_text_limit})),
                                           {.attributes = {{Attribute::Id, std::string(hint_id)}}})};
    if (error != nullptr) parts.push_back(field_error(tr, form, *error));
    doc::Options options{.key = "text",
                         .attributes = {{Attribute::Name, "text"},
                                        {Attribute::Id, std::string(text_id)},
                                        {Attribute::Dir, "auto"},
                                        {Attribute::Autocomplete, "off"},
                                        {Attribute::Value, form.draft.text}}};
    std::string described(hint_id);
    if (error != nullptr) {
        described += " " + error_id(RatingField::Text);
        options.attributes.emplace_back(Attribute::AriaInvalid, "true");
    }
    options.attributes.emplace_back(Attribute::AriaDescribedBy, described);
    parts.push_back(doc::control(Tag::Textarea, Style::TextArea, std::move(options)));
    return doc::block(Tag::Div, Style::Field, std::move(parts), {.key = "text"});
}

doc::Node send(const i18n::Text& tr, const RatingForm& form) {
    doc::Options options{.key = "send", .attributes = {{Attribute::Type, "submit"}, {Attribute::Id, "send"}}};
    if (form.sending) options.attributes.emplace_back(Attribute::AriaBusy, "true");
    return doc::block(
        Tag::Div, Style::Actions,
        {doc::text(Tag::Button, Style::Button, tr(form.sending ? msg::sending : msg::rate_send), std::move(options)),
         doc::text(Tag::P, Style::Note, tr(msg::rate_note))},
        {.key = "send"});
}

}  // namespace

doc::Text problem_words(const i18n::Text& tr, const RatingForm& form, const domain::RatingError& error) {
    switch (error.problem) {
        case RatingProblem::LevelMissing: return tr(msg::problem_level_missing);
        case RatingProblem::LevelUnknown: return tr(msg::problem_level_unknown);
        case RatingProblem::CompletedUnknown: return tr(msg::problem_completed_unknown);
        case RatingProblem::ReasonUnknown: return tr(msg::problem_reason_unknown);
        case RatingProblem::ReasonTwice: return tr(msg::problem_reason_twice);
        case RatingProblem::TextTooLong:
            return tr(msg::problem_text_too_long, {.limit = domain::rating_text_limit,
                                                   .count = domain::count_code_points(form.draft.text).value_or(0)});
        case RatingProblem::TextBroken: return tr(msg::problem_text_broken);
        case RatingProblem::KeyMissing: return tr(msg::problem_key_missing);
        case RatingProblem::KeyConflict: return tr(msg::problem_key_conflict);
        case RatingProblem::FieldUnknown: return tr(msg::problem_field_unknown);
        case RatingProblem::FieldTwice: return tr(msg::problem_field_twice);
        case RatingProblem::WrongType: return tr(msg::problem_wrong_type);
        case RatingProblem::TooLarge: return tr(msg::problem_too_large);
        case RatingProblem::Malformed: return tr(msg::problem_malformed);
        case RatingProblem::TooMany: return tr(msg::problem_too_many, {.minutes = std::max(form.wait_minutes, 1)});
        case RatingProblem::Unavailable: return tr(msg::problem_unavailable);
        case RatingProblem::Offline: return tr(msg::problem_offline);
    }
    return tr(msg::problem_malformed);
}

doc::Node error_summary(const i18n::Text& tr, const RatingForm& form) {
    std::vector<ErrorLine> lines;
    for (const auto& error : form.errors) lines.push_back({target_of(error.field), problem_words(tr, form, error)});
    return error_summary(tr, std::move(lines));
}

doc::Node rating_form(const i18n::Text& tr, const routes::Sheet& route, const RatingForm& form) {
    return doc::block(
        Tag::Form, Style::Form,
        {doc::text(Tag::H2, Style::Heading, tr(msg::rate_title), {.attributes = {{Attribute::Id, "rate-title"}}}),
         doc::control(Tag::Input, Style::Hidden,
                      {.key = "key",
                       .attributes = {{Attribute::Type, "hidden"},
                                      {Attribute::Name, "key"},
                                      {Attribute::Value, form.draft.key}}}),
         levels(tr, form), completed(tr, form), reasons(tr, form), free_text(tr, form), send(tr, form),
         language_buttons(tr, route)},
        {.key = "rating",
         .attributes = {{Attribute::Method, "post"},
                        {Attribute::Action, routes::rating_action(route)},
                        {Attribute::AriaLabelledBy, "rate-title"}}});
}

}  // namespace pages
