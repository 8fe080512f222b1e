#include "server-stub/http/report_pages.hpp"

#include <memory>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "shared/desk/moderation_page.hpp"
#include "shared/wire/moderation_report.hpp"

namespace http {
namespace {

struct Report {
    std::shared_ptr<const domain::District> district;
    base::Date today;
    std::vector<domain::ModerationQuarter> quarters;
    domain::ModerationRules rules;
};
// Nothing where it has been answered: there is no such district, or the disk fails.
std::optional<Report> report_of(const Exchange& exchange) {
    const auto& services = exchange.services();
    const auto district = services.content.find_district(district_of(exchange));
    if (!district) {
        exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
        return std::nullopt;
    }
    const auto today = services.legal_time.date_at(services.clock());
    const auto from = domain::first_day(domain::quarter_of(today), domain::reported_quarters - 1);
    auto quarters = services.reports.moderation(district_of(exchange), from);
    const auto kept = services.moderation_rules.rules(district_of(exchange));
    if (quarters && kept) return Report{district, today, std::move(*quarters), kept->rules};
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
    return std::nullopt;
}

}  // namespace

void get_moderation(ExchangePtr exchange) {
    auto report = report_of(*exchange);
    if (!report) return;
    const routes::Moderation route{exchange->language, district_of(*exchange)};
    const desk::ModerationData data{*report->district, std::move(report->quarters), report->today, report->rules};
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
