#include "shared/pages/listing.hpp"

#include <algorithm>

#include "shared/domain/court_sheet.hpp"
#include "shared/i18n/formatted.hpp"

namespace pages {
namespace {

using doc::Style;
using routes::Section;

std::string entry_address(const i18n::Text& tr, const std::string& district, Section section, const std::string& slug) {
    return routes::address_of(routes::Entry{tr.language(), district, section, slug});
}

Card card_of(const i18n::Text& tr, const domain::Programme& programme) {
    return {entry_address(tr, programme.district.value(), Section::Programmes, programme.id.value()),
            programme.title.in(tr.language()),
            {data_line(tr, programme.summary), paragraph(Style::CardText, progress(tr, programme.milestones))}};
}

Card court_card(const i18n::Text& tr, const CourtsData& data, const domain::Court& court, i18n::Key kind) {
    auto lines = door(tr, data.now, court.id);
    lines.push_back(paragraph(Style::CardText, tr(kind)));
    return {entry_address(tr, data.district.id.value(), Section::Courts, court.id.value()),
            court.name.in(tr.language()), std::move(lines)};
}

struct Words {
    i18n::Key title, lead, empty_title, empty;
    i18n::Key more = msg::more_entries;
};

// To the page after this one, where there is one.
void add_next(const i18n::Text& tr, std::vector<doc::Node>& parts, routes::Listing route, std::string_view next,
              i18n::Key words) {
    if (next.empty()) return;
    route.after = next;
    parts.push_back(lone_link(routes::address_of(route), tr(words)));
}

doc::Document list_page(const i18n::Text& tr, const routes::Listing& route, const domain::District& district,
                        const Words& words, std::vector<Card> list, std::string_view next = {}) {
    std::vector<doc::Node> parts{title(tr(words.title)), paragraph(Style::Lead, tr(words.lead))};
    if (list.empty()) parts.push_back(empty_state(tr, doc::Tag::H2, words.empty_title, words.empty));
    else parts.push_back(entries(tr, std::move(list)));
    add_next(tr, parts, route, next, words.more);
    return frame(tr, frame_of(route, i18n::plain(tr(words.title)), &district), std::move(parts));
}

}  // namespace

Card card_of(const i18n::Text& tr, std::string_view district, const domain::ServiceSummary& service) {
    const routes::Sheet route{tr.language(), std::string(district), service.id.value()};
    return {routes::address_of(route), service.short_title.in(tr.language()), {data_line(tr, service.summary)}};
}

Card card_of(const i18n::Text& tr, const domain::Article& article) {
    return {entry_address(tr, article.district.value(), Section::News, article.id.value()),
            article.title.in(tr.language()),
            {paragraph(Style::Mark, tr(msg::published_on, {.date = article.published_on})),
             data_line(tr, article.summary)}};
}

bool is_over(const domain::Activity& activity, const domain::DistrictNow* now) {
    return now != nullptr && activity.ends < now->local;
}

Card card_of(const i18n::Text& tr, const domain::Activity& activity) {
    return {entry_address(tr, activity.district.value(), Section::Activities, activity.id.value()),
            activity.title.in(tr.language()),
            {paragraph(Style::When, time_span(tr, activity.starts, activity.ends)), data_line(tr, activity.summary)}};
}

doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::ServiceSummary>& data) {
    std::vector<Card> list;
    for (const auto& service : data.items) list.push_back(card_of(tr, route.district, service));
    return list_page(tr, route, data.district,
                     {msg::services, msg::services_lead, msg::no_services_title, msg::no_services}, std::move(list),
                     data.next);
}

doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::Article>& data) {
    std::vector<Card> list;
    for (const auto& article : data.items) list.push_back(card_of(tr, article));
    return list_page(tr, route, data.district,
                     {msg::news, msg::news_lead, msg::no_news_title, msg::no_news, msg::older_news}, std::move(list),
                     data.next);
}

doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::Activity>& data) {
    std::vector<Card> next, past;
    for (const auto& activity : data.items)
        (is_over(activity, data.now) ? past : next).push_back(card_of(tr, activity));
    std::ranges::reverse(next);  // They come newest first; what is next stands at the top.
    std::vector<doc::Node> parts{title(tr(msg::activities)), paragraph(Style::Lead, tr(msg::activities_lead))};
    if (!next.empty()) parts.push_back(section(tr, "next", msg::next_activities, {cards(tr, std::move(next))}));
    else if (route.after.empty())  // Of a later part it would say nothing.
        parts.push_back(empty_state(tr, doc::Tag::H2, msg::no_activities_title, msg::no_activities));
    if (!past.empty()) parts.push_back(section(tr, "past", msg::past_activities, {cards(tr, std::move(past))}));
    add_next(tr, parts, route, data.next, msg::earlier_activities);
    return frame(tr, frame_of(route, i18n::plain(tr(msg::activities)), &data.district), std::move(parts));
}

doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::Programme>& data) {
    std::vector<Card> list;
    for (const auto& programme : data.items) list.push_back(card_of(tr, programme));
    return list_page(tr, route, data.district,
                     {msg::programmes, msg::programmes_lead, msg::no_programmes_title, msg::no_programmes},
                     std::move(list), data.next);
}

doc::Document courts_page(const i18n::Text& tr, const routes::Listing& route, const CourtsData& data) {
    const auto& district = data.district;
    const domain::Court appeal{domain::CourtId(std::string(domain::appeal_slug)), district.court_of_appeal, {}};
    std::vector<Card> list{court_card(tr, data, appeal, msg::kind_appeal)};
    for (const auto& court : district.courts) list.push_back(court_card(tr, data, court, msg::kind_first_instance));
    return list_page(tr, route, district, {msg::courts, msg::courts_lead, msg::courts, msg::courts_lead},
                     std::move(list));
}

}  // namespace pages
