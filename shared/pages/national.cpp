#include "shared/pages/national.hpp"

#include <algorithm>

#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;
using Nodes = std::vector<doc::Node>;

doc::Node lead(const i18n::Text& tr, i18n::Key words) { return paragraph(Style::Lead, tr(words)); }

doc::Node said(const i18n::Text& tr, std::string key, i18n::Key title, std::initializer_list<i18n::Key> words) {
    Nodes parts;
    for (const auto one : words) parts.push_back(paragraph(Style::Prose, tr(one)));
    return section(tr, std::move(key), title, std::move(parts));
}

doc::Node source_line(const i18n::Text& tr, const std::string& source) {
    const base::LocalizedText::Resolved cited{source, domain::source_language};
    return paragraph(Style::Mark, tr(msg::source_mark, {.source = cited}));
}

// Some sources are copies: they say themselves that they must be compared with the official gazette.
bool is_to_verify(const domain::District& district) { return district.source.contains("à vérifier"); }

doc::Node mapped(const i18n::Text& tr, const domain::District& district) {
    Nodes lines{name_line(tr, district.court_of_appeal), name_line(tr, district.region)};
    lines.push_back(
        paragraph(Style::CardText, tr(district.operational ? msg::map_operational : msg::map_not_operational)));
    for (const auto& court : district.courts) lines.push_back(name_line(tr, court.name));
    lines.push_back(is_to_verify(district) ? paragraph(Style::Mark, tr(msg::source_to_verify))
                                           : source_line(tr, district.source));
    const auto city = district.city.in(tr.language());
    const auto address = routes::address_of(routes::District{tr.language(), district.id.value()});
    lines.insert(
        lines.begin(),
        doc::block(Tag::H2, Style::CardHead,
                   {doc::text(Tag::A, Style::EntryLink, city.text,
                              {.attributes = {{Attribute::Href, address}}, .language = foreign(tr, city.language)})}));
    return doc::block(Tag::Li, Style::Entry, std::move(lines), {.key = district.id.value()});
}

Nodes map(const i18n::Text& tr, const NationalData& data) {
    const auto operational = std::ranges::count_if(data.districts, &domain::District::operational);
    Nodes items;
    for (const auto& district : data.districts) items.push_back(mapped(tr, district));
    return {lead(tr, msg::map_lead), paragraph(Style::Body, tr(msg::map_in_law, {.count = data.districts.size()})),
            paragraph(Style::Body, tr(msg::map_operational_count, {.count = operational})),
            list(Tag::Ul, Style::Entries, std::move(items), "entries")};
}

Nodes notices(const i18n::Text& tr, const NationalData& data) {
    Nodes parts{lead(tr, msg::notices_lead)};
    if (data.national.notices.empty())
        parts.push_back(empty_state(tr, Tag::H2, msg::no_notices_title, msg::no_notices));
    for (const auto& notice : data.national.notices) parts.push_back(notice_banner(tr, Tag::H2, notice));
    return parts;
}

doc::Node document(const i18n::Text& tr, const domain::LegalDocument& text) {
    Nodes lines{data_text(tr, Tag::H2, Style::Subheading, text.title), data_line(tr, text.summary),
                source_line(tr, text.source)};
    if (!text.address.empty()) lines.push_back(lone_link(text.address, tr(msg::document_open)));
    return doc::block(Tag::Li, Style::Entry, std::move(lines), {.key = text.id});
}

Nodes documents(const i18n::Text& tr, const NationalData& data) {
    if (data.national.documents.empty()) return {lead(tr, msg::documents_lead)};
    Nodes items;
    for (const auto& text : data.national.documents) items.push_back(document(tr, text));
    return {lead(tr, msg::documents_lead), list(Tag::Ul, Style::Entries, std::move(items), "entries")};
}

Nodes commitment(const i18n::Text& tr, const NationalData& data) {
    const auto& steps = data.national.progress;
    if (steps.empty()) return {lead(tr, msg::commitment_lead)};
    return {lead(tr, msg::commitment_lead), paragraph(Style::Body, progress(tr, steps)),
            section(tr, "steps", msg::milestones_title, {milestones(tr, steps)})};
}

Nodes accessibility(const i18n::Text& tr) {
    return {lead(tr, msg::accessibility_lead),
            said(tr, "works", msg::accessibility_works_title,
                 {msg::accessibility_works_keyboard, msg::accessibility_works_reader, msg::accessibility_works_size,
                  msg::accessibility_works_simple}),
            said(tr, "tried", msg::accessibility_tried_title, {msg::accessibility_tried}),
            said(tr, "untried", msg::accessibility_untried_title, {msg::accessibility_untried})};
}

Nodes privacy(const i18n::Text& tr) {
    return {
        lead(tr, msg::privacy_lead),
        said(tr, "kept", msg::privacy_kept_title,
             {msg::privacy_kept_rating, msg::privacy_kept_visits, msg::privacy_kept_theme, msg::privacy_kept_account}),
        said(tr, "not-kept", msg::privacy_not_kept_title, {msg::privacy_not_kept}),
        said(tr, "rights", msg::privacy_rights_title, {msg::privacy_rights})};
}

struct Topic {
    i18n::Key title;
    Nodes parts;
};

Topic topic_of(const i18n::Text& tr, const routes::National& route, const NationalData& data) {
    switch (route.topic) {
        case routes::Topic::Map: return {msg::map_title, map(tr, data)};
        case routes::Topic::Notices: return {msg::notices_title, notices(tr, data)};
        case routes::Topic::Documents: return {msg::documents_title, documents(tr, data)};
        case routes::Topic::Commitment: return {msg::commitment_title, commitment(tr, data)};
        case routes::Topic::Accessibility: return {msg::accessibility_title, accessibility(tr)};
        case routes::Topic::Privacy: break;
    }
    return {msg::privacy_title, privacy(tr)};
}

}  // namespace

doc::Document national_page(const i18n::Text& tr, const routes::National& route, const NationalData& data) {
    auto topic = topic_of(tr, route, data);
    topic.parts.insert(topic.parts.begin(), title(tr(topic.title)));
    return frame(tr, frame_of(route, i18n::plain(tr(topic.title))), std::move(topic.parts));
}

}  // namespace pages
