#include "shared/desk/people.hpp"

#include <algorithm>

#include "shared/desk/account.hpp"
#include "shared/desk/item_fields.hpp"
#include "shared/domain/rights.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::Right;
using domain::Role;
using pages::error_summary;
using pages::frame;
using pages::frame_of;
using pages::heading;
using pages::list;
using pages::lone_link;
using pages::paragraph;
using pages::post_form;
using pages::text_field;
using pages::TextField;
using pages::title;
using Nodes = std::vector<doc::Node>;

i18n::Key words_of(Right needed) {
    constexpr std::array keys{msg::may_own_account,   msg::may_enter_desk,    msg::may_read_people,
                              msg::may_invite_people, msg::may_change_people, msg::may_read_items,
                              msg::may_edit_items,    msg::may_review_items,  msg::may_publish_items,
                              msg::may_announce,      msg::may_read_audit,    msg::may_leave_remarks,
                              msg::may_read_voice,    msg::may_moderate,      msg::may_answer_voice,
                              msg::may_open_sealed,   msg::may_assign_voice,  msg::may_set_moderation_rules};
    static_assert(keys.size() == domain::rights.size());
    return keys[static_cast<std::size_t>(needed)];
}

base::LocalizedText::Resolved city_of(const i18n::Text& tr, const Data& data, std::string_view district) {
    const auto found = std::ranges::find(data.districts, district, [](const auto& one) { return one.id.value(); });
    return found == data.districts.end() ? base::LocalizedText::Resolved{district, base::Language::En}
                                         : found->city.in(tr.language());
}

// Somewhere: the server shows nobody the desk of a district that is not theirs.
bool may(Role role, Right needed) { return domain::reach_of(role, needed) != domain::Reach::Nowhere; }

doc::Node role_button(const i18n::Text& tr, Style style, std::string value, i18n::Key words) {
    return doc::text(
        Tag::Button, style, tr(words),
        {.key = value,
         .attributes = {{Attribute::Type, "submit"}, {Attribute::Name, "role"}, {Attribute::Value, value}}});
}

// One button for each role: no choice waits to be sent.
Nodes role_buttons(const i18n::Text& tr, Role giver, std::optional<Role> but) {
    Nodes buttons;
    for (const auto role : domain::roles)
        if (role != but && domain::may_give(giver, role))
            buttons.push_back(
                role_button(tr, Style::QuietButton, std::string(domain::name_of(role)), desk::words_of(role)));
    return buttons;
}

doc::Node change_form(const i18n::Text& tr, const routes::DeskRoom& route, Role giver, const domain::Person& person) {
    auto parts = role_buttons(tr, giver, person.role);
    parts.push_back(role_button(tr, Style::QuietButton, "none", msg::person_end));
    parts.push_back(hidden_field("name", person.name));
    return doc::block(
        Tag::Form, Style::FooterForm, std::move(parts),
        {.attributes = {{Attribute::Method, "post"},
                        {Attribute::Action, routes::change_person_action(route)},
                        {Attribute::AriaLabel, i18n::plain(tr(msg::person_change, {.name = person.name}))}}});
}

doc::Node person_entry(const i18n::Text& tr, const routes::DeskRoom& route, Role viewer, const domain::Person& person) {
    Nodes parts{doc::text(Tag::H2, Style::Subheading, doc::value(person.name)),
                paragraph(Style::CardText, tr(desk::words_of(person.role)))};
    if (person.invited) parts.push_back(paragraph(Style::Mark, tr(msg::person_invited)));
    else if (may(viewer, Right::ChangePeople)) {
        parts.push_back(paragraph(Style::Label, tr(msg::person_change, {.name = person.name})));
        parts.push_back(change_form(tr, route, viewer, person));
    }
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = person.name});
}

doc::Node invite_form(const i18n::Text& tr, const routes::DeskRoom& route, const domain::Desk& desk) {
    TextField name{.name = "name", .label = tr(msg::invite_name_label), .hint = tr(msg::invite_name_hint)};
    name.value = desk.typed;
    if (!desk.errors.empty()) name.error = problem_words(tr, desk.errors.front(), 0);
    return post_form(
        routes::address_of(route), "invite", "invite-title",
        {doc::text(Tag::H2, Style::Heading, tr(msg::invite_title), {.attributes = {{Attribute::Id, "invite-title"}}}),
         text_field(std::move(name)), paragraph(Style::Label, tr(msg::invite_as)),
         doc::block(Tag::Div, Style::Actions, role_buttons(tr, desk.role, std::nullopt), {.key = "roles"})});
}

doc::Node invitation(const i18n::Text& tr, const domain::Desk& desk) {
    return doc::block(Tag::Section, Style::Panel,
                      {heading(tr, msg::invite_done_title), paragraph(Style::Body, tr(msg::invite_done_text)),
                       paragraph(Style::UserText, doc::value(desk.invitation))},
                      {.key = "invitation"});
}

// Who reads everywhere finds all portals at any of them.
Nodes portal_links(const i18n::Text& tr, const Data& data) {
    const auto& desk = data.desk;
    const auto room_of = [&](const domain::District& district, routes::Room room) {
        return routes::address_of(routes::DeskRoom{tr.language(), district.id.value(), room, {}});
    };
    if (domain::reach_of(desk.role, Right::ReadItems) == domain::Reach::Everywhere) {
        if (data.districts.empty()) return {};
        return {lone_link(room_of(data.districts.front(), routes::Room::Opening), tr(msg::opening_all))};
    }
    Nodes links;
    for (const auto& district : data.districts) {
        const auto city = district.city.in(tr.language());
        if (domain::may(desk.role, desk.district, Right::ReadItems, district.id.value()))
            links.push_back(
                lone_link(room_of(district, routes::Room::Opening), tr(msg::opening_of, {.district = city})));
        if (domain::may(desk.role, desk.district, Right::EnterDesk, district.id.value()))
            links.push_back(
                lone_link(room_of(district, routes::Room::Remarks), tr(msg::remarks_of, {.district = city})));
    }
    return links;
}

}  // namespace

doc::Document overview_page(const i18n::Text& tr, const routes::Desk& route, const Data& data) {
    const auto& desk = data.desk;
    Nodes parts{title(tr(msg::desk_title)),
                paragraph(Style::Lead,
                          tr(msg::desk_lead, {.name = desk.name, .role = i18n::plain(tr(desk::words_of(desk.role)))}))};
    std::ranges::move(escalated_part(tr, desk.role, data.escalated, data.districts), std::back_inserter(parts));
    if (data.overdue > 0)
        parts.push_back(
            lone_link(routes::address_of(routes::DeskRoom{tr.language(), desk.district, routes::Room::Duties, {}}),
                      tr(msg::duties_link, {.overdue = data.overdue})));
    for (const auto& district : data.districts)
        if (domain::may(desk.role, desk.district, Right::ReadItems, district.id.value()))
            parts.push_back(lone_link(
                routes::address_of(routes::DeskRoom{tr.language(), district.id.value(), routes::Room::Items, {}}),
                tr(msg::items_title, {.district = district.city.in(tr.language())})));
    for (const auto& district : data.districts)
        if (domain::may(desk.role, desk.district, Right::ReadVoice, district.id.value()))
            parts.push_back(lone_link(
                routes::address_of(routes::DeskRoom{tr.language(), district.id.value(), routes::Room::Voice, {}}),
                tr(msg::voice_inbox, {.district = district.city.in(tr.language())})));
    for (const auto& district : data.districts)
        if (domain::may(desk.role, desk.district, Right::SetModerationRules, district.id.value()))
            parts.push_back(lone_link(routes::address_of(routes::VoiceRules{tr.language(), district.id.value(), {}}),
                                      tr(msg::voice_rules, {.district = district.city.in(tr.language())})));
    for (auto& link : portal_links(tr, data)) parts.push_back(std::move(link));
    for (const auto& district : data.districts)
        if (domain::may(desk.role, desk.district, Right::ReadPeople, district.id.value()))
            parts.push_back(lone_link(
                routes::address_of(routes::DeskRoom{tr.language(), district.id.value(), routes::Room::People, {}}),
                tr(msg::people_of, {.district = district.city.in(tr.language())})));
    parts.push_back(
        lone_link(routes::address_of(routes::Listing{tr.language(), {}, routes::Section::Help}), tr(msg::guides)));
    parts.push_back(lone_link(routes::address_of(routes::Account{tr.language(), routes::AccountStep::Overview}),
                              tr(msg::account_title)));
    Nodes lines;
    for (const auto needed : domain::rights)
        if (may(desk.role, needed))
            lines.push_back(doc::block(Tag::Li, Style::Entry, {paragraph(Style::CardText, tr(words_of(needed)))}));
    parts.push_back(heading(tr, msg::desk_rights));
    parts.push_back(list(Tag::Ul, Style::Entries, std::move(lines)));
    return frame(tr, frame_of(route, i18n::plain(tr(msg::desk_title))), std::move(parts));
}

doc::Document people_page(const i18n::Text& tr, const routes::DeskRoom& route, const Data& data) {
    const auto& desk = data.desk;
    const auto words = tr(msg::people_of, {.district = city_of(tr, data, route.desk)});
    Nodes parts{title(words)};
    if (!desk.errors.empty()) parts.push_back(error_summary(tr, {{"name", problem_words(tr, desk.errors.front(), 0)}}));
    if (!desk.invitation.empty()) parts.push_back(invitation(tr, desk));
    Nodes entries;
    for (const auto& person : desk.people) entries.push_back(person_entry(tr, route, desk.role, person));
    if (entries.empty()) parts.push_back(paragraph(Style::Body, tr(msg::people_none)));
    else parts.push_back(list(Tag::Ul, Style::Entries, std::move(entries)));
    if (may(desk.role, Right::InvitePeople)) parts.push_back(invite_form(tr, route, desk));
    parts.push_back(lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::desk_title)));
    return frame(tr, frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
