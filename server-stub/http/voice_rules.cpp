#include "server-stub/http/voice_rules.hpp"

#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/voice_rules.hpp"

namespace http {
namespace {

routes::VoiceRules route_of(const Exchange& exchange, std::string query = {}) {
    return {exchange.language, district_of(exchange), std::move(query)};
}

void unavailable(const Exchange& exchange) {
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
}

void show(const Exchange& exchange, int status, bool is_saved, std::optional<domain::RuleProblem> problem) {
    const auto& services = exchange.services();
    const auto district = services.content.find_district(district_of(exchange));
    if (!district) return exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
    const auto kept = services.moderation_rules.rules(district_of(exchange));
    if (!kept) return unavailable(exchange);
    desk::VoiceRulesData data{.district = *district,
                              .rules = kept->rules,
                              .set_by = kept->set_by,
                              .may_set = may(exchange, domain::Right::SetModerationRules),
                              .is_saved = is_saved && may(exchange, domain::Right::SetModerationRules),
                              .problem = problem};
    if (kept->set_at) data.set_on = services.legal_time.date_at(*kept->set_at);
    exchange.reply(
        html(exchange, status, desk::voice_rules_page(exchange.tr(), route_of(exchange, exchange.query), data)));
}

std::vector<std::string> values_of(const base::Pairs& form, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [field, value] : form)
        if (field == name) values.push_back(value);
    return values;
}

}  // namespace

void get_voice_rules(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    show(*exchange, 200, base::single(query, "saved") == "1", std::nullopt);
}

void post_voice_rules(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto& services = exchange->services();
    if (!services.content.find_district(district_of(*exchange)))
        return exchange->reply(error_response(*exchange, 404, base::ErrorCode::NotFound));
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    const auto kept = services.moderation_rules.rules(district_of(*exchange));
    if (!kept) return unavailable(*exchange);
    const auto rules =
        domain::choose(kept->rules, values_of(form, desk::shown_rule_field), values_of(form, desk::ticked_rule_field));
    if (!rules) return show(*exchange, 422, false, rules.error());
    const auto& account = exchange->who->account;
    const auto done = services.moderation_rules.set(
        *rules,
        {.account = account.id, .role = account.role, .district = district_of(*exchange), .at = services.clock()});
    if (!done) return unavailable(*exchange);
    exchange->reply(redirect(303, routes::address_of(route_of(*exchange, "saved=1"))));
}

}  // namespace http
