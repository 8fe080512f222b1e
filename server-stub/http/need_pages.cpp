#include "server-stub/http/need_pages.hpp"

#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/voice_views.hpp"
#include "shared/desk/needs.hpp"
#include "shared/wire/need.hpp"

namespace http {
namespace {

constexpr std::size_t newest_of_each = 3;

// Nothing where it has been answered: there is no such district, or the disk fails.
std::optional<std::vector<service::NeedGroup>> needs_of(const Exchange& exchange) {
    if (!exchange.services().content.find_district(district_of(exchange))) {
        exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
        return std::nullopt;
    }
    auto groups = exchange.services().needs.needs(district_of(exchange), newest_of_each);
    if (groups) return std::move(*groups);
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
    return std::nullopt;
}

}  // namespace

void get_needs(ExchangePtr exchange) {
    const auto groups = needs_of(*exchange);
    if (!groups) return;
    const auto& content = exchange->services().content;
    const auto district = content.find_district(district_of(*exchange));
    desk::NeedsData data{.district = *district};
    for (const auto& group : *groups) {
        const auto& service = group.need.service;
        const auto sheet = service.empty() ? nullptr : content.find_sheet(district_of(*exchange), service);
        desk::NeedView view{.need = group.need, .service_name = sheet ? sheet->short_title : base::LocalizedText()};
        for (const auto& one : group.newest) view.newest.push_back(view_of(*exchange, one));
        data.needs.push_back(std::move(view));
    }
    const routes::Needs route{exchange->language, district_of(*exchange)};
    exchange->reply(html(*exchange, 200, desk::needs_page(exchange->tr(), route, data)));
}

void get_needs_json(ExchangePtr exchange) {
    const auto groups = needs_of(*exchange);
    if (!groups) return;
    wire::List<wire::Need> list;
    for (const auto& group : *groups) {
        std::vector<wire::Contribution> newest;
        for (const auto& one : group.newest) newest.push_back(as_json(one, VoiceReader::Everybody));
        list.items.push_back(wire::as_sent(group.need, std::move(newest)));
    }
    exchange->reply(json(200, wire::encode(list)));
}

}  // namespace http
