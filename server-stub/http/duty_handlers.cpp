#include "server-stub/http/duty_handlers.hpp"

#include <format>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/json_body.hpp"
#include "shared/base/day_text.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/duties.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/rights.hpp"
#include "shared/wire/duties.hpp"

namespace http {
namespace {

using Why = service::EditRefusal::Why;

constexpr std::size_t duties_on_a_page = 50;
constexpr std::size_t day_length = 10;

void refuse(const Exchange& exchange, const service::EditRefusal& refusal) {
    exchange.reply(error_response(exchange, status_of(refusal), code_of(refusal.why)));
}

// "2026-11-22-17-papers.0.text"
std::string cursor_of(const service::Duty& duty) {
    auto path = duty.fact.path;
    for (auto& c : path)
        if (c == '/') c = '.';
    return std::format("{}-{}-{}", base::print(duty.fact.until), duty.item.id, path);
}

std::optional<service::DutyCursor> parse_duty_cursor(std::string_view text) {
    if (text.size() <= day_length) return std::nullopt;
    const auto until = base::parse_date(text.substr(0, day_length));
    const auto rest = text.substr(day_length + 1);
    const auto dash = rest.find('-');
    if (!until || dash == std::string_view::npos) return std::nullopt;
    const auto item = positive_number(rest.substr(0, dash));
    if (!item) return std::nullopt;
    std::string path(rest.substr(dash + 1));
    for (auto& c : path)
        if (c == '.') c = '/';
    return service::DutyCursor{*until, *item, std::move(path)};
}

struct Page {
    service::DutyCounts counts;
    std::vector<service::Duty> duties;
    std::string next;
};

// Nothing where it has been answered.
std::optional<Page> page_of(const Exchange& exchange, std::size_t most) {
    const auto query = base::parse_pairs(exchange.query).value_or(base::Pairs{});
    const auto& services = exchange.services();
    const auto& district = district_of(exchange);
    if (!services.content.find_district(district)) {
        refuse(exchange, {.why = Why::NotFound});
        return std::nullopt;
    }
    const auto now = services.clock();
    const auto counts = services.editing.duty_counts(editor_of(exchange), district, now);
    auto duties = services.editing.duties(editor_of(exchange), district, now,
                                          parse_duty_cursor(base::single(query, "cursor").value_or("")), most + 1);
    if (!counts || !duties) {
        refuse(exchange, counts ? duties.error() : counts.error());
        return std::nullopt;
    }
    Page page{.counts = *counts, .duties = std::move(*duties), .next = {}};
    if (page.duties.size() > most) {
        page.duties.pop_back();
        page.next = cursor_of(page.duties.back());
    }
    return page;
}

desk::DutyView view_of(const Exchange& exchange, const service::Duty& duty, base::Date today) {
    const auto person =
        duty.fact.by.account == 0 ? std::nullopt : exchange.services().accounts.person(duty.fact.by.account);
    return {.number = std::to_string(duty.item.id),
            .kind = duty.item.kind,
            .version = duty.item.version,
            .title = title_in(exchange, duty.item),
            .path = duty.fact.path,
            .full_path = domain::path_in_original(duty.item.kind, duty.fact.path, duty.item.original),
            .text = duty.text,
            .name = duty.fact.by.account == 0 ? ""
                    : person                  ? person->name
                                              : "—",
            .role = domain::parse_role(duty.fact.by.role).value_or(domain::Role::Editor),
            .verified_on = duty.fact.by.on,
            .until = duty.fact.until,
            .days_over = domain::days_between(duty.fact.until, today)};
}

void show(const Exchange& exchange, int status, bool is_confirmed, bool is_refused) {
    const auto page = page_of(exchange, duties_on_a_page);
    if (!page) return;
    const auto& services = exchange.services();
    const auto& account = exchange.who->account;
    const auto& district = district_of(exchange);
    desk::DutiesData data{.city = services.content.find_district(district)->city.in(exchange.language),
                          .overdue = page->counts.overdue,
                          .soon = page->counts.soon,
                          .next = page->next,
                          .may_edit = domain::may(account.role, account.district, domain::Right::EditItems, district),
                          .is_confirmed = is_confirmed,
                          .is_refused = is_refused};
    const auto today = services.legal_time.local_at(services.clock()).date;
    for (const auto& duty : page->duties) data.duties.push_back(view_of(exchange, duty, today));
    const routes::DeskRoom route{exchange.language, district, routes::Room::Duties, exchange.query};
    exchange.reply(html(exchange, status, desk::duties_page(exchange.tr(), route, data)));
}

service::Edited<service::StoredItem> confirm(const Exchange& exchange, const wire::Confirmation& word) {
    const auto id = positive_number(word.item);
    if (!id) return std::unexpected(service::EditRefusal{.why = Why::NotFound});
    const auto& services = exchange.services();
    return services.editing.verify(editor_of(exchange), district_of(exchange), *id, word.version, word.path,
                                   services.clock());
}

}  // namespace

void get_duties(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    show(*exchange, 200, base::single(query, "confirmed") == "1", false);
}

void post_duties(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto word = wire::parse_confirmation_form(exchange->request.body);
    if (!word) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto done = confirm(*exchange, *word);
    if (done) {
        // Back to the same part of the list.
        const auto cursor = base::single(base::parse_pairs(exchange->query).value_or(base::Pairs{}), "cursor");
        const bool is_known = cursor && parse_duty_cursor(*cursor);
        const routes::DeskRoom route{exchange->language, district_of(*exchange), routes::Room::Duties,
                                     (is_known ? "cursor=" + std::string(*cursor) + "&" : "") + "confirmed=1"};
        return exchange->reply(redirect(303, routes::address_of(route)));
    }
    if (done.error().why == Why::Changed || done.error().why == Why::WrongState)
        return show(*exchange, status_of(done.error()), false, true);
    refuse(*exchange, done.error());
}

void get_duties_json(ExchangePtr exchange) {
    const auto most = limit_of(*exchange);
    if (!most) return;
    const auto page = page_of(*exchange, *most);
    if (!page) return;
    wire::Duties duties{.overdue = static_cast<int>(page->counts.overdue),
                        .soon = static_cast<int>(page->counts.soon),
                        .items = {},
                        .next = {}};
    if (!page->next.empty()) duties.next = page->next;
    for (const auto& duty : page->duties)
        duties.items.push_back({.item = std::to_string(duty.item.id),
                                .version = duty.item.version,
                                .kind = duty.item.kind,
                                .titles = duty.item.titles,
                                .path = duty.fact.path,
                                .text = duty.text,
                                .role = duty.fact.by.role,
                                .verified_on = duty.fact.by.on,
                                .holds_until = duty.fact.until});
    exchange->reply(json(200, wire::encode(duties)));
}

void post_duties_json(ExchangePtr exchange) {
    if (!limit_of(*exchange)) return;  // Before anything is written.
    const auto word = read_json(*exchange, wire::decode_confirmation);
    if (!word) return;
    const auto done = confirm(*exchange, *word);
    if (!done) return refuse(*exchange, done.error());
    get_duties_json(exchange);
}

}  // namespace http
