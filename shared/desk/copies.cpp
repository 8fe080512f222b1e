#include "shared/desk/copies.hpp"

#include "shared/desk/item_fields.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/domain/item_copy.hpp"
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

std::string query_of(domain::ItemKind kind, const std::string& from, const std::string& cursor = {}) {
    auto query = std::string("kind=").append(domain::name_of(kind));
    if (!from.empty()) query.append("&from=").append(from);
    if (!cursor.empty()) query.append("&cursor=").append(cursor);
    return query;
}

doc::Node choice(const routes::DeskRoom& route, std::string query, doc::Text words, bool is_current) {
    auto to = route;
    to.query = std::move(query);
    doc::Options options{.key = to.query, .attributes = {{Attribute::Href, routes::address_of(to)}}};
    if (is_current) options.attributes.emplace_back(Attribute::AriaCurrent, "true");
    return doc::text(Tag::A, is_current ? Style::NavCurrent : Style::NavLink, std::move(words), std::move(options));
}

doc::Node filters(const i18n::Text& tr, const routes::DeskRoom& route, const CopiesData& data) {
    Nodes kinds;
    for (const auto kind : domain::item_kinds)
        if (domain::can_be_copied(kind))
            kinds.push_back(choice(route, query_of(kind, data.from), tr(words_of(kind)), data.kind == kind));
    Nodes districts{choice(route, query_of(data.kind, {}), tr(msg::items_all), data.from.empty())};
    for (const auto& district : data.districts)
        districts.push_back(choice(route, query_of(data.kind, district.id.value()),
                                   pages::name(tr, district.city.in(tr.language())), data.from == district.id.value()));
    return doc::block(Tag::Nav, Style::Part,
                      {doc::block(Tag::Div, Style::NavRow, std::move(kinds), {.key = "kinds"}),
                       doc::block(Tag::Div, Style::NavRow, std::move(districts), {.key = "districts"})},
                      {.key = "filters", .attributes = {{Attribute::AriaLabel, i18n::plain(tr(msg::items_filter))}}});
}

std::string title_of(const i18n::Text& tr, const CopyView& offer) {
    return offer.title.empty() ? tr(msg::item_untitled).text : offer.title;
}

// Its name says which one: there are twenty on a page.
doc::Node take_form(const i18n::Text& tr, const routes::DeskRoom& route, const CopyView& offer) {
    auto action = route;
    action.query.clear();
    auto name =
        i18n::plain(tr(msg::copies_take_of, {.title = title_of(tr, offer), .district = offer.city.in(tr.language())}));
    return doc::block(
        Tag::Form, Style::FooterForm,
        {hidden_field("item", offer.number),
         doc::text(Tag::Button, Style::QuietButton, tr(msg::copies_take),
                   {.attributes = {{Attribute::Type, "submit"}, {Attribute::AriaLabel, std::move(name)}}})},
        {.key = "take", .attributes = {{Attribute::Method, "post"}, {Attribute::Action, routes::address_of(action)}}});
}

doc::Node entry(const i18n::Text& tr, const routes::DeskRoom& route, const CopiesData& data, const CopyView& offer) {
    Nodes parts{
        doc::block(Tag::H2, Style::CardHead,
                   {doc::text(Tag::A, Style::EntryLink, doc::value(title_of(tr, offer)),
                              {.attributes = {{Attribute::Href, offer.address}}})}),
        paragraph(Style::When, tr(msg::copies_entry, {.district = offer.city.in(tr.language()), .date = offer.date}))};
    if (data.may_copy) parts.push_back(take_form(tr, route, offer));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = offer.number});
}

doc::Node open_fields(const i18n::Text& tr, domain::ItemKind kind, const std::vector<std::string>& paths) {
    Nodes lines;
    for (const auto& path : paths)
        lines.push_back(doc::block(Tag::Li, Style::LinkItem,
                                   {doc::text(Tag::A, Style::LinkText, words_of_path(tr, kind, path),
                                              {.attributes = {{Attribute::Href, "#" + path}}})},
                                   {.key = path}));
    return pages::list(Tag::Ul, Style::Links, std::move(lines), "open");
}

}  // namespace

doc::Document copies_page(const i18n::Text& tr, const routes::DeskRoom& route, const CopiesData& data) {
    const auto words = tr(msg::copies_title);
    Nodes parts{pages::title(words), paragraph(Style::Lead, tr(msg::copies_lead)), filters(tr, route, data)};
    Nodes entries;
    for (const auto& offer : data.offers) entries.push_back(entry(tr, route, data, offer));
    if (entries.empty()) parts.push_back(pages::empty_state(tr, Tag::H2, msg::copies_none_title, msg::copies_none));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    if (!data.next.empty()) {
        auto older = route;
        older.query = query_of(data.kind, data.from, data.next);
        parts.push_back(pages::lone_link(routes::address_of(older), tr(msg::items_more)));
    }
    parts.push_back(pages::lone_link(
        routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Items, {}}), tr(msg::items_back)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

doc::Node copied_section(const i18n::Text& tr, const CopiedView& copied, const ItemData& data) {
    Nodes parts{paragraph(Style::Body,
                          tr(msg::item_copied_from, {.district = copied.city.in(tr.language()), .date = copied.date}))};
    if (copied.address.empty()) parts.push_back(paragraph(Style::Note, tr(msg::item_source_gone)));
    else if (copied.is_newer) parts.push_back(paragraph(Style::Note, tr(msg::item_source_changed)));
    if (!copied.address.empty()) parts.push_back(pages::lone_link(copied.address, tr(msg::copies_look)));
    const auto open = domain::open_local_fields(data.item.kind, data.values);
    if (data.can_save && !open.empty()) {
        parts.push_back(paragraph(Style::Label, tr(msg::item_local_open)));
        parts.push_back(open_fields(tr, data.item.kind, open));
    }
    return doc::block(Tag::Div, Style::Panel, std::move(parts), {.key = "copied"});
}

}  // namespace desk
