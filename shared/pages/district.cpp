#include "shared/pages/district.hpp"

#include <algorithm>

#include "shared/domain/court_sheet.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/listing.hpp"
#include "shared/pages/opening.hpp"
#include "shared/pages/parts.hpp"

namespace pages {
namespace {

using doc::Style;
using doc::Tag;
using routes::Section;

constexpr std::size_t most_services = 6;
constexpr std::size_t most_activities = 3;

// The featured ones first, in their order, then the others as they come.
std::vector<const domain::ServiceSummary*> most_wanted(const DistrictData& data) {
    std::vector<const domain::ServiceSummary*> wanted;
    for (const auto& id : data.district.culture.featured) {
        const auto found = std::ranges::find(data.services, id, [](const auto& service) { return service.id.value(); });
        if (found != data.services.end()) wanted.push_back(&*found);
    }
    for (const auto& service : data.services)
        if (!std::ranges::contains(wanted, &service)) wanted.push_back(&service);
    wanted.resize(std::min(wanted.size(), most_services));
    return wanted;
}

doc::Node all_of(const i18n::Text& tr, const routes::District& route, Section section, i18n::Key words) {
    return lone_link(routes::address_of(routes::Listing{tr.language(), route.district, section}), tr(words));
}

doc::Node services(const i18n::Text& tr, const routes::District& route, const DistrictData& data) {
    std::vector<Card> list;
    for (const auto* service : most_wanted(data)) list.push_back(card_of(tr, route.district, *service));
    if (list.empty())
        return section(tr, "services", msg::most_wanted,
                       {empty_state(tr, Tag::H3, msg::no_services_title, msg::no_services)});
    return section(tr, "services", msg::most_wanted,
                   {cards(tr, std::move(list)), all_of(tr, route, Section::Services, msg::all_services)});
}

doc::Node activities(const i18n::Text& tr, const routes::District& route, const DistrictData& data) {
    std::vector<Card> list;
    for (const auto& activity : data.activities) {
        if (list.size() == most_activities) break;
        if (is_over(activity, data.now)) continue;
        list.push_back(card_of(tr, activity));
    }
    if (list.empty())
        return section(tr, "activities", msg::next_activities,
                       {empty_state(tr, Tag::H3, msg::no_activities_title, msg::no_activities)});
    return section(tr, "activities", msg::next_activities,
                   {cards(tr, std::move(list)), all_of(tr, route, Section::Activities, msg::all_activities)});
}

doc::Node news(const i18n::Text& tr, const routes::District& route, const DistrictData& data) {
    std::vector<Card> list;
    for (const auto& article : data.news) {
        if (list.size() == asked_news) break;
        list.push_back(card_of(tr, article));
    }
    if (list.empty())
        return section(tr, "news", msg::latest_news, {empty_state(tr, Tag::H3, msg::no_news_title, msg::no_news)});
    return section(tr, "news", msg::latest_news,
                   {cards(tr, std::move(list)), all_of(tr, route, Section::News, msg::all_news)});
}

doc::Node consultation(const i18n::Text& tr, const routes::District& route) {
    return section(
        tr, "consultation", msg::consultation_title,
        {paragraph(Style::Body, tr(msg::consultation_none)),
         lone_link(routes::address_of(routes::Participate{tr.language(), route.district, {}}), tr(msg::say_it))});
}

// No figure is made up before there are indicators: what stands here are the stages of the programmes.
doc::Node going(const i18n::Text& tr, const DistrictData& data) {
    std::vector<doc::Node> parts{paragraph(Style::Body, tr(msg::going_indicators))};
    std::vector<Card> list;
    for (const auto& programme : data.programmes) {
        const routes::Entry route{tr.language(), programme.district.value(), Section::Programmes, programme.id.value()};
        list.push_back({routes::address_of(route),
                        programme.title.in(tr.language()),
                        {paragraph(Style::CardText, progress(tr, programme.milestones))}});
    }
    if (list.empty()) parts.push_back(empty_state(tr, Tag::H3, msg::no_programmes_title, msg::no_programmes));
    else parts.push_back(cards(tr, std::move(list)));
    parts.push_back(lone_link(routes::address_of(routes::National{tr.language(), routes::Topic::Commitment}),
                              tr(msg::progress_more)));
    return section(tr, "going", msg::going_title, std::move(parts));
}

int count_open(const domain::DistrictNow& now) {
    return static_cast<int>(std::ranges::count_if(
        now.courts, [](const auto& court) { return court.state.door == domain::DoorState::Open; }));
}

doc::Node courts(const i18n::Text& tr, const routes::District& route, const DistrictData& data) {
    std::vector<doc::Node> parts;
    if (data.now != nullptr && !data.now->courts.empty())
        parts.push_back(paragraph(
            Style::Body, tr(msg::courts_open_now, {.open = count_open(*data.now), .count = data.now->courts.size()})));
    parts.push_back(all_of(tr, route, Section::Courts, msg::all_courts));
    return section(tr, "courts", msg::courts, std::move(parts));
}

doc::Node help(const i18n::Text& tr, const routes::District& route) {
    return section(tr, "help", msg::help,
                   {paragraph(Style::Body, tr(msg::help_intro)), all_of(tr, route, Section::Help, msg::all_help)});
}

}  // namespace

doc::Document district_page(const i18n::Text& tr, const routes::District& route, const DistrictData& data) {
    const auto city = data.district.city.in(tr.language());
    std::vector<doc::Node> parts{title(tr(msg::district_title, {.district = city}))};
    if (data.now != nullptr)
        for (const auto& notice : data.now->notices) parts.push_back(notice_banner(tr, Tag::H2, notice));
    if (!data.district.culture.welcome.empty())
        parts.push_back(data_text(tr, Tag::P, Style::Lead, data.district.culture.welcome));
    const domain::CourtId appeal{std::string(domain::appeal_slug)};
    for (auto& words : door(tr, data.now, appeal)) parts.push_back(std::move(words));
    if (!data.district.operational) parts.push_back(paragraph(Style::Meta, tr(msg::district_not_staffed)));
    for (auto& words : portal_state(tr, data.district)) parts.push_back(std::move(words));
    parts.push_back(services(tr, route, data));
    parts.push_back(activities(tr, route, data));
    parts.push_back(news(tr, route, data));
    parts.push_back(consultation(tr, route));
    parts.push_back(courts(tr, route, data));
    parts.push_back(help(tr, route));
    parts.push_back(going(tr, data));
    return frame(tr,
                 frame_of(route, i18n::plain(tr(msg::portal_of, {.district = city})), &data.district,
                          data.district.culture.welcome.in(tr.language())),
                 std::move(parts));
}

}  // namespace pages
