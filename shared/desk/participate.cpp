#include <algorithm>

#include "shared/desk/item_fields.hpp"
#include "shared/desk/voice.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_verdict.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/domain/text.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"
#include "shared/wire/item_form.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::ContributionField;
using domain::DraftProblem;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

doc::Text problem_words(const i18n::Text& tr, const ParticipateData& data, DraftProblem problem) {
    using enum DraftProblem;
    switch (problem) {
        case KindMissing: return tr(msg::voice_problem_kind);
        case ServiceUnknown: return tr(msg::voice_problem_service);
        case ServiceMissing: return tr(msg::voice_problem_service_missing);
        case TextMissing: return tr(msg::voice_problem_text);
        case TextTooLong: return tr(msg::item_problem_long, {.limit = domain::contribution_text_limit});
        case TextBroken: return tr(msg::item_problem_broken);
        case KeyMissing: return tr(msg::voice_problem_key);
        case KeyConflict: return tr(msg::voice_problem_conflict);
        case TooMany: return tr(msg::voice_problem_many, {.minutes = std::max(data.wait_minutes, 1)});
        case Malformed: return tr(msg::voice_problem_malformed);
        case Unavailable: break;
    }
    return tr(msg::problem_account_unavailable);
}

std::optional<doc::Text> error_at(const i18n::Text& tr, const ParticipateData& data, ContributionField field) {
    const auto found = std::ranges::find(data.errors, field, &domain::DraftError::field);
    if (found == data.errors.end()) return std::nullopt;
    return problem_words(tr, data, found->problem);
}

std::string target_of(ContributionField field) {
    switch (field) {
        case ContributionField::Kind: return radio_id("kind", domain::name_of(domain::draft_kinds.front()));
        case ContributionField::Service: return radio_id("service", "");
        case ContributionField::Text: return "text";
        case ContributionField::Key:
        case ContributionField::Form: break;
    }
    return "send";
}

std::vector<pages::ErrorLine> error_lines(const i18n::Text& tr, const ParticipateData& data) {
    std::vector<pages::ErrorLine> lines;
    for (const auto& error : data.errors)
        lines.push_back({target_of(error.field), problem_words(tr, data, error.problem)});
    return lines;
}

doc::Node kinds(const i18n::Text& tr, const ParticipateData& data) {
    RadioGroup group{.name = "kind", .legend = tr(msg::voice_kind), .choices = {}};
    for (const auto kind : domain::draft_kinds)
        group.choices.push_back({std::string(domain::name_of(kind)), tr(words_of(kind))});
    group.chosen = data.draft.kind;
    group.error = error_at(tr, data, ContributionField::Kind);
    return radio_group(std::move(group));
}

doc::Node services(const i18n::Text& tr, const ParticipateData& data) {
    RadioGroup group{.name = "service", .legend = tr(msg::voice_service), .choices = {{"", tr(msg::voice_whole)}}};
    for (const auto& service : data.services)
        group.choices.push_back({service.slug, pages::name(tr, service.name.in(tr.language()))});
    group.chosen = data.draft.service;
    group.error = error_at(tr, data, ContributionField::Service);
    return radio_group(std::move(group));
}

doc::Node text_field(const i18n::Text& tr, const ParticipateData& data) {
    pages::TextField field{.name = "text", .label = tr(msg::voice_text)};
    field.hint = tr(msg::voice_text_hint, {.limit = domain::contribution_text_limit});
    field.error = error_at(tr, data, ContributionField::Text);
    field.value = data.draft.text;
    field.kind = pages::TextField::Kind::Area;
    return pages::text_field(std::move(field));
}

doc::Node button(Style style, std::string value, i18n::Key words, const i18n::Text& tr) {
    return doc::text(Tag::Button, style, tr(words),
                     {.key = value,
                      .attributes = {{Attribute::Type, "submit"}, {Attribute::Name, "do"}, {Attribute::Value, value}}});
}

// Enter sends: that button comes first.
doc::Node buttons(const i18n::Text& tr) {
    auto send = button(Style::Button, "send", msg::voice_send, tr);
    send.attributes.emplace_back(Attribute::Id, "send");
    return doc::block(
        Tag::Div, Style::Actions,
        {std::move(send), button(Style::QuietButton, std::string(wire::preview_values), msg::voice_preview_show, tr)},
        {.key = "send"});
}

doc::Node form(const i18n::Text& tr, const routes::Participate& route, const ParticipateData& data) {
    auto form = pages::post_form(
        routes::address_of(route), "say", "say",
        {doc::text(Tag::H2, Style::Heading, tr(msg::voice_form_title), {.attributes = {{Attribute::Id, "say"}}}),
         hidden_field("key", data.draft.key), hidden_field(std::string(opened_field), data.opened), kinds(tr, data),
         services(tr, data), text_field(tr, data), buttons(tr), paragraph(Style::Note, tr(msg::voice_send_note)),
         pages::language_buttons(tr, route, "do", std::string(wire::keep_values))});
    form.attributes.emplace_back(Attribute::DataPart, wire::preview_values);
    form.attributes.emplace_back(Attribute::DataPartLost, i18n::plain(tr(msg::preview_lost)));
    form.attributes.emplace_back(Attribute::DataDraft, "kind service text");
    if (data.is_typed) return form;
    form.attributes.emplace_back(Attribute::DataDraftKept, i18n::plain(tr(msg::voice_draft_kept)));
    form.attributes.emplace_back(Attribute::DataDraftDrop, i18n::plain(tr(msg::voice_draft_drop)));
    return form;
}

i18n::Key preview_words(const ParticipateData& data) {
    const auto& preview = data.preview;
    if (preview && preview->is_private) return msg::voice_preview_private;
    if (!preview || preview->text.empty()) return msg::voice_preview_none;
    return preview->is_held ? msg::voice_preview_held : msg::voice_preview_open;
}

// As `preview_alone` finds it.
doc::Node preview_section(const i18n::Text& tr, const ParticipateData& data) {
    const std::string id(wire::preview_values);
    Nodes parts{doc::text(Tag::H2, Style::Heading, tr(msg::voice_preview_title),
                          {.attributes = {{Attribute::Id, id}, {Attribute::TabIndex, "-1"}}}),
                paragraph(Style::Note, tr(preview_words(data)))};
    if (data.preview && data.preview->is_masked) parts.push_back(paragraph(Style::Body, tr(msg::voice_preview_masked)));
    if (data.preview && !data.preview->is_private && !data.preview->text.empty()) {
        VoiceView voice{.number = {}, .clock = {}};
        voice.service = data.draft.service;
        const auto found = std::ranges::find(data.services, voice.service, &ServiceChoice::slug);
        if (found != data.services.end()) voice.service_name = found->name;
        Nodes lines;
        if (const auto kind = domain::parse_contribution_kind(data.draft.kind))
            lines.push_back(paragraph(Style::Label, tr(words_of(*kind))));
        lines.push_back(paragraph(Style::CardText, service_words(tr, voice)));
        lines.push_back(person_text(tr, data.preview->text, std::nullopt));
        parts.push_back(doc::block(Tag::Div, Style::Panel, std::move(lines), {.key = "shown"}));
    }
    return doc::block(Tag::Section, Style::Section, std::move(parts),
                      {.key = id, .attributes = {{Attribute::AriaLabelledBy, id}}});
}

doc::Node figures(const i18n::Text& tr, const VoiceFigures& figures) {
    Nodes lines;
    const auto add = [&](doc::Text words) {
        lines.push_back(doc::block(Tag::Li, Style::Entry, {paragraph(Style::CardText, std::move(words))}));
    };
    add(tr(msg::voice_figure_received, {.count = figures.received, .published = figures.published}));
    add(tr(msg::voice_figure_read, {.count = figures.acknowledged,
                                    .days = domain::acknowledge_within_days,
                                    .in_time = figures.acknowledged_in_time}));
    add(tr(msg::voice_figure_answered,
           {.count = figures.answered, .days = domain::answer_within_days, .in_time = figures.answered_in_time}));
    const auto& read = figures.read_after;
    const auto& after = figures.answered_after;
    if (figures.acknowledged > 0)
        add(tr(msg::voice_figure_read_after, {.soon = read[0], .in_time = read[1], .later = read[2]}));
    if (figures.answered > 0)
        add(tr(msg::voice_figure_answered_after,
               {.soon = after[0], .month = after[1], .in_time = after[2], .later = after[3]}));
    add(tr(msg::voice_figure_late, {.late = figures.late}));
    add(tr(msg::voice_figure_told, {.head = figures.told_head, .ministry = figures.told_ministry}));
    if (figures.helped + figures.not_helped > 0)
        add(tr(msg::voice_figure_verdicts, {.helped = figures.helped, .not_helped = figures.not_helped}));
    if (figures.ratings > 0) add(tr(msg::voice_figure_ratings, {.count = figures.ratings, .worded = figures.worded}));
    return pages::section(tr, "figures", msg::voice_figures, {pages::list(Tag::Ul, Style::Entries, std::move(lines))});
}

doc::Node entry(const i18n::Text& tr, const routes::Participate& route, const VoiceView& voice, Nodes parts) {
    const routes::Contribution to{tr.language(), route.district, voice.number};
    parts.insert(parts.begin(), paragraph(Style::CardText, service_words(tr, voice)));
    parts.insert(parts.begin(), doc::block(Tag::H3, Style::CardHead,
                                           {doc::text(Tag::A, Style::EntryLink, voice_name(tr, voice),
                                                      {.attributes = {{Attribute::Href, routes::address_of(to)}}})}));
    for (auto& line : clock_lines(tr, voice, Style::Mark)) parts.push_back(std::move(line));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = voice.number});
}

// The answer, and what its author says of it.
Nodes facts(const i18n::Text& tr, const VoiceView& voice, const std::optional<doc::Text>& merged) {
    auto rows = answer_rows(tr, *voice.answer, merged);
    for (auto& row : verdict_rows(tr, voice)) rows.push_back(std::move(row));
    return rows;
}

doc::Node open_entry(const i18n::Text& tr, const routes::Participate& route, const VoiceView& voice) {
    auto parts = said_parts(tr, voice);
    parts.push_back(paragraph(Style::When, tr(public_words_of(voice.state))));
    if (voice.answer)
        parts.push_back(doc::block(Tag::Dl, Style::Facts, facts(tr, voice, public_target(tr, route.district, voice))));
    return entry(tr, route, voice, std::move(parts));
}

// What was asked for beside what was done.
doc::Node done_entry(const i18n::Text& tr, const routes::Participate& route, const VoiceView& voice) {
    const auto side = [&](std::string key, i18n::Key label, Nodes parts) {
        parts.insert(parts.begin(), paragraph(Style::Label, tr(label)));
        return doc::block(Tag::Div, Style::CardSpace, std::move(parts), {.key = std::move(key)});
    };
    return entry(tr, route, voice,
                 {doc::block(Tag::Div, Style::CardRow,
                             {side("said", msg::voice_you_said, said_parts(tr, voice)),
                              side("did", msg::voice_we_did,
                                   {person_text(tr, voice.answer->words, voice.language),
                                    doc::block(Tag::Dl, Style::Facts, facts(tr, voice, {}))})})});
}

bool is_done(const VoiceView& voice) { return voice.answer && voice.answer->outcome == domain::Outcome::Done; }

Nodes voices(const i18n::Text& tr, const routes::Participate& route, const ParticipateData& data) {
    Nodes done, others, parts;
    for (const auto& voice : data.voices)
        if (is_done(voice)) done.push_back(done_entry(tr, route, voice));
        else others.push_back(open_entry(tr, route, voice));
    if (data.voices.empty())
        parts.push_back(pages::section(tr, "voices", msg::voice_list,
                                       {pages::empty_state(tr, Tag::H3, msg::voice_none_title, msg::voice_none)}));
    if (!done.empty())
        parts.push_back(
            pages::section(tr, "ledger", msg::voice_ledger, {pages::list(Tag::Ul, Style::Entries, std::move(done))}));
    if (!others.empty())
        parts.push_back(
            pages::section(tr, "voices", msg::voice_list, {pages::list(Tag::Ul, Style::Entries, std::move(others))}));
    if (!data.next.empty())
        parts.push_back(pages::lone_link(
            routes::address_of(routes::Participate{tr.language(), route.district, data.next}), tr(msg::voice_older)));
    return parts;
}

}  // namespace

doc::Document participate_page(const i18n::Text& tr, const routes::Participate& route, const ParticipateData& data) {
    const routes::Participate here{tr.language(), route.district, {}};
    const auto words = tr(msg::voice_title, {.district = data.district.city.in(tr.language())});
    Nodes parts{pages::title(words)};
    auto errors = error_lines(tr, data);
    const bool is_wrong = !errors.empty();
    if (is_wrong) parts.push_back(pages::error_summary(tr, std::move(errors)));
    parts.push_back(paragraph(Style::Lead, tr(msg::voice_lead, {.read = domain::acknowledge_within_days,
                                                                .answer = domain::answer_within_days})));
    parts.push_back(paragraph(Style::Body, tr(msg::voice_about_cases)));
    parts.push_back(form(tr, here, data));
    parts.push_back(preview_section(tr, data));
    parts.push_back(figures(tr, data.figures));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::Needs{tr.language(), route.district}), tr(msg::needs_link)));
    parts.push_back(pages::lone_link(routes::address_of(routes::Moderation{tr.language(), route.district}),
                                     tr(msg::moderation_link)));
    for (auto& node : voices(tr, here, data)) parts.push_back(std::move(node));
    auto title = i18n::plain(words);
    if (is_wrong) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title), &data.district), std::move(parts));
}

}  // namespace desk
