#include "shared/pages/opening.hpp"

#include <algorithm>
#include <utility>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using Nodes = std::vector<doc::Node>;

// The kind of role alone: nobody is named.
doc::Text author(const i18n::Text& tr, const domain::Remark& remark) {
    if (remark.role == domain::Role::Partner) return tr(msg::remark_by_partner, {.date = remark.on});
    return tr(msg::remark_by_court, {.date = remark.on});
}

std::string address_of(const i18n::Text& tr, const domain::Remark& remark) {
    return std::string("/").append(base::code_of(tr.language())).append(remark.page);
}

Nodes report(const i18n::Text& tr, const domain::PortalReport& report) {
    Nodes parts{heading(tr, msg::checks_title), paragraph(Style::Body, tr(msg::checks_text)),
                check_list(tr, report.checks), heading(tr, msg::remarks_title)};
    Nodes entries;
    for (const auto& remark : report.remarks)
        entries.push_back(remark_entry(tr, remark, std::to_string(entries.size() + 1)));
    if (entries.empty()) parts.push_back(paragraph(Style::Body, tr(msg::remarks_none)));
    else parts.push_back(list(Tag::Ul, Style::Entries, std::move(entries)));
    return parts;
}

}  // namespace

i18n::Formatted check_words(const i18n::Text& tr, domain::PortalCheck check) {
    constexpr std::array keys{msg::check_home,     msg::check_sheets, msg::check_hours,
                              msg::check_contacts, msg::check_news,   msg::check_feedback,
                              msg::check_staff,    msg::check_guide,  msg::check_accessibility};
    static_assert(keys.size() == domain::portal_checks.size());
    return tr(keys[static_cast<std::size_t>(check)]);
}

doc::Node check_list(const i18n::Text& tr, const std::vector<domain::CheckResult>& checks,
                     const std::function<Nodes(domain::PortalCheck)>& more) {
    Nodes entries;
    for (const auto& one : checks) {
        doc::Text state(tr(one.holds ? msg::check_holds : msg::check_open));
        state.append(" · ").append(
            tr(msg::check_found, {.found = std::min(one.found, one.wanted), .wanted = one.wanted}));
        if (one.since) state.append(" · ").append(tr(msg::check_since, {.date = *one.since}));
        Nodes parts{paragraph(Style::Label, check_words(tr, one.check)), paragraph(Style::Mark, std::move(state))};
        if (more)
            for (auto& node : more(one.check)) parts.push_back(std::move(node));
        entries.push_back(
            doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = std::string(domain::name_of(one.check))}));
    }
    return list(Tag::Ul, Style::Entries, std::move(entries), "checks");
}

doc::Node remark_entry(const i18n::Text& tr, const domain::Remark& remark, std::string key, Nodes more) {
    const auto address = address_of(tr, remark);
    Nodes parts{paragraph(Style::When, author(tr, remark)), doc::text(Tag::P, Style::UserText, doc::value(remark.text)),
                lone_link(address, doc::value(address))};
    if (remark.answered_on) {
        parts.push_back(paragraph(Style::When, tr(msg::remark_answer, {.date = *remark.answered_on})));
        parts.push_back(doc::text(Tag::P, Style::UserText, doc::value(remark.answer)));
    } else {
        parts.push_back(paragraph(Style::Mark, tr(msg::remark_open)));
    }
    for (auto& node : more) parts.push_back(std::move(node));
    return doc::block(Tag::Li, Style::Entry, std::move(parts), {.key = std::move(key)});
}

std::vector<doc::Node> portal_state(const i18n::Text& tr, const domain::District& district) {
    std::vector<doc::Node> parts;
    if (!district.active_since) return parts;
    parts.push_back(paragraph(Style::Meta, tr(msg::portal_active, {.date = *district.active_since})));
    const routes::Opening route{tr.language(), district.id.value()};
    parts.push_back(lone_link(routes::address_of(route), tr(msg::opening_title)));
    return parts;
}

doc::Document opening_page(const i18n::Text& tr, const routes::Opening& route, const OpeningData& data) {
    const auto& [district, shown] = data;
    Nodes parts{title(tr(msg::opening_title))};
    if (shown.active_since)
        parts.push_back(paragraph(Style::Lead, tr(msg::portal_active, {.date = *shown.active_since})));
    if (!shown.act.empty()) parts.push_back(paragraph(Style::Body, tr(msg::opening_act, {.act = shown.act})));
    if (!shown.checks.empty())
        for (auto& node : report(tr, shown)) parts.push_back(std::move(node));
    else if (!district.preparing) parts.push_back(paragraph(Style::Body, tr(msg::opening_unwritten)));
    return frame(tr, frame_of(route, i18n::plain(tr(msg::opening_title)), &district), std::move(parts));
}

}  // namespace pages
