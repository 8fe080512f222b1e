#include <algorithm>
#include <iterator>

#include "shared/base/utf8.hpp"
#include "shared/desk/bulk.hpp"
#include "shared/desk/inbox_filters.hpp"
#include "shared/desk/voice.hpp"
#include "shared/desk/voice_parts.hpp"
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
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr std::array<std::string_view, voice_shelves.size()> shelf_names{"moderators", "court", "author", "closed",
                                                                         "all"};
constexpr std::size_t shown_code_points = 240;
constexpr int shown_lines = 3;

// Its first lines, so that what is looked for is seen from the list.
std::string beginning_of(std::string_view text) {
    std::size_t at = 0, points = 0;
    int lines = 1;
    while (at < text.size() && points < shown_code_points) {
        if (text[at] == '\n' && ++lines > shown_lines) break;
        at += base::first_code_point(text.substr(at)).length;
        ++points;
    }
    std::string shown(text.substr(0, at));
    return at < text.size() ? shown + "…" : shown;
}

doc::Text words_of(const i18n::Text& tr, VoiceShelf shelf, const InboxData& data) {
    switch (shelf) {
        case VoiceShelf::Moderators: return tr(msg::voice_shelf_moderators, {.count = data.waits_for_moderators});
        case VoiceShelf::Court: return tr(msg::voice_shelf_court, {.count = data.waits_for_court});
        case VoiceShelf::Author: return tr(msg::voice_shelf_author);
        case VoiceShelf::Closed: return tr(msg::voice_shelf_closed);
        case VoiceShelf::All: break;
    }
    return tr(msg::items_all);
}

routes::DeskRoom with_query(routes::DeskRoom route, std::string query) {
    route.query = std::move(query);
    return route;
}

// Each with all that lies on it, as its figure says: no filter goes along.
doc::Node shelves(const i18n::Text& tr, const routes::DeskRoom& route, const InboxData& data) {
    Nodes links;
    for (const auto shelf : voice_shelves) {
        const std::string name(name_of(shelf));
        doc::Options options{
            .key = name,
            .attributes = {{Attribute::Href, routes::address_of(with_query(route, inbox_query(shelf, {})))}}};
        const bool is_here = shelf == data.shelf;
        if (is_here) options.attributes.emplace_back(Attribute::AriaCurrent, "true");
        links.push_back(doc::text(Tag::A, is_here ? Style::NavCurrent : Style::NavLink, words_of(tr, shelf, data),
                                  std::move(options)));
    }
    return doc::block(Tag::Nav, Style::Part, {doc::block(Tag::Div, Style::NavRow, std::move(links))},
                      {.key = "shelves", .attributes = {{Attribute::AriaLabel, i18n::plain(tr(msg::items_filter))}}});
}

doc::Node entry(const i18n::Text& tr, const routes::DeskRoom& route, const VoiceView& voice, bool may_tick) {
    const routes::DeskVoice to{tr.language(), route.desk, voice.number};
    auto shown = voice;
    shown.text = beginning_of(voice.text);
    Nodes parts{doc::block(Tag::H2, Style::CardHead,
                           {doc::text(Tag::A, Style::EntryLink, voice_name(tr, voice),
                                      {.attributes = {{Attribute::Href, routes::address_of(to)}}})}),
                paragraph(Style::CardText, service_words(tr, voice)), voice_text(tr, shown),
                paragraph(Style::When, tr(desk::words_of(voice.state)))};
    if (!voice.assigned_to.empty())
        parts.push_back(paragraph(Style::CardText, tr(msg::voice_assigned_to, {.name = voice.assigned_to})));
    for (auto& line : clock_lines(tr, voice, Style::Mark)) parts.push_back(std::move(line));
    if (may_tick && can_be_ticked(voice)) parts.push_back(tick(tr, voice, false));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = voice.number});
}

}  // namespace

std::string_view name_of(VoiceShelf shelf) { return shelf_names[static_cast<std::size_t>(shelf)]; }

std::optional<VoiceShelf> parse_voice_shelf(std::string_view name) {
    const auto found = std::ranges::find(shelf_names, name);
    if (found == shelf_names.end()) return std::nullopt;
    return static_cast<VoiceShelf>(found - shelf_names.begin());
}

doc::Document inbox_page(const i18n::Text& tr, const routes::DeskRoom& route, const InboxData& data) {
    const auto words = tr(msg::voice_inbox, {.district = data.district.city.in(tr.language())});
    Nodes parts{pages::title(words), paragraph(Style::Lead, tr(msg::voice_inbox_lead))};
    std::optional<ButtonProblem> problem;
    if (data.problem) problem = ButtonProblem{data.pressed, tick_problem_words(tr, *data.problem)};
    if (problem)
        parts.insert(parts.begin() + 1,
                     pages::error_summary(tr, bulk_error_lines(tr, data.answer.value_or(StepForm{}), problem)));
    if (data.late > 0) parts.push_back(paragraph(Style::Outdated, tr(msg::voice_figure_late, {.late = data.late})));
    parts.push_back(shelves(tr, route, data));
    if (has_filters(data)) parts.push_back(inbox_filters(tr, route, data));
    Nodes entries;
    for (const auto& voice : data.voices) entries.push_back(entry(tr, route, voice, data.answer.has_value()));
    // What was typed stays, whatever there is to tick.
    const bool has_form = data.answer && (problem || std::ranges::any_of(data.voices, can_be_ticked));
    const bool is_empty = entries.empty();
    Nodes list;
    if (!is_empty) list.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    if (!data.only.is_any() && is_empty) {
        parts.push_back(pages::empty_state(tr, Tag::H2, msg::voice_filter_none_title, msg::voice_filter_none));
        parts.push_back(pages::lone_link(routes::address_of(with_query(route, inbox_query(data.shelf, {}))),
                                         tr(msg::voice_filter_drop)));
    } else if (is_empty) {
        parts.push_back(pages::empty_state(tr, Tag::H2, msg::voice_inbox_none_title, msg::voice_inbox_none));
    }
    if (has_form) list = {bulk_form(tr, route, std::move(list), *data.answer, problem)};
    std::ranges::move(list, std::back_inserter(parts));
    if (!data.next.empty())
        parts.push_back(pages::lone_link(routes::address_of(with_query(route, data.next)), tr(msg::voice_more)));
    parts.push_back(pages::lone_link(routes::address_of(routes::VoiceRules{tr.language(), route.desk, {}}),
                                     tr(msg::voice_rules, {.district = data.district.city.in(tr.language())})));
    parts.push_back(pages::lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::desk_title)));
    auto title = i18n::plain(words);
    if (data.problem) title = i18n::plain(tr(msg::error_page_title, {.title = title}));
    return pages::frame(tr, pages::frame_of(route, std::move(title)), std::move(parts));
}

}  // namespace desk
