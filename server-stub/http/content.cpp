#include "server-stub/http/content.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>
#include <tuple>

#include "server-stub/http/engine/assets.hpp"
#include "server-stub/http/engine/compress.hpp"
#include "shared/wire/answer.hpp"
#include "shared/wire/hours.hpp"
#include "shared/wire/openapi.hpp"

namespace http {
namespace {

using domain::Subject;
using domain::subject_of;
using routes::Section;

std::unexpected<base::Error> broken(std::string_view address, std::string_view reason) {
    return std::unexpected(
        base::Error{base::ErrorCode::BadInput, std::format("the content of {}: {}", address, reason)});
}

std::string describe(const wire::Problem& problem) {
    return std::format("{} at \"{}\"", problem.detail, problem.pointer);
}

struct SectionKind {
    Section section;
    Subject subject;
};
constexpr std::array section_kinds{SectionKind{Section::Services, subject_of<domain::ServiceSheet>},
                                   SectionKind{Section::News, subject_of<domain::Article>},
                                   SectionKind{Section::Activities, subject_of<domain::Activity>},
                                   SectionKind{Section::Programmes, subject_of<domain::Programme>},
                                   SectionKind{Section::Courts, subject_of<domain::CourtSheet>}};

// What an address of the store must hold.
std::optional<Subject> subject_at(std::string_view address) {
    if (address == routes::api_national()) return subject_of<domain::National>;
    for (const auto& kind : section_kinds)
        if (address.contains(std::format("/{}/", routes::name_of(kind.section)))) return kind.subject;
    return address.starts_with(routes::api_district("")) ? std::optional(subject_of<domain::District>) : std::nullopt;
}

// The address that a thing of the content belongs at; its district, too.
struct Place {
    std::string address;
    std::string district;
};

template <class Item>
Place place_in(Section section, const Item& item) {
    return {routes::api_entry(item.district.value(), section, item.id.value()), item.district.value()};
}

struct PlaceOf {
    Place operator()(const domain::National&) const { return {routes::api_national(), {}}; }
    Place operator()(const domain::District& district) const { return {routes::api_district(district.id.value()), {}}; }
    Place operator()(const domain::ServiceSheet& sheet) const { return place_in(Section::Services, sheet); }
    Place operator()(const domain::Article& article) const { return place_in(Section::News, article); }
    Place operator()(const domain::Activity& activity) const { return place_in(Section::Activities, activity); }
    Place operator()(const domain::Programme& programme) const { return place_in(Section::Programmes, programme); }
    Place operator()(const domain::CourtSheet& court) const { return place_in(Section::Courts, court); }
    Place operator()(const auto&) const { return {}; }
};

// As they stand in lists.
domain::ServiceSummary summary_of(const domain::ServiceSheet& sheet) {
    return {sheet.id, sheet.short_title, sheet.summary};
}
domain::Article summary_of(domain::Article article) {
    article.body.clear();
    return article;
}
domain::Activity summary_of(domain::Activity activity) {
    activity.body.clear();
    activity.admission = {};
    return activity;
}
domain::Programme summary_of(domain::Programme programme) {
    programme.body.clear();
    return programme;
}
domain::Court summary_of(const domain::CourtSheet& court) { return {court.id, court.name, court.source}; }
domain::District summary_of(domain::District district) {
    district.culture = {};
    return district;
}

}  // namespace

// The lists, gathered while the items come.
struct Content::Reading {
    template <class Item>
    using Lists = std::map<std::string, std::vector<Item>>;

    std::vector<domain::District> districts;
    Lists<domain::ServiceSummary> services;
    Lists<domain::Article> news;
    Lists<domain::Activity> activities;
    Lists<domain::Programme> programmes;
    Lists<domain::Court> courts;

    void take(const domain::District& district) { districts.push_back(summary_of(district)); }
    void take(const domain::ServiceSheet& sheet) { services[sheet.district.value()].push_back(summary_of(sheet)); }
    void take(const domain::Article& article) { news[article.district.value()].push_back(summary_of(article)); }
    void take(const domain::Activity& item) { activities[item.district.value()].push_back(summary_of(item)); }
    void take(const domain::Programme& item) { programmes[item.district.value()].push_back(summary_of(item)); }
    void take(const domain::CourtSheet& court) { courts[court.district.value()].push_back(summary_of(court)); }
    void take(const auto&) {}

    void keep_in(Content& content) {
        const auto keep_lists = [&](Section section, auto& lists) {
            for (const auto& district : districts)
                content.keep(routes::api_list(district.id.value(), section), std::move(lists[district.id.value()]));
        };
        for (auto& [district, list] : news)
            std::ranges::stable_sort(list, std::greater(), &domain::Article::published_on);
        for (auto& [district, list] : activities)
            std::ranges::stable_sort(list, std::greater(), &domain::Activity::starts);
        keep_lists(Section::Services, services);
        keep_lists(Section::News, news);
        keep_lists(Section::Activities, activities);
        keep_lists(Section::Programmes, programmes);
        keep_lists(Section::Courts, courts);
        content.keep(routes::api_districts(), std::move(districts));
    }
};

KeptBody keep_body(std::string body) {
    KeptBody kept{.plain = nullptr, .brotli = nullptr, .entity_tag = engine::entity_tag_of(body)};
    if (auto small = engine::brotli(body, engine::Effort::Once))
        kept.brotli = std::make_shared<const std::string>(std::move(*small));
    kept.plain = std::make_shared<const std::string>(std::move(body));
    return kept;
}

void Content::keep(std::string address, domain::Answer answer, std::string json) {
    kept_.insert_or_assign(std::move(address), Kept{std::move(answer), std::move(json)});
}

void Content::keep(std::string address, domain::Answer answer) {
    auto json = wire::encode(answer);
    keep(std::move(address), std::move(answer), std::move(json));
}

base::Result<Content> Content::read(const std::vector<service::ContentRow>& rows) {
    Content content;
    Reading reading;
    content.keep(routes::api_national(), domain::National{});  // Until the store has its own.
    for (const auto& row : rows) {
        const auto& [address, body] = std::tie(row.address, row.body);
        if (address == routes::api_calendar()) {
            auto calendar = wire::decode_calendar(body);
            if (!calendar) return broken(address, describe(calendar.error()));
            content.calendar_ = std::move(*calendar);
            continue;
        }
        const auto subject = subject_at(address);
        if (!subject) return broken(address, "nothing of the content stands there");
        auto answer = wire::decode_answer(*subject, body);
        if (!answer) return broken(address, describe(answer.error()));
        const auto place = std::visit(PlaceOf(), *answer);
        if (place.address != address) return broken(address, "it belongs at " + place.address);
        if (!place.district.empty() && !content.find_district(place.district))
            return broken(address, "its district is unknown");
        std::visit([&](const auto& value) { reading.take(value); }, *answer);
        content.keep(address, std::move(*answer), body);
        content.addresses_.push_back(address);
    }
    reading.keep_in(content);
    content.calendar_json_ = wire::encode(content.calendar_);
    content.openapi_ = wire::openapi();
    return content;
}

template <class Value>
const Value* Content::find(std::string_view address) const {
    const auto* answer = find_answer(address);
    return answer != nullptr ? std::get_if<Value>(answer) : nullptr;
}

const std::vector<domain::District>& Content::districts() const {
    return *find<std::vector<domain::District>>(routes::api_districts());
}

const domain::District* Content::find_district(std::string_view district) const {
    return find<domain::District>(routes::api_district(district));
}

const domain::ServiceSheet* Content::find_sheet(std::string_view district, std::string_view service) const {
    return find<domain::ServiceSheet>(routes::api_entry(district, Section::Services, service));
}

const std::string* Content::find_json(std::string_view address) const {
    if (address == std::format("{}/openapi.json", routes::api_root)) return &openapi_;
    if (address == routes::api_calendar()) return &calendar_json_;
    const auto found = kept_.find(address);
    return found == kept_.end() ? nullptr : &found->second.json;
}

const domain::Answer* Content::find_answer(std::string_view address) const {
    const auto found = kept_.find(address);
    return found == kept_.end() ? nullptr : &found->second.answer;
}

}  // namespace http
