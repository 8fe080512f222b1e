#include "shared/pages/home.hpp"

#include "shared/domain/finding.hpp"
#include "shared/domain/rating.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

// As it may stand in a page.
std::string query_of(const routes::Home& route) { return domain::clean_typed(route.query); }

doc::Node search(const i18n::Text& tr, const routes::Home& route) {
    doc::Options field{.key = "q",
                       .attributes = {{Attribute::Type, "text"},
                                      {Attribute::Name, "q"},
                                      {Attribute::Id, "q"},
                                      {Attribute::Dir, "auto"},
                                      {Attribute::Autocomplete, "off"},
                                      {Attribute::AriaDescribedBy, "q-hint"},
                                      {Attribute::Value, query_of(route)}}};
    return doc::block(
        Tag::Form, Style::Search,
        {doc::text(Tag::Label, Style::Label, tr(msg::find_label), {.attributes = {{Attribute::For, "q"}}}),
         doc::text(Tag::P, Style::Hint, tr(msg::find_hint), {.attributes = {{Attribute::Id, "q-hint"}}}),
         doc::block(
             Tag::Div, Style::SearchRow,
             {doc::block(Tag::Div, Style::SearchField, {doc::control(Tag::Input, Style::TextInput, std::move(field))}),
              doc::text(Tag::Button, Style::Button, tr(msg::find_button),
                        {.attributes = {{Attribute::Type, "submit"}, {Attribute::Id, "find"}}})})},
        {.key = "find",
         .attributes = {{Attribute::Role, "search"},
                        {Attribute::Method, "get"},
                        {Attribute::Action, routes::address_of(routes::Home{tr.language(), {}})}}});
}

Card card_of(const i18n::Text& tr, const domain::District& district) {
    const auto address = routes::address_of(routes::District{tr.language(), district.id.value()});
    std::vector<doc::Node> lines{name_line(tr, district.court_of_appeal), name_line(tr, district.region),
                                 paragraph(Style::CardText, tr(msg::court_count, {.count = district.courts.size()}))};
    return {address, district.city.in(tr.language()), std::move(lines)};
}

doc::Node found(const i18n::Text& tr, const routes::Home& route, const HomeData& data) {
    std::vector<Card> list;
    for (const auto* district : domain::find_districts(data.districts, route.query))
        list.push_back(card_of(tr, *district));
    const auto count = list.size();
    if (count == 0)
        return section(tr, "districts", msg::districts_title,
                       {empty_state(tr, Tag::H3, msg::find_nothing_title, msg::find_nothing_text),
                        lone_link(routes::address_of(routes::Home{tr.language(), {}}), tr(msg::find_all))});
    std::vector<doc::Node> parts;
    if (!route.query.empty()) {
        parts.push_back(paragraph(Style::Meta, tr(msg::find_count, {.query = query_of(route), .count = count})));
        parts.push_back(lone_link(routes::address_of(routes::Home{tr.language(), {}}), tr(msg::find_all)));
    }
    parts.push_back(cards(tr, std::move(list)));
    return section(tr, "districts", msg::districts_title, std::move(parts));
}

doc::Node commitment(const i18n::Text& tr, const domain::National& national) {
    return section(tr, "progress", msg::commitment_title,
                   {paragraph(Style::Body, progress(tr, national.progress)),
                    lone_link(routes::address_of(routes::National{tr.language(), routes::Topic::Commitment}),
                              tr(msg::progress_more))});
}

}  // namespace

doc::Document home_page(const i18n::Text& tr, const routes::Home& route, const HomeData& data) {
    std::vector<doc::Node> parts{title(tr(msg::home_title)), paragraph(Style::Lead, tr(msg::home_lead)),
                                 search(tr, route), found(tr, route, data)};
    if (!data.national.notices.empty()) {
        std::vector<doc::Node> notices;
        for (const auto& one : data.national.notices) notices.push_back(notice_banner(tr, Tag::H3, one));
        parts.push_back(section(tr, "notices", msg::notices_title, std::move(notices)));
    }
    if (!data.national.progress.empty()) parts.push_back(commitment(tr, data.national));
    return frame(tr, frame_of(route, i18n::plain(tr(msg::home_title))), std::move(parts));
}

}  // namespace pages
