#include "shared/desk/duties.hpp"

#include "shared/desk/account.hpp"
#include "shared/desk/item_fields.hpp"
#include "shared/desk/item_words.hpp"
#include "shared/domain/hours.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using Nodes = std::vector<doc::Node>;

doc::Text verified_words(const i18n::Text& tr, const DutyView& duty) {
    if (duty.name.empty()) return tr(msg::duty_imported, {.date = duty.verified_on});
    return tr(msg::duty_verified,
              {.date = duty.verified_on, .name = duty.name, .role = i18n::plain(tr(words_of(duty.role)))});
}

doc::Node confirm_form(const i18n::Text& tr, const routes::DeskRoom& route, const DutyView& duty,
                       const std::string& fact) {
    return doc::block(Tag::Form, Style::FooterForm,
                      {hidden_field("item", duty.number), hidden_field("path", duty.path),
                       hidden_field("version", std::to_string(duty.version)),
                       doc::text(Tag::Button, Style::QuietButton, tr(msg::duty_confirm),
                                 {.attributes = {{Attribute::Type, "submit"}, {Attribute::AriaLabel, fact}}})},
                      {.key = "confirm",
                       .attributes = {{Attribute::Method, "post"}, {Attribute::Action, routes::address_of(route)}}});
}

doc::Node entry(const i18n::Text& tr, const routes::DeskRoom& route, const DutiesData& data, const DutyView& duty) {
    const auto title = duty.title.empty() ? tr(msg::item_untitled).text : duty.title;
    const auto field = words_of_path(tr, duty.kind, duty.full_path);
    const auto address =
        routes::address_of(routes::DeskItem{tr.language(), route.desk, duty.number, false, {}}) + "#" + duty.full_path;
    const bool is_over = duty.days_over > 0;
    Nodes parts{doc::block(Tag::H2, Style::CardHead,
                           {doc::text(Tag::A, Style::EntryLink, doc::value(title),
                                      {.attributes = {{Attribute::Href, address}}})}),
                pages::paragraph(Style::Label, field), pages::paragraph(Style::UserText, doc::value(duty.text)),
                pages::paragraph(
                    is_over ? Style::When : Style::CardText,
                    is_over ? tr(msg::duty_over, {.date = domain::plus_days(duty.until, 1), .days = duty.days_over})
                            : tr(msg::duty_soon, {.date = duty.until, .days = -duty.days_over})),
                pages::paragraph(Style::CardText, verified_words(tr, duty))};
    if (data.may_edit)
        parts.push_back(
            confirm_form(tr, route, duty, i18n::plain(tr(msg::duty_confirm)) + ": " + title + " · " + field.utf8));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = duty.number + "-" + duty.path});
}

}  // namespace

doc::Document duties_page(const i18n::Text& tr, const routes::DeskRoom& route, const DutiesData& data) {
    const auto words = tr(msg::duties_title, {.district = data.city});
    Nodes parts{pages::title(words)};
    if (data.is_confirmed || data.is_refused)
        parts.push_back(
            doc::block(Tag::Section, Style::Panel,
                       {pages::paragraph(Style::Body, tr(data.is_confirmed ? msg::duty_confirmed : msg::duty_refused))},
                       {.key = "news", .attributes = {{Attribute::Role, "status"}}}));
    parts.push_back(pages::paragraph(Style::Lead, tr(msg::duties_lead, {.overdue = data.overdue, .soon = data.soon})));
    Nodes entries;
    for (const auto& duty : data.duties) entries.push_back(entry(tr, route, data, duty));
    if (entries.empty() && data.overdue + data.soon == 0)
        parts.push_back(pages::empty_state(tr, Tag::H2, msg::duties_none_title, msg::duties_none));
    else parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    if (!data.next.empty()) {
        auto more = route;
        more.query = "cursor=" + data.next;
        parts.push_back(pages::lone_link(routes::address_of(more), tr(msg::duties_more)));
    }
    parts.push_back(
        pages::lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Items, {}}),
                         tr(msg::items_title, {.district = data.city})));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
