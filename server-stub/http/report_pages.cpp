#include "server-stub/http/report_pages.hpp"

#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "shared/desk/moderation_page.hpp"
#include "shared/wire/moderation_report.hpp"

namespace http {
namespace {

base::Date today_of(const Exchange& exchange) {
    return exchange.services().legal_time.date_at(exchange.services().clock());
}

struct Report {
    std::vector<domain::ModerationQuarter> quarters;
    domain::ModerationRules rules;
};
// Nothing where it has been answered: there is no such district, or the disk fails.
std::optional<Report> report_of(const Exchange& exchange) {
    if (!exchange.services().content.find_district(district_of(exchange))) {
        exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
        return std::nullopt;
    }
    const auto from = domain::first_day(domain::quarter_of(today_of(exchange)), domain::reported_quarters - 1);
    auto quarters = exchange.services().reports.moderation(district_of(exchange), from);
    const auto kept = exchange.services().moderation_rules.rules(district_of(exchange));
    if (quarters && kept) return Report{std::move(*quarters), kept->rules};
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
    return std::nullopt;
}

}  // namespace

void get_moderation(ExchangePtr exchange) {
    auto report = report_of(*exchange);
    if (!report) return;
    const auto district = exchange->services().content.find_district(district_of(*exchange));
    const routes::Moderation route{exchange->language, district_of(*exchange)};
    const desk::ModerationData data{*district, std::move(report->quarters), today_of(*exchange), report->rules};
    exchange->reply(html(*exchange, 200, desk::moderation_page(exchange->tr(), route, data)));
}

void get_moderation_json(ExchangePtr exchange) {
    const auto report = report_of(*exchange);
    if (!report) return;
    wire::ModerationReport sent{.items = {}, .rules = wire::as_sent(report->rules)};
    for (const auto& quarter : report->quarters) sent.items.push_back(wire::as_sent(quarter));
    exchange->reply(json(200, wire::encode(sent)));
}

}  // namespace http
