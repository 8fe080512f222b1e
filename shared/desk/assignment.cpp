#include "shared/desk/assignment.hpp"

#include <utility>

#include "shared/desk/account.hpp"
#include "shared/desk/item_fields.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view section_id = "assignment", to_name = "to", had_name = "had";

i18n::Key words_of(domain::AssignmentProblem problem) {
    using enum domain::AssignmentProblem;
    switch (problem) {
        case NotAllowed: return msg::voice_assign_not_allowed;
        case NotOfDesk: return msg::voice_assign_not_of_desk;
        case Taken: return msg::voice_assign_taken;
        case Closed: break;
    }
    return msg::voice_assign_closed;
}

// What stood against what was tried.
std::optional<doc::Text> problem_words(const i18n::Text& tr, const AssignmentForm& form) {
    if (form.has_changed) return tr(msg::voice_assign_changed);
    if (!form.problem) return std::nullopt;
    return tr(words_of(*form.problem));
}

// Sent along: who has it, as this page says it.
doc::Node seen(const VoiceView& voice) { return hidden_field(std::string(had_name), voice.assigned_to); }

doc::Node form_with(const std::string& action, std::string key, Nodes parts, doc::Text button) {
    parts.push_back(doc::block(Tag::Div, Style::Actions,
                               {doc::text(Tag::Button, Style::QuietButton, std::move(button),
                                          {.key = "send", .attributes = {{Attribute::Type, "submit"}}})},
                               {.key = "send"}));
    return doc::block(
        Tag::Form, Style::Form, std::move(parts),
        {.key = std::move(key), .attributes = {{Attribute::Method, "post"}, {Attribute::Action, action}}});
}

// One button for each: who has it already is not among them.
doc::Node give_form(const i18n::Text& tr, const std::string& action, const VoiceView& voice,
                    const AssignmentForm& form) {
    Nodes buttons;
    for (const auto& person : form.colleagues) {
        auto words = doc::value(person.name);
        words.append(" · ").append(tr(desk::words_of(person.role)));
        buttons.push_back(doc::text(Tag::Button, Style::QuietButton, std::move(words),
                                    {.key = person.name,
                                     .attributes = {{Attribute::Type, "submit"},
                                                    {Attribute::Name, std::string(to_name)},
                                                    {Attribute::Value, person.name}}}));
    }
    return doc::block(
        Tag::Form, Style::Form,
        {seen(voice),
         doc::text(Tag::H3, Style::Subheading, tr(msg::voice_assign_give), {.attributes = {{Attribute::Id, "give"}}}),
         doc::block(Tag::Div, Style::Actions, std::move(buttons), {.key = "colleagues"})},
        {.key = "give",
         .attributes = {
             {Attribute::Method, "post"}, {Attribute::Action, action}, {Attribute::AriaLabelledBy, "give"}}});
}

}  // namespace

doc::Node assignment_section(const i18n::Text& tr, const std::string& action, const VoiceView& voice,
                             const AssignmentForm& form) {
    auto told = voice.assigned_to.empty() ? doc::Text(tr(msg::voice_assigned_nobody))
                                          : doc::Text(tr(msg::voice_assigned_to, {.name = voice.assigned_to}));
    Nodes parts{doc::text(Tag::P, Style::Body, std::move(told),
                          {.attributes = {{Attribute::Id, std::string(section_id)}, {Attribute::TabIndex, "-1"}}})};
    if (const auto words = problem_words(tr, form)) parts.push_back(paragraph(Style::FieldError, *words));
    if (!form.own_name.empty())
        parts.push_back(form_with(action, "take", {seen(voice), hidden_field(std::string(to_name), form.own_name)},
                                  tr(msg::voice_assign_take)));
    if (form.may_give_back)
        parts.push_back(form_with(action, "give-back", {seen(voice), hidden_field(std::string(to_name), "")},
                                  tr(msg::voice_assign_back)));
    if (!form.colleagues.empty()) parts.push_back(give_form(tr, action, voice, form));
    return pages::section(tr, std::string(section_id), msg::voice_assigned, std::move(parts));
}

std::optional<pages::ErrorLine> assignment_error_line(const i18n::Text& tr, const AssignmentForm& form) {
    auto words = problem_words(tr, form);
    if (!words) return std::nullopt;
    return pages::ErrorLine{std::string(section_id), std::move(*words)};
}

}  // namespace desk
