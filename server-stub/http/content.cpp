#include "server-stub/http/content.hpp"

#include <algorithm>
#include <format>

#include "server-stub/http/engine/assets.hpp"
#include "server-stub/http/engine/compress.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/openapi.hpp"
#include "shared/wire/sheet.hpp"

namespace http {
namespace {

std::unexpected<base::Error> broken(std::string_view address, std::string_view reason) {
    return std::unexpected(
        base::Error{base::ErrorCode::BadInput, std::format("the content of {}: {}", address, reason)});
}

std::string describe(const wire::Problem& problem) {
    return std::format("{} at \"{}\"", problem.detail, problem.pointer);
}

bool is_sheet(std::string_view address) { return address.contains("/services/"); }

template <class Item>
std::string first_page(std::vector<Item> items) {
    wire::List<Item> list{std::move(items), {}};
    if (list.items.size() > list_limit) {
        list.items.resize(list_limit);
        list.next = list.items.back().id.value();
    }
    return wire::encode(list);
}

}  // namespace

void Content::keep(std::string address, std::string body) {
    JsonBody kept{.plain = nullptr, .brotli = nullptr, .entity_tag = engine::entity_tag_of(body)};
    if (auto small = engine::brotli(body, engine::Effort::Once))
        kept.brotli = std::make_shared<const std::string>(std::move(*small));
    kept.plain = std::make_shared<const std::string>(std::move(body));
    bodies_[std::move(address)] = std::move(kept);
}

base::Result<Content> Content::read(const std::vector<service::ContentItem>& items) {
    Content content;
    for (const auto& [address, body] : items) {
        if (is_sheet(address)) {
            auto sheet = wire::decode_sheet(body);
            if (!sheet) return broken(address, describe(sheet.error()));
            if (!content.find_district(sheet->district.value())) return broken(address, "its district is unknown");
            content.sheets_.push_back(std::move(*sheet));
        } else {
            auto district = wire::decode_district(body);
            if (!district) return broken(address, describe(district.error()));
            content.districts_.push_back(std::move(*district));
        }
        content.keep(address, body);
    }
    content.keep(routes::api_districts(), first_page(content.districts_));
    for (const auto& district : content.districts_)
        content.keep(routes::api_services(district.id.value()), first_page(content.services_of(district.id.value())));
    content.keep(std::string(routes::api_root) + "/openapi.json", wire::openapi());
    return content;
}

const domain::District* Content::find_district(std::string_view district) const {
    const auto found =
        std::ranges::find(districts_, district, [](const auto& d) { return std::string_view(d.id.value()); });
    return found == districts_.end() ? nullptr : &*found;
}

const domain::ServiceSheet* Content::find_sheet(std::string_view district, std::string_view service) const {
    const auto found = std::ranges::find_if(
        sheets_, [&](const auto& sheet) { return sheet.district.value() == district && sheet.id.value() == service; });
    return found == sheets_.end() ? nullptr : &*found;
}

std::vector<domain::ServiceSummary> Content::services_of(std::string_view district) const {
    std::vector<domain::ServiceSummary> services;
    for (const auto& sheet : sheets_)
        if (sheet.district.value() == district) services.push_back({sheet.id, sheet.short_title, sheet.summary});
    return services;
}

const JsonBody* Content::find_json(std::string_view address) const {
    const auto found = bodies_.find(address);
    return found == bodies_.end() ? nullptr : &found->second;
}

}  // namespace http
