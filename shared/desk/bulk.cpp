#include "shared/desk/bulk.hpp"

#include <algorithm>
#include <utility>

#include "shared/desk/item_fields.hpp"
#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_steps.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::ContributionState;
using domain::ContributionStep;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

doc::Node button(const i18n::Text& tr, ContributionStep step, i18n::Key words) {
    const std::string name(domain::name_of(step));
    return doc::text(Tag::Button, Style::QuietButton, tr(words),
                     {.key = name,
                      .attributes = {{Attribute::Type, "submit"},
                                     {Attribute::Name, "step"},
                                     {Attribute::Value, name},
                                     {Attribute::Id, name + "-send"}}});
}

doc::Text number_of(const i18n::Text& tr, const routes::DeskRoom& route, const VoiceView& voice) {
    return doc::link(routes::address_of(routes::DeskVoice{tr.language(), route.desk, voice.number}),
                     voice_name(tr, voice));
}

doc::Text why_not(const i18n::Text& tr, const BulkResult& one, ContributionStep step) {
    return one.problem ? problem_words(tr, step, *one.problem) : doc::Text(tr(msg::voice_bulk_changed));
}

doc::Node failed_entry(const i18n::Text& tr, const routes::DeskRoom& route, const BulkResult& one,
                       ContributionStep step) {
    Nodes parts{paragraph(Style::CardText, number_of(tr, route, one.voice)),
                paragraph(Style::FieldError, why_not(tr, one, step))};
    if (can_be_ticked(one.voice)) parts.push_back(tick(tr, one.voice, !one.has_changed));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = one.voice.number});
}

doc::Node done_section(const i18n::Text& tr, const routes::DeskRoom& route, const std::vector<BulkResult>& results,
                       int count) {
    Nodes entries;
    for (const auto& one : results)
        if (one.is_done())
            entries.push_back(doc::block(Tag::Li, Style::Entry,
                                         {paragraph(Style::CardText, number_of(tr, route, one.voice)),
                                          paragraph(Style::When, tr(desk::words_of(one.voice.state)))},
                                         {.key = one.voice.number}));
    return doc::block(Tag::Section, Style::Part,
                      {doc::text(Tag::H2, Style::Heading, tr(msg::voice_bulk_done, {.count = count})),
                       pages::list(Tag::Ul, Style::Entries, std::move(entries))},
                      {.key = "done"});
}

}  // namespace

std::string pick_of(const VoiceView& voice) { return voice.number + "-" + std::to_string(voice.version); }

bool can_be_taken_together(ContributionStep step) {
    return step == ContributionStep::Acknowledge || step == ContributionStep::Answer;
}

bool can_be_ticked(const VoiceView& voice) {
    using enum ContributionState;
    return voice.state == Published || voice.state == Private || voice.state == Acknowledged;
}

doc::Node tick(const i18n::Text& tr, const VoiceView& voice, bool is_ticked) {
    const auto value = pick_of(voice);
    doc::Options options{.attributes = {{Attribute::Type, "checkbox"},
                                        {Attribute::Name, std::string(pick_field)},
                                        {Attribute::Value, value},
                                        {Attribute::Id, std::string(pick_field).append("-").append(value)}}};
    if (is_ticked) options.attributes.emplace_back(Attribute::Checked, "");
    return doc::block(
        Tag::Label, Style::Option,
        {doc::control(Tag::Input, Style::OptionCheck, std::move(options)),
         doc::text(Tag::Div, Style::OptionText, tr(msg::voice_bulk_pick, {.name = voice_name(tr, voice).utf8}))},
        {.key = "tick"});
}

doc::Text tick_problem_words(const i18n::Text& tr, TickProblem problem) {
    if (problem == TickProblem::TooMany) return tr(msg::voice_bulk_many, {.limit = most_together});
    return tr(msg::voice_bulk_none);
}

doc::Node bulk_form(const i18n::Text& tr, const routes::DeskRoom& route, Nodes entries, const StepForm& answer) {
    Nodes parts{pages::list(Tag::Ul, Style::Entries, std::move(entries)),
                doc::text(Tag::H2, Style::Heading, tr(msg::voice_bulk), {.attributes = {{Attribute::Id, "together"}}}),
                paragraph(Style::Note, tr(msg::voice_bulk_lead))};
    for (auto& field : step_fields(tr, answer)) parts.push_back(std::move(field));
    // Enter in a field answers: that button comes first.
    parts.push_back(doc::block(Tag::Div, Style::Actions,
                               {button(tr, ContributionStep::Answer, msg::voice_bulk_send),
                                button(tr, ContributionStep::Acknowledge, msg::voice_bulk_read)},
                               {.key = "send"}));
    return pages::post_form(routes::address_of(route), "together", "together", std::move(parts));
}

doc::Document bulk_page(const i18n::Text& tr, const routes::DeskRoom& route, const BulkData& data) {
    const auto words = tr(msg::voice_bulk);
    Nodes parts{pages::title(words)};
    auto errors = step_error_lines(tr, {data.answer});
    const bool is_wrong = !errors.empty();
    if (is_wrong) parts.push_back(pages::error_summary(tr, std::move(errors)));
    const auto done = static_cast<int>(std::ranges::count_if(data.results, &BulkResult::is_done));
    const auto failed = static_cast<int>(data.results.size()) - done;
    if (done > 0) parts.push_back(done_section(tr, route, data.results, done));
    if (failed > 0) {
        parts.push_back(doc::text(Tag::H2, Style::Heading, tr(msg::voice_bulk_failed, {.count = failed})));
        Nodes entries;
        for (const auto& one : data.results)
            if (!one.is_done()) entries.push_back(failed_entry(tr, route, one, data.answer.step));
        auto answer = data.answer;
        if (answer.step != ContributionStep::Answer) answer = {.step = ContributionStep::Answer};
        parts.push_back(bulk_form(tr, route, std::move(entries), answer));
    }
    parts.push_back(pages::lone_link(routes::address_of(route), tr(msg::voice_to_inbox)));
    auto title = i18n::plain(words);
    if (is_wrong) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title)), std::move(parts));
}

}  // namespace desk
