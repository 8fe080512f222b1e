#include "shared/desk/escalated.hpp"

#include <algorithm>

#include "shared/domain/rights.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using Nodes = std::vector<doc::Node>;

constexpr std::size_t shown_at_most = 20;  // The others stand in the inbox, the oldest first.

doc::Node entry(const std::string& address, doc::Text words) {
    return doc::block(
        Tag::Li, Style::Entry,
        {doc::text(Tag::A, Style::EntryLink, std::move(words), {.attributes = {{Attribute::Href, address}}})},
        {.key = address});
}

Nodes of_district(const i18n::Text& tr, const Escalated& escalated) {
    Nodes entries;
    for (const auto& one : escalated.all) {
        if (entries.size() == shown_at_most) break;
        entries.push_back(entry(routes::address_of(routes::DeskVoice{tr.language(), escalated.district, one.number}),
                                tr(msg::voice_escalated_line, {.code = one.number, .date = one.term})));
    }
    return entries;
}

doc::Node count_of(const i18n::Text& tr, const Escalated& escalated, const std::vector<domain::District>& districts) {
    const auto found = std::ranges::find(districts, escalated.district, [](const auto& one) { return one.id.value(); });
    const auto city = found == districts.end() ? base::LocalizedText::Resolved{escalated.district, base::Language::En}
                                               : found->city.in(tr.language());
    return entry(
        routes::address_of(routes::DeskRoom{tr.language(), escalated.district, routes::Room::Voice, "show=court"}),
        tr(msg::voice_escalated_district, {.district = city, .count = escalated.all.size()}));
}

}  // namespace

std::optional<domain::Alarm> alarm_for(domain::Role role) {
    if (role == domain::Role::Ministry) return domain::Alarm::TellMinistry;
    if (role == domain::Role::CourtHead) return domain::Alarm::TellHead;
    const auto may = [&](domain::Right needed) { return domain::reach_of(role, needed) != domain::Reach::Nowhere; };
    if (may(domain::Right::AnswerVoice) || may(domain::Right::Moderate)) return domain::Alarm::RemindCourt;
    return std::nullopt;
}

Nodes escalated_part(const i18n::Text& tr, domain::Role role, const std::vector<Escalated>& escalated,
                     const std::vector<domain::District>& districts) {
    const auto alarm = alarm_for(role);
    Nodes entries;
    for (const auto& one : escalated) {
        if (one.all.empty()) continue;
        if (alarm == domain::Alarm::TellMinistry) entries.push_back(count_of(tr, one, districts));
        else std::ranges::move(of_district(tr, one), std::back_inserter(entries));
    }
    if (entries.empty()) return {};
    const auto words = alarm == domain::Alarm::RemindCourt ? msg::voice_escalated_court : msg::voice_escalated_head;
    return {pages::section(tr, "escalated", words, {pages::list(Tag::Ul, Style::Entries, std::move(entries))})};
}

}  // namespace desk
