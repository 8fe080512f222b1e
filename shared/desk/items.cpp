#include "shared/desk/items.hpp"

#include "shared/desk/account.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using Nodes = std::vector<doc::Node>;

std::string query_of(std::optional<domain::ItemKind> kind, std::optional<domain::ItemState> state,
                     const std::string& after = {}) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        query.append(query.empty() ? "" : "&").append(name).append("=").append(value);
    };
    if (kind) add("kind", domain::name_of(*kind));
    if (state) add("state", domain::name_of(*state));
    add("cursor", after);
    return query;
}

doc::Node choice(const routes::DeskRoom& route, std::string query, doc::Text words, bool is_current) {
    auto to = route;
    to.query = std::move(query);
    doc::Options options{.key = to.query, .attributes = {{Attribute::Href, routes::address_of(to)}}};
    if (is_current) options.attributes.emplace_back(Attribute::AriaCurrent, "true");
    return doc::text(Tag::A, is_current ? Style::NavCurrent : Style::NavLink, std::move(words), std::move(options));
}

doc::Node filters(const i18n::Text& tr, const routes::DeskRoom& route, const ItemsData& data) {
    Nodes states{choice(route, query_of(data.kind, {}), tr(msg::items_all), !data.state)};
    for (const auto state : domain::item_states)
        states.push_back(choice(route, query_of(data.kind, state), tr(words_of(state)), data.state == state));
    Nodes kinds{choice(route, query_of({}, data.state), tr(msg::items_all), !data.kind)};
    for (const auto kind : domain::item_kinds)
        kinds.push_back(choice(route, query_of(kind, data.state), tr(words_of(kind)), data.kind == kind));
    return doc::block(Tag::Nav, Style::Part,
                      {doc::block(Tag::Div, Style::NavRow, std::move(states), {.key = "states"}),
                       doc::block(Tag::Div, Style::NavRow, std::move(kinds), {.key = "kinds"})},
                      {.key = "filters", .attributes = {{Attribute::AriaLabel, i18n::plain(tr(msg::items_filter))}}});
}

std::string address_of(const i18n::Text& tr, const routes::DeskRoom& route, std::string item, std::string query = {}) {
    return routes::address_of(routes::DeskItem{tr.language(), route.desk, std::move(item), false, std::move(query)});
}

doc::Node entry(const i18n::Text& tr, const routes::DeskRoom& route, const ItemView& item) {
    Nodes parts{doc::block(Tag::H2, Style::CardHead,
                           {doc::text(Tag::A, Style::EntryLink, doc::value(title_of(tr, item)),
                                      {.attributes = {{Attribute::Href, address_of(tr, route, item.number)}}})})};
    parts.push_back(pages::paragraph(Style::CardText, tr(words_of(item.kind))));
    for (auto& line : item_lines(tr, item)) parts.push_back(std::move(line));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = item.number});
}

doc::Node new_texts(const i18n::Text& tr, const routes::DeskRoom& route) {
    Nodes links;
    for (const auto kind : domain::item_kinds) {
        const std::string name(domain::name_of(kind));
        links.push_back(
            doc::text(Tag::A, Style::NavLink, tr(words_of(kind)),
                      {.key = name, .attributes = {{Attribute::Href, address_of(tr, route, "new", "kind=" + name)}}}));
    }
    return doc::block(Tag::Nav, Style::Part,
                      {doc::text(Tag::H2, Style::Heading, tr(msg::items_new), {.attributes = {{Attribute::Id, "new"}}}),
                       doc::block(Tag::Div, Style::NavRow, std::move(links))},
                      {.key = "new", .attributes = {{Attribute::AriaLabelledBy, "new"}}});
}

}  // namespace

std::string title_of(const i18n::Text& tr, const ItemView& item) {
    return item.title.empty() ? tr(msg::item_untitled).text : item.title;
}

std::vector<doc::Node> item_lines(const i18n::Text& tr, const ItemView& item) {
    doc::Text state(tr(words_of(item.state)));
    if (item.version > 0) state.append(" · ").append(tr(msg::item_version, {.number = item.version}));
    if (item.live_version > 0 && item.live_version != item.version)
        state.append(" · ").append(tr(msg::item_live, {.number = item.live_version}));
    Nodes lines{pages::paragraph(Style::When, std::move(state))};
    const auto add_moment = [&](const auto& moment, auto key) {
        if (moment)
            lines.push_back(pages::paragraph(Style::CardText,
                                             tr(key, {.date = moment->date, .time = tr.time(moment->minute_of_day)})));
    };
    add_moment(item.goes_public, msg::item_goes_public);
    add_moment(item.ends, msg::item_ends);
    if (item.changed)
        lines.push_back(
            pages::paragraph(Style::CardText, tr(msg::item_changed, {.date = item.changed->at.date,
                                                                     .time = tr.time(item.changed->at.minute_of_day),
                                                                     .name = item.changed->name,
                                                                     .role = tr(words_of(item.changed->role)).text})));
    doc::Text languages;
    for (const auto language : base::languages) {
        if (!languages.empty()) languages.append(" · ");
        languages.append(doc::value(tr(name_of(language)).text, pages::foreign(tr, language)))
            .append(" ")
            .append(tr(words_of(item.languages[base::index_of(language)])));
    }
    if (item.version > 0) lines.push_back(pages::paragraph(Style::Mark, std::move(languages)));
    return lines;
}

doc::Document items_page(const i18n::Text& tr, const routes::DeskRoom& route, const ItemsData& data) {
    const auto words = tr(msg::items_title, {.district = data.city});
    Nodes parts{pages::title(words), pages::paragraph(Style::Lead, tr(msg::items_lead))};
    if (data.may_edit) parts.push_back(new_texts(tr, route));
    parts.push_back(filters(tr, route, data));
    Nodes entries;
    for (const auto& item : data.items) entries.push_back(entry(tr, route, item));
    if (entries.empty()) parts.push_back(pages::empty_state(tr, Tag::H2, msg::items_none_title, msg::items_none));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    if (!data.next.empty()) {
        auto older = route;
        older.query = query_of(data.kind, data.state, data.next);
        parts.push_back(pages::lone_link(routes::address_of(older), tr(msg::items_more)));
    }
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Images, {}}),
                         tr(msg::images_title, {.district = data.city})));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Duties, {}}),
                         tr(msg::duties_link, {.overdue = data.overdue})));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Parity, {}}),
                         tr(msg::parity_title, {.district = data.city})));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Copies, {}}),
                         tr(msg::copies_title)));
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Glossary, {}}),
                         tr(msg::glossary_title)));
    parts.push_back(pages::lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::desk_title)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
