#include <algorithm>

#include "shared/desk/answer_templates.hpp"
#include "shared/desk/assignment.hpp"
#include "shared/desk/sealed.hpp"
#include "shared/desk/voice.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_steps.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/domain/receipt_code.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

doc::Node sentences(Nodes lines) {
    Nodes items;
    for (auto& line : lines) items.push_back(doc::block(Tag::Li, Style::Entry, {std::move(line)}));
    return pages::list(Tag::Ul, Style::Entries, std::move(items));
}

doc::Node revision_section(const i18n::Text& tr, const DeskVoiceData& data) {
    Nodes lines;
    for (const auto& text : data.revisions) lines.push_back(person_text(tr, text, data.voice.language));
    return pages::section(tr, "revisions", msg::voice_revisions, {sentences(std::move(lines))});
}

doc::Node concern_section(const i18n::Text& tr, std::string key, i18n::Key title,
                          const std::vector<std::string>& concerns) {
    Nodes lines;
    for (const auto& name : concerns) lines.push_back(paragraph(Style::CardText, tr(words_of_concern(name))));
    return pages::section(tr, std::move(key), title, {sentences(std::move(lines))});
}

// The desk knows by which receipt it goes on.
std::optional<doc::Text> desk_target(const i18n::Text& tr, const routes::DeskVoice& route, const VoiceView& voice) {
    if (!voice.answer || voice.answer->merged_into.empty()) return std::nullopt;
    const auto code = domain::ReceiptCode::parse(voice.answer->merged_into);
    const auto words = doc::value(code ? code->hyphenated() : voice.answer->merged_into);
    if (voice.merged_number.empty()) return words;
    return doc::link(routes::address_of(routes::DeskVoice{tr.language(), route.desk, voice.merged_number}), words);
}

doc::Node next_section(const i18n::Text& tr, const routes::DeskVoice& route, const DeskVoiceData& data) {
    const StepTarget target{.action = routes::address_of(route), .hidden = {{"version", std::to_string(data.version)}}};
    Nodes parts;
    if (data.forms.empty()) parts.push_back(paragraph(Style::Body, tr(msg::item_no_step)));
    for (const auto& form : data.forms) parts.push_back(step_form(tr, form, target));
    return pages::section(tr, "next", msg::item_next, std::move(parts));
}

// In the language of who reads the answer, each with the link that begins an answer with it, where its step may be
// taken.
doc::Node template_section(const i18n::Text& tr, const routes::DeskVoice& route, const DeskVoiceData& data) {
    const auto language = data.voice.language;
    const i18n::Text theirs(language);
    Nodes entries;
    for (const auto& one : answer_templates()) {
        Nodes parts{doc::text(Tag::P, Style::UserText, theirs(one.words), {.language = pages::foreign(tr, language)})};
        const auto field = std::string(domain::name_of(one.step)).append("-words");
        if (std::ranges::contains(data.forms, one.step, &StepForm::step))
            parts.push_back(
                pages::lone_link(routes::address_of(route).append("?use=").append(one.name).append("#").append(field),
                                 tr(msg::voice_template_use, {.outcome = tr(words_of(one.outcome)).text})));
        entries.push_back(doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = std::string(one.name)}));
    }
    return pages::section(tr, "templates", msg::voice_templates,
                          {pages::list(Tag::Ul, Style::Entries, std::move(entries))});
}

bool gives_answer(const StepForm& form) { return !domain::outcomes_of(form.step).empty(); }

}  // namespace

doc::Document desk_voice_page(const i18n::Text& tr, const routes::DeskVoice& route, const DeskVoiceData& data) {
    const auto& voice = data.voice;
    const auto words = voice_name(tr, voice);
    Nodes parts{pages::title(words)};
    if (data.has_changed) parts.push_back(changed_banner(tr));
    auto errors = step_error_lines(tr, data.forms);
    if (data.sealed)
        if (auto line = sealed_error_line(tr, *data.sealed)) errors.push_back(std::move(*line));
    if (auto line = assignment_error_line(tr, data.assignment)) errors.push_back(std::move(*line));
    const bool is_wrong = !errors.empty();
    if (is_wrong) parts.push_back(pages::error_summary(tr, std::move(errors)));
    parts.push_back(paragraph(Style::Meta, service_words(tr, voice)));
    parts.push_back(paragraph(Style::Lead, tr(words_of(voice.state))));
    if (voice.is_private && voice.state != domain::ContributionState::Private)
        parts.push_back(paragraph(Style::Note, tr(msg::voice_state_private)));
    parts.push_back(pages::section(tr, "said", msg::voice_said, said_parts(tr, voice, data.steps)));
    if (!data.revisions.empty()) parts.push_back(revision_section(tr, data));
    if (data.sealed) parts.push_back(sealed_section(tr, routes::open_sealed_action(route), *data.sealed));
    if (!data.concerns.empty()) parts.push_back(concern_section(tr, "concerns", msg::voice_concerns, data.concerns));
    if (!data.noted.empty()) parts.push_back(concern_section(tr, "noted", msg::voice_noted, data.noted));
    parts.push_back(clock_panel(tr, voice));
    if (voice.answer) parts.push_back(answer_section(tr, voice, desk_target(tr, route, voice)));
    if (!data.steps.empty()) parts.push_back(step_section(tr, voice, data.steps));
    parts.push_back(assignment_section(tr, routes::assign_action(route), voice, data.assignment));
    parts.push_back(next_section(tr, route, data));
    if (std::ranges::any_of(data.forms, gives_answer)) parts.push_back(template_section(tr, route, data));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Voice, {}}),
                         tr(msg::voice_to_inbox)));
    auto title = words.utf8;
    if (is_wrong) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title)), std::move(parts));
}

}  // namespace desk
