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

constexpr std::string_view problem_id = "together-error";

std::string button_id(ContributionStep step) { return std::string(domain::name_of(step)) + "-send"; }

doc::Node button(const i18n::Text& tr, ContributionStep step, i18n::Key words, bool is_described) {
    const std::string name(domain::name_of(step));
    doc::Options options{.key = name,
                         .attributes = {{Attribute::Type, "submit"},
                                        {Attribute::Name, "step"},
                                        {Attribute::Value, name},
                                        {Attribute::Id, button_id(step)}}};
    if (is_described) options.attributes.emplace_back(Attribute::AriaDescribedBy, std::string(problem_id));
    return doc::text(Tag::Button, Style::QuietButton, tr(words), std::move(options));
}

doc::Text number_of(const i18n::Text& tr, const routes::DeskRoom& route, const VoiceView& voice) {
    return doc::link(routes::address_of(routes::DeskVoice{tr.language(), route.desk, voice.number}),
                     voice_name(tr, voice));
}

bool is_unread(const VoiceView& voice) {
    return voice.state == ContributionState::Published || voice.state == ContributionState::Private;
}

// Nobody needs to have taken a step for it: it was not read yet, or it was.
doc::Text problem_words_of(const i18n::Text& tr, const VoiceView& voice, ContributionStep step,
                           domain::ContributionProblem problem) {
    const bool is_state = problem == domain::ContributionProblem::WrongState;
    if (is_state && step == ContributionStep::Answer && is_unread(voice)) return tr(msg::voice_bulk_unread);
    if (is_state && step == ContributionStep::Acknowledge && voice.state == ContributionState::Acknowledged)
        return tr(msg::voice_bulk_was_read);
    return problem_words(tr, step, problem);
}

doc::Node entry(const i18n::Text& tr, const routes::DeskRoom& route, const BulkResult& one, ContributionStep step,
                bool may_tick) {
    Nodes parts{paragraph(Style::CardText, number_of(tr, route, one.voice))};
    if (one.is_done()) parts.push_back(paragraph(Style::When, tr(desk::words_of(one.voice.state))));
    if (one.problem) parts.push_back(paragraph(Style::FieldError, problem_words_of(tr, one.voice, step, *one.problem)));
    if (one.has_changed) parts.push_back(paragraph(Style::FieldError, tr(msg::voice_bulk_changed)));
    if (may_tick && can_be_ticked(one.voice)) parts.push_back(tick(tr, one.voice, !one.has_changed));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = one.voice.number});
}

// Those that were done, or those that were not; nothing where there are none.
void add_section(const i18n::Text& tr, const routes::DeskRoom& route, const BulkData& data, bool are_done,
                 Nodes& into) {
    const bool may_tick = !are_done || data.pressed == ContributionStep::Acknowledge;
    Nodes entries;
    for (const auto& one : data.results)
        if (one.is_done() == are_done) entries.push_back(entry(tr, route, one, data.pressed, may_tick));
    if (entries.empty()) return;
    const auto count = static_cast<int>(entries.size());
    into.push_back(
        doc::block(Tag::Section, Style::Part,
                   {doc::text(Tag::H2, Style::Heading,
                              tr(are_done ? msg::voice_bulk_done : msg::voice_bulk_failed, {.count = count})),
                    pages::list(Tag::Ul, Style::Entries, std::move(entries))},
                   {.key = are_done ? "done" : "not-done"}));
}

// What stands against each of them alike: at a field of the answer, or at the button.
std::optional<ButtonProblem> say_shared(const i18n::Text& tr, const BulkData& data, StepForm& answer) {
    if (data.is_unavailable) return ButtonProblem{data.pressed, tr(msg::problem_account_unavailable)};
    const auto shared = shared_problem(data.results);
    if (!shared) return std::nullopt;
    if (data.pressed == ContributionStep::Answer) {
        answer.problem = shared;
        if (is_said_at_field(answer)) return std::nullopt;
        answer.problem.reset();
    }
    const auto words = problem_words_of(tr, data.results.front().voice, data.pressed, *shared);
    const bool is_alike = std::ranges::all_of(data.results, [&](const BulkResult& one) {
        return problem_words_of(tr, one.voice, data.pressed, *shared) == words;
    });
    return ButtonProblem{data.pressed, is_alike ? words : problem_words(tr, data.pressed, *shared)};
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
    return check_option("tick", std::string(pick_field), value,
                        tr(msg::voice_bulk_pick, {.name = voice_name(tr, voice).utf8}), is_ticked);
}

doc::Text tick_problem_words(const i18n::Text& tr, TickProblem problem) {
    if (problem == TickProblem::TooMany) return tr(msg::voice_bulk_many, {.limit = most_together});
    return tr(msg::voice_bulk_none);
}

std::optional<domain::ContributionProblem> shared_problem(const std::vector<BulkResult>& results) {
    if (results.empty()) return std::nullopt;
    const auto problem = results.front().problem;
    const auto is_same = [&](const BulkResult& one) { return one.problem == problem && !one.has_changed; };
    return std::ranges::all_of(results, is_same) ? problem : std::nullopt;
}

doc::Node bulk_form(const i18n::Text& tr, const routes::DeskRoom& route, Nodes above, const StepForm& answer,
                    const std::optional<ButtonProblem>& problem) {
    Nodes parts(std::move(above));
    parts.push_back(
        doc::text(Tag::H2, Style::Heading, tr(msg::voice_bulk), {.attributes = {{Attribute::Id, "together"}}}));
    parts.push_back(paragraph(Style::Note, tr(msg::voice_bulk_lead)));
    for (auto& field : step_fields(tr, answer)) parts.push_back(std::move(field));
    if (problem)
        parts.push_back(doc::text(Tag::P, Style::FieldError, problem->words,
                                  {.attributes = {{Attribute::Id, std::string(problem_id)}}}));
    const auto send = [&](ContributionStep step, i18n::Key words) {
        return button(tr, step, words, problem && problem->pressed == step);
    };
    // Enter in a field answers: that button comes first.
    parts.push_back(doc::block(Tag::Div, Style::Actions,
                               {send(ContributionStep::Answer, msg::voice_bulk_send),
                                send(ContributionStep::Acknowledge, msg::voice_bulk_read)},
                               {.key = "send"}));
    return pages::post_form(routes::address_of(route), "together", "together", std::move(parts));
}

std::vector<pages::ErrorLine> bulk_error_lines(const i18n::Text& tr, const StepForm& answer,
                                               const std::optional<ButtonProblem>& problem) {
    auto lines = step_error_lines(tr, {answer});
    if (problem) lines.insert(lines.begin(), {button_id(problem->pressed), problem->words});
    return lines;
}

doc::Document bulk_page(const i18n::Text& tr, const routes::DeskRoom& route, const BulkData& data) {
    const auto words = tr(msg::voice_bulk);
    Nodes parts{pages::title(words)};
    auto answer = data.answer;
    const auto problem = say_shared(tr, data, answer);
    auto errors = bulk_error_lines(tr, answer, problem);
    const bool is_wrong = !errors.empty();
    if (is_wrong) parts.push_back(pages::error_summary(tr, std::move(errors)));
    // What is marked as read now is answered by one more press.
    const bool stays = data.pressed == ContributionStep::Acknowledge;
    Nodes above;
    add_section(tr, route, data, true, stays ? above : parts);
    add_section(tr, route, data, false, above);
    if (!above.empty()) parts.push_back(bulk_form(tr, route, std::move(above), answer, problem));
    parts.push_back(pages::lone_link(routes::address_of(route), tr(msg::voice_to_inbox)));
    auto title = i18n::plain(words);
    if (is_wrong) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title)), std::move(parts));
}

}  // namespace desk
