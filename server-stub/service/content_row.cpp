#include "server-stub/service/content_row.hpp"

#include <cassert>

#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/list.hpp"
#include "shared/wire/notice.hpp"

namespace service {
namespace {

using routes::Section;

// As they stand in lists.
domain::ServiceSummary summary_of(const domain::ServiceSheet& sheet) {
    return {sheet.id, sheet.short_title, sheet.summary};
}
domain::Article summary_of(domain::Article article) {
    article.body.clear();
    article.copied_from.reset();
    return article;
}
domain::Activity summary_of(domain::Activity activity) {
    activity.body.clear();
    activity.admission = {};
    activity.copied_from.reset();
    return activity;
}
domain::Programme summary_of(domain::Programme programme) {
    programme.body.clear();
    programme.copied_from.reset();
    return programme;
}
domain::Resource summary_of(domain::Resource resource) {
    resource.body.clear();
    resource.copied_from.reset();
    return resource;
}
domain::Court summary_of(const domain::CourtSheet& court) { return {court.id, court.name, court.source}; }
domain::District summary_of(domain::District district) {
    district.culture = {};
    return district;
}

constexpr Section section_of(const domain::ServiceSheet*) { return Section::Services; }
constexpr Section section_of(const domain::Article*) { return Section::News; }
constexpr Section section_of(const domain::Activity*) { return Section::Activities; }
constexpr Section section_of(const domain::Programme*) { return Section::Programmes; }
constexpr Section section_of(const domain::Resource*) { return Section::Help; }
constexpr Section section_of(const domain::CourtSheet*) { return Section::Courts; }

std::int64_t rank_of(const domain::Article& article, std::int64_t) {
    return -domain::days_between({}, article.published_on);
}
std::int64_t rank_of(const domain::Activity& activity, std::int64_t) { return activity_rank(activity.starts); }
// The kinds stand together, whatever the positions within them.
std::int64_t rank_of(const domain::Resource& resource, std::int64_t position) {
    constexpr std::int64_t positions_of_a_kind = std::int64_t{1} << 40;
    return static_cast<std::int64_t>(resource.kind) * positions_of_a_kind + position;
}
std::int64_t rank_of(const auto&, std::int64_t position) { return position; }

bool has_day(const domain::Article&) { return true; }
bool has_day(const domain::Activity&) { return true; }
bool has_day(const auto&) { return false; }

struct Row {
    std::int64_t position;

    ContentRow operator()(const domain::National&) const {
        return {.address = routes::api_national(), .district = {}, .section = {}, .rank = 0, .summary = {}, .body = {}};
    }
    ContentRow operator()(const domain::District& district) const {
        return {.address = routes::api_district(district.id.value()),
                .district = {},
                .section = std::string(districts_section),
                .rank = position,
                .summary = wire::encode_item(summary_of(district)),
                .body = {}};
    }
    template <class Item>
        requires requires(const Item& item) { section_of(&item); }
    ContentRow operator()(const Item& item) const {
        const auto section = section_of(&item);
        return {.address = routes::api_entry(item.district.value(), section, item.id.value()),
                .district = item.district.value(),
                .section = std::string(routes::name_of(section)),
                .rank = rank_of(item, position),
                .summary = wire::encode_item(summary_of(item)),
                .body = {},
                .keeps_rank = !has_day(item)};
    }
    ContentRow operator()(const auto&) const {
        assert(false && "a list and what only a moment or a reader knows are not published");
        return {};
    }
};

}  // namespace

std::int64_t activity_rank(base::LocalTime starts) {
    constexpr std::int64_t minutes_of_a_day = 24 * 60;
    return -(domain::days_between({}, starts.date) * minutes_of_a_day + starts.minute_of_day);
}

ContentRow row_of(const domain::Answer& answer, std::int64_t position) {
    auto row = std::visit(Row{position}, answer);
    row.body = wire::encode(answer);
    return row;
}

ContentRow row_of(const domain::Notice& notice, std::string_view district, std::int64_t position) {
    const auto json = wire::encode(notice);
    return {.address = routes::api_notice(district, notice.id),
            .district = std::string(district),
            .section = std::string(notices_section),
            .rank = -position,  // The newest first.
            .summary = json,
            .body = json};
}

ContentRow row_of(const domain::Regime& hours, std::string_view district, std::string_view slug,
                  std::int64_t position) {
    const auto json = wire::encode(hours);
    return {.address = routes::api_hours(district, slug),
            .district = std::string(district),
            .section = std::string(hours_section),
            .rank = -position,  // The newest first.
            .summary = json,
            .body = json};
}

ContentRow row_of(const domain::Calendar& calendar) {
    return {.address = routes::api_calendar(),
            .district = {},
            .section = {},
            .rank = 0,
            .summary = {},
            .body = wire::encode(calendar)};
}

}  // namespace service
