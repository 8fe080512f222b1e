#include "shared/desk/opening.hpp"

#include <algorithm>

#include "shared/desk/item_fields.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/form_parts.hpp"
#include "shared/pages/opening.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using domain::PortalCheck;
using pages::heading;
using pages::lone_link;
using pages::paragraph;
using pages::TextField;
using Nodes = std::vector<doc::Node>;

// Where what a check wants is to be mended.
std::string place_of(const i18n::Text& tr, const std::string& district, PortalCheck check) {
    using routes::Room;
    using routes::Section;
    const auto room = [&](Room name, std::string query) {
        return routes::address_of(routes::DeskRoom{tr.language(), district, name, std::move(query)});
    };
    const auto listing = [&](Section section) {
        return routes::address_of(routes::Listing{tr.language(), district, section});
    };
    switch (check) {
        case PortalCheck::Home: return routes::address_of(routes::District{tr.language(), district});
        case PortalCheck::Sheets: return room(Room::Items, "kind=sheet");
        case PortalCheck::Hours: return listing(Section::Courts);
        case PortalCheck::Contacts: return room(Room::Items, "kind=court");
        case PortalCheck::News: return room(Room::Items, "kind=article");
        case PortalCheck::Feedback: return listing(Section::Services);
        case PortalCheck::Staff: return room(Room::People, {});
        case PortalCheck::Guide: return room(Room::Items, "kind=guide");
        case PortalCheck::Accessibility: break;
    }
    return routes::address_of(routes::National{tr.language(), routes::Topic::Accessibility});
}

std::optional<domain::Declaration> declared_for(PortalCheck check) {
    if (check == PortalCheck::Staff) return domain::Declaration::Training;
    if (check == PortalCheck::Accessibility) return domain::Declaration::Accessibility;
    return std::nullopt;
}

std::string id_of(domain::Declaration what) { return "declare-" + std::string(domain::name_of(what)); }

// What is declared is what the check says, word for word.
doc::Node declare_form(const i18n::Text& tr, const routes::DeskRoom& route, PortalCheck check,
                       domain::Declaration what) {
    const auto words = tr(msg::declare, {.sentence = i18n::plain(pages::check_words(tr, check))});
    return doc::block(Tag::Form, Style::FooterForm,
                      {doc::text(Tag::Button, Style::QuietButton, words,
                                 {.attributes = {{Attribute::Type, "submit"},
                                                 {Attribute::Id, id_of(what)},
                                                 {Attribute::Name, "declare"},
                                                 {Attribute::Value, std::string(domain::name_of(what))}}})},
                      {.attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, routes::address_of(route)},
                                      {Attribute::AriaLabel, i18n::plain(words)}}});
}

doc::Text fault_words(const i18n::Text& tr, TextFault fault, std::size_t limit) {
    switch (fault) {
        case TextFault::Missing: return tr(msg::remark_problem_missing);
        case TextFault::Long: return tr(msg::remark_problem_long, {.limit = limit});
        case TextFault::Page: return tr(msg::remark_problem_page);
        case TextFault::Open: return tr(msg::remark_problem_open);
        case TextFault::NotReady: return tr(msg::activate_wait);
        case TextFault::Answered: return tr(msg::remark_problem_answered);
        case TextFault::TooMany: return tr(msg::remark_problem_many);
        case TextFault::Unavailable: break;
    }
    return tr(msg::problem_account_unavailable);
}

doc::Node activate_form(const i18n::Text& tr, const routes::DeskRoom& route, const OpeningData& data) {
    TextField act{.name = "act", .label = tr(msg::activate_act), .hint = tr(msg::activate_act_hint)};
    act.value = data.typed;
    if (data.fault) act.error = fault_words(tr, *data.fault, domain::act_limit);
    return pages::post_form(routes::address_of(route), "activate", "activate-title",
                            {doc::text(Tag::H2, Style::Heading, tr(msg::activate_title),
                                       {.attributes = {{Attribute::Id, "activate-title"}}}),
                             paragraph(Style::Body, tr(msg::activate_text)), pages::text_field(std::move(act)),
                             pages::submit_button(tr(msg::activate_send))});
}

doc::Node all_portals(const i18n::Text& tr, const OpeningData& data) {
    Nodes entries;
    for (const auto& portal : data.portals) {
        const routes::DeskRoom to{tr.language(), portal.district, routes::Room::Opening, {}};
        doc::Text state = portal.active_since
                              ? doc::Text(tr(msg::portal_active, {.date = *portal.active_since}))
                              : doc::Text(tr(portal.preparing ? msg::opening_prepared : msg::opening_sample));
        entries.push_back(
            doc::block(Tag::Li, Style::Entry,
                       {doc::block(Tag::H3, Style::CardHead,
                                   {doc::text(Tag::A, Style::EntryLink, pages::name(tr, portal.city.in(tr.language())),
                                              {.attributes = {{Attribute::Href, routes::address_of(to)}}})}),
                        paragraph(Style::CardText, std::move(state)),
                        paragraph(Style::Mark, tr(msg::opening_held, {.found = portal.held}))},
                       {.key = portal.district}));
    }
    return pages::section(tr, "portals", msg::opening_all, {pages::list(Tag::Ul, Style::Entries, std::move(entries))});
}

Nodes problems_of(const i18n::Text& tr, const std::string& field, std::optional<TextFault> fault, std::size_t limit) {
    if (!fault) return {};
    return {pages::error_summary(tr, {{field, fault_words(tr, *fault, limit)}})};
}

doc::Node answer_form(const i18n::Text& tr, const routes::DeskRoom& route, const RemarksData& data,
                      const std::string& number) {
    TextField field{.name = "answer-" + number, .label = tr(msg::remark_your_answer)};
    field.kind = TextField::Kind::Area;
    if (data.answered == number) {
        field.value = data.typed;
        if (data.fault) field.error = fault_words(tr, *data.fault, domain::remark_limit);
    }
    return doc::block(Tag::Form, Style::Part,
                      {hidden_field("remark", number), pages::text_field(std::move(field)),
                       doc::block(Tag::Div, Style::Actions,
                                  {doc::text(Tag::Button, Style::QuietButton, tr(msg::remark_answer_send),
                                             {.attributes = {{Attribute::Type, "submit"}}})})},
                      {.key = "answer",
                       .attributes = {{Attribute::Method, "post"},
                                      {Attribute::Action, routes::answer_remark_action(route)},
                                      {Attribute::AriaLabel, i18n::plain(tr(msg::remark_your_answer))}}});
}

doc::Node leave_form(const i18n::Text& tr, const routes::DeskRoom& route, const RemarksData& data) {
    const auto fault = data.answered.empty() ? data.fault : std::nullopt;
    TextField page{.name = "page", .label = tr(msg::remark_page), .hint = tr(msg::remark_page_hint)};
    page.value = data.typed_page;
    page.kind = TextField::Kind::Code;
    if (fault == TextFault::Page) page.error = fault_words(tr, *fault, 0);
    TextField text{.name = "text", .label = tr(msg::remark_text), .hint = tr(msg::remark_text_hint)};
    text.kind = TextField::Kind::Area;
    if (data.answered.empty()) text.value = data.typed;
    if (fault && fault != TextFault::Page) text.error = fault_words(tr, *fault, domain::remark_limit);
    return pages::post_form(routes::address_of(route), "leave", "leave-title",
                            {doc::text(Tag::H2, Style::Heading, tr(msg::remark_leave_title),
                                       {.attributes = {{Attribute::Id, "leave-title"}}}),
                             pages::text_field(std::move(page)), pages::text_field(std::move(text)),
                             pages::submit_button(tr(msg::remark_leave_send))});
}

}  // namespace

doc::Document opening_page(const i18n::Text& tr, const routes::DeskRoom& route, const OpeningData& data) {
    const auto& district = data.district;
    const auto words = tr(msg::opening_of, {.district = district.city.in(tr.language())});
    Nodes parts{pages::title(words)};
    for (auto& node : problems_of(tr, "act", data.fault, domain::act_limit)) parts.push_back(std::move(node));
    if (data.lacks_staff)
        parts.push_back(
            pages::error_summary(tr, {{id_of(domain::Declaration::Training), tr(msg::declare_problem_staff)}}));
    parts.push_back(paragraph(Style::Lead, tr(msg::opening_lead)));
    if (district.preparing) parts.push_back(paragraph(Style::Meta, tr(msg::portal_preparing)));
    for (auto& node : pages::portal_state(tr, district)) parts.push_back(std::move(node));
    const auto mend = [&](PortalCheck check) {
        Nodes more{lone_link(place_of(tr, route.desk, check), tr(msg::check_mend))};
        if (const auto what = declared_for(check); what && data.may_act)
            more.push_back(declare_form(tr, route, check, *what));
        return more;
    };
    if (!data.checks.empty()) parts.push_back(pages::check_list(tr, data.checks, mend));
    // A decision that was typed stays, whatever has changed meanwhile.
    const bool is_ready = !district.active_since && domain::hold_all(data.checks);
    if (data.may_act && (is_ready || data.fault)) parts.push_back(activate_form(tr, route, data));
    else if (data.may_act && !district.active_since) parts.push_back(paragraph(Style::Note, tr(msg::activate_wait)));
    if (!data.portals.empty()) parts.push_back(all_portals(tr, data));
    parts.push_back(
        lone_link(routes::address_of(routes::DeskRoom{tr.language(), route.desk, routes::Room::Remarks, {}}),
                  tr(msg::remarks_of, {.district = district.city.in(tr.language())})));
    parts.push_back(lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::desk_title)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

doc::Document remarks_page(const i18n::Text& tr, const routes::DeskRoom& route, const RemarksData& data) {
    const auto words = tr(msg::remarks_of, {.district = data.district.city.in(tr.language())});
    Nodes parts{pages::title(words)};
    const auto field = !data.answered.empty()          ? "answer-" + data.answered
                       : data.fault == TextFault::Page ? std::string("page")
                                                       : std::string("text");
    for (auto& node : problems_of(tr, field, data.fault, domain::remark_limit)) parts.push_back(std::move(node));
    parts.push_back(paragraph(Style::Lead, tr(msg::remarks_lead)));
    const bool is_open = data.district.active_since.has_value();
    const bool is_remark_typed = data.fault && data.answered.empty();
    if (is_open) parts.push_back(paragraph(Style::Note, tr(msg::remarks_over)));
    if (data.may_leave && (!is_open || is_remark_typed)) parts.push_back(leave_form(tr, route, data));
    Nodes entries;
    for (const auto& [number, remark] : data.remarks) {
        Nodes more;
        const bool is_waiting = data.may_answer && !is_open && !remark.answered_on;
        if (is_waiting || data.answered == number) more.push_back(answer_form(tr, route, data, number));
        entries.push_back(pages::remark_entry(tr, remark, number, std::move(more)));
    }
    const bool is_unread = data.fault == TextFault::Unavailable && data.remarks.empty();
    if (is_unread && !data.answered.empty()) parts.push_back(answer_form(tr, route, data, data.answered));
    if (!entries.empty()) parts.push_back(pages::list(Tag::Ul, Style::Entries, std::move(entries)));
    else if (!is_unread) parts.push_back(paragraph(Style::Body, tr(msg::remarks_none)));
    parts.push_back(lone_link(routes::address_of(routes::Desk{tr.language()}), tr(msg::desk_title)));
    return pages::frame(tr, pages::frame_of(route, i18n::plain(words)), std::move(parts));
}

}  // namespace desk
