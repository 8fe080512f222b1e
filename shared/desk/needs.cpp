#include "shared/desk/needs.hpp"

#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"
#include "shared/pages/rating_words.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

// Where there is nothing of it, it is not said.
void add_count(const i18n::Text& tr, Nodes& rows, i18n::Key term, int count) {
    if (count > 0) rows.push_back(pages::fact_row(tr, term, tr(msg::needs_count, {.count = count})));
}

void add_facts(const i18n::Text& tr, Nodes& parts, i18n::Key title, Nodes rows) {
    if (rows.empty()) return;
    parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(title)));
    parts.push_back(doc::block(Tag::Dl, Style::Facts, std::move(rows)));
}

Nodes said_rows(const i18n::Text& tr, const domain::Need& need) {
    Nodes rows;
    add_count(tr, rows, msg::needs_suggestions, need.suggestions);
    add_count(tr, rows, msg::needs_papers, need.other_papers);
    add_count(tr, rows, msg::needs_asking, need.asking);
    return rows;
}

Nodes outcome_rows(const i18n::Text& tr, const domain::Need& need) {
    Nodes rows;
    for (const auto outcome : domain::outcomes)
        add_count(tr, rows, words_of(outcome), need.outcomes[static_cast<std::size_t>(outcome)]);
    add_count(tr, rows, msg::needs_waiting, need.waiting());
    return rows;
}

Nodes reason_rows(const i18n::Text& tr, const domain::Need& need) {
    Nodes rows;
    for (const auto reason : domain::reasons)
        add_count(tr, rows, pages::words_of(reason), need.reasons[static_cast<std::size_t>(reason)]);
    return rows;
}

doc::Node newest_entry(const i18n::Text& tr, const routes::Needs& route, const VoiceView& voice) {
    const routes::Contribution to{tr.language(), route.district, voice.number};
    return doc::block(Tag::Li, Style::Entry,
                      {doc::block(Tag::Div, Style::CardHead,
                                  {doc::text(Tag::A, Style::EntryLink, voice_name(tr, voice),
                                             {.attributes = {{Attribute::Href, routes::address_of(to)}}})}),
                       voice_text(tr, voice), paragraph(Style::When, tr(public_words_of(voice.state)))},
                      {.key = voice.number});
}

doc::Node group(const i18n::Text& tr, const routes::Needs& route, const NeedView& view) {
    VoiceView named{.number = {}, .clock = {}};
    named.service = view.need.service;
    named.service_name = view.service_name;
    const auto id = view.need.service.empty() ? std::string("whole") : "of-" + view.need.service;
    Nodes parts{doc::text(Tag::H2, Style::Heading, service_words(tr, named), {.attributes = {{Attribute::Id, id}}}),
                paragraph(Style::Lead, tr(msg::needs_people, {.count = view.need.people()})),
                doc::block(Tag::Dl, Style::Facts, said_rows(tr, view.need))};
    add_facts(tr, parts, msg::needs_outcomes, outcome_rows(tr, view.need));
    add_facts(tr, parts, msg::needs_better, reason_rows(tr, view.need));
    if (!view.newest.empty()) {
        Nodes entries;
        for (const auto& voice : view.newest) entries.push_back(newest_entry(tr, route, voice));
        parts.push_back(doc::text(Tag::H3, Style::Subheading, tr(msg::needs_newest)));
        parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    }
    return doc::block(Tag::Section, Style::Panel, std::move(parts),
                      {.key = id, .attributes = {{Attribute::AriaLabelledBy, id}}});
}

}  // namespace

doc::Document needs_page(const i18n::Text& tr, const routes::Needs& route, const NeedsData& data) {
    const auto words = tr(msg::needs_title, {.district = data.district.city.in(tr.language())});
    Nodes parts{pages::title(words), paragraph(Style::Lead, tr(msg::needs_lead))};
    for (const auto& view : data.needs) parts.push_back(group(tr, route, view));
    if (data.needs.empty()) parts.push_back(pages::empty_state(tr, Tag::H2, msg::needs_none_title, msg::needs_none));
    parts.push_back(pages::lone_link(routes::address_of(routes::Moderation{tr.language(), route.district}),
                                     tr(msg::moderation_link)));
    parts.push_back(pages::lone_link(routes::address_of(routes::Participate{tr.language(), route.district, {}}),
                                     tr(msg::voice_back, {.district = data.district.city.in(tr.language())})));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words), &data.district), std::move(parts));
}

}  // namespace desk
