#include "shared/desk/parity.hpp"

#include <algorithm>

#include "shared/desk/item_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::LanguageStatus;
using Nodes = std::vector<doc::Node>;

std::string query_of(const ParityData& data, const std::string& cursor = {}) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        query.append(query.empty() ? "" : "&").append(name).append("=").append(value);
    };
    if (data.language) add("language", base::code_of(*data.language));
    if (data.status) add("status", domain::name_of(*data.status));
    if (data.kind) add("kind", domain::name_of(*data.kind));
    if (!cursor.empty()) add("cursor", cursor);
    return query;
}

doc::Text language_words(const i18n::Text& tr, base::Language language) {
    return doc::value(tr(name_of(language)).text, pages::foreign(tr, language));
}

// Some are never none of a hundred, and not all are never a hundred.
std::int64_t share_of(std::int64_t part, std::int64_t whole) {
    if (part == 0 || part == whole) return part == 0 ? 0 : 100;
    return std::clamp<std::int64_t>((part * 100 + whole / 2) / whole, 1, 99);
}

doc::Node table_part(Tag tag, Style style, std::string_view role, Nodes children, std::string key) {
    return doc::block(tag, style, std::move(children),
                      {.key = std::move(key), .attributes = {{Attribute::Role, std::string(role)}}});
}

// Each number beside what it counts, so that a phone needs no heads of columns.
doc::Node row(const i18n::Text& tr, std::string key, doc::Text head, const std::optional<domain::ItemKind>& kind,
              const std::optional<base::Language>& language, const domain::ParityCounts& counts) {
    Nodes cells{
        table_part(Tag::Div, Style::CardSpace, "rowheader", {pages::paragraph(Style::Label, std::move(head))}, "head")};
    const auto all = counts.sum(kind, language, {});
    for (const auto status : domain::language_statuses) {
        const auto part = counts.sum(kind, language, status);
        cells.push_back(table_part(
            Tag::Div, Style::CardSpace, "cell",
            {pages::paragraph(Style::CardText, tr(words_of(status))),
             pages::paragraph(Style::FactText,
                              tr(msg::parity_share, {.count = part, .all = all, .share = share_of(part, all)}))},
            std::string(domain::name_of(status))));
    }
    return table_part(Tag::Div, Style::Entry, "row",
                      {doc::block(Tag::Div, Style::CardRow, std::move(cells), {.key = "cells"})}, std::move(key));
}

doc::Node table(std::string key, doc::Text title, Nodes rows) {
    return doc::block(
        Tag::Section, Style::Section,
        {doc::text(Tag::H2, Style::Heading, std::move(title), {.attributes = {{Attribute::Id, key}}}),
         doc::block(Tag::Div, Style::Facts, std::move(rows),
                    {.key = "rows", .attributes = {{Attribute::Role, "table"}, {Attribute::AriaLabelledBy, key}}})},
        {.key = key + "-table"});
}

doc::Node by_language(const i18n::Text& tr, const ParityData& data) {
    Nodes rows;
    for (const auto language : base::languages)
        rows.push_back(row(tr, std::string(base::code_of(language)), language_words(tr, language), data.kind, language,
                           data.counts));
    auto title = doc::Text(tr(msg::parity_by_language));
    if (data.kind) title.append(" · ").append(tr(words_of(*data.kind)));
    return table("by-language", std::move(title), std::move(rows));
}

Nodes by_kind(const i18n::Text& tr, const ParityData& data) {
    Nodes rows;
    for (const auto kind : domain::item_kinds)
        if (data.counts.sum(kind, {}, {}) > 0)
            rows.push_back(
                row(tr, std::string(domain::name_of(kind)), tr(words_of(kind)), kind, data.language, data.counts));
    if (rows.empty()) return {};
    auto title = doc::Text(tr(msg::parity_by_kind));
    if (data.language) title.append(" · ").append(language_words(tr, *data.language));
    Nodes nodes;
    nodes.push_back(table("by-kind", std::move(title), std::move(rows)));
    return nodes;
}

doc::Node choice(const routes::DeskRoom& route, const ParityData& data, doc::Text words, bool is_current) {
    auto to = route;
    to.query = query_of(data);
    doc::Options options{.key = to.query, .attributes = {{Attribute::Href, routes::address_of(to)}}};
    if (is_current) options.attributes.emplace_back(Attribute::AriaCurrent, "true");
    return doc::text(Tag::A, is_current ? Style::NavCurrent : Style::NavLink, std::move(words), std::move(options));
}

doc::Node filters(const i18n::Text& tr, const routes::DeskRoom& route, const ParityData& data) {
    const ParityData asked{.city = data.city, .kind = data.kind, .language = data.language, .status = data.status};
    const auto row_of = [&](std::string key, auto part, auto values, doc::Text all, const auto& words) {
        auto one = asked;
        (one.*part).reset();
        Nodes links{choice(route, one, std::move(all), !(data.*part))};
        for (const auto value : values) {
            one.*part = value;
            links.push_back(choice(route, one, words(value), data.*part == value));
        }
        return doc::block(Tag::Div, Style::NavRow, std::move(links), {.key = std::move(key)});
    };
    const auto named = [&](auto value) { return doc::Text(tr(words_of(value))); };
    constexpr std::array statuses{LanguageStatus::Missing, LanguageStatus::Stale, LanguageStatus::Proposed};
    return doc::block(Tag::Nav, Style::Part,
                      {row_of("statuses", &ParityData::status, statuses, tr(msg::parity_open), named),
                       row_of("languages", &ParityData::language, base::languages, tr(msg::items_all),
                              [&](auto language) { return language_words(tr, language); }),
                       row_of("kinds", &ParityData::kind, domain::item_kinds, tr(msg::items_all), named)},
                      {.key = "filters", .attributes = {{Attribute::AriaLabel, i18n::plain(tr(msg::items_filter))}}});
}

doc::Node entry(const i18n::Text& tr, const routes::DeskRoom& route, const GapView& gap) {
    const std::string code(base::code_of(gap.language));
    const auto address =
        routes::address_of(routes::DeskItem{tr.language(), route.desk, gap.number, false, {}}) + "#title/" + code;
    return doc::block(
        Tag::Li, Style::Entry,
        {doc::block(Tag::H3, Style::CardHead,
                    {doc::text(Tag::A, Style::EntryLink,
                               gap.title.empty() ? doc::Text(tr(msg::item_untitled)) : doc::value(gap.title),
                               {.attributes = {{Attribute::Href, address}}})}),
         pages::paragraph(Style::When, doc::Text(language_words(tr, gap.language))
                                           .append(" · ")
                                           .append(tr(words_of(gap.status)))
                                           .append(" · ")
                                           .append(tr(msg::parity_since, {.date = gap.since, .days = gap.days}))),
         pages::paragraph(Style::CardText, tr(words_of(gap.kind)))},
        {.key = gap.number + "-" + code});
}

}  // namespace

doc::Document parity_page(const i18n::Text& tr, const routes::DeskRoom& route, const ParityData& data) {
    const auto words = tr(msg::parity_title, {.district = data.city});
    Nodes parts{pages::title(words), pages::paragraph(Style::Lead, tr(msg::parity_lead))};
    parts.push_back(by_language(tr, data));
    for (auto& part : by_kind(tr, data)) parts.push_back(std::move(part));
    parts.push_back(pages::heading(tr, msg::parity_gaps));
    parts.push_back(filters(tr, route, data));
    Nodes entries;
    for (const auto& gap : data.gaps) entries.push_back(entry(tr, route, gap));
    if (entries.empty()) parts.push_back(pages::empty_state(tr, Tag::H3, msg::parity_none_title, msg::parity_none));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    if (!data.next.empty()) {
        auto more = route;
        more.query = query_of(data, data.next);
        parts.push_back(pages::lone_link(routes::address_of(more), tr(msg::parity_more)));
    }
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Items, {}}),
                         tr(msg::items_title, {.district = data.city})));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
