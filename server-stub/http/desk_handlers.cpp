#include "server-stub/http/desk_handlers.hpp"

#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/json_body.hpp"
#include "server-stub/http/words.hpp"
#include "shared/base/utf8.hpp"
#include "shared/desk/people.hpp"
#include "shared/domain/rights.hpp"
#include "shared/wire/account.hpp"

namespace http {
namespace {

using domain::AccountError;
using domain::AccountField;
using domain::AccountProblem;
using domain::Desk;
using domain::Right;

// Nothing of the district is known yet: of who asks alone.
Desk desk_of(const Exchange& exchange) {
    const auto& account = exchange.who->account;
    return {.name = account.name, .role = account.role, .district = account.district};
}

// What is late and told to who asks; nothing where the disk does not answer: the desk opens all the same.
std::vector<desk::Escalated> escalated_to(const Exchange& exchange) {
    const auto& services = exchange.services();
    const auto alarm = desk::alarm_for(exchange.who->account.role);
    std::vector<desk::Escalated> all;
    if (!alarm) return all;
    for (const auto& district : services.content.districts()) {
        const auto id = district.id.value();
        if (!domain::may(exchange.who->account.role, exchange.who->account.district, Right::ReadVoice, id)) continue;
        const auto found = services.contributions.escalations(std::string(id), *alarm);
        desk::Escalated of{.district = std::string(id)};
        if (found)
            for (const auto& one : *found) of.all.push_back({std::to_string(one.contribution), one.term});
        all.push_back(std::move(of));
    }
    return all;
}

// With the people of the district; nothing where it has been answered.
std::optional<Desk> desk_with_people(const Exchange& exchange) {
    const auto& services = exchange.services();
    auto desk = desk_of(exchange);
    desk.district = district_of(exchange);
    if (services.content.find_district(desk.district) == nullptr) {
        exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
        return std::nullopt;
    }
    auto people = services.accounts.people(desk.district, services.clock());
    if (!people) {
        exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
        return std::nullopt;
    }
    desk.people = std::move(*people);
    return desk;
}

routes::DeskRoom people_route(const Exchange& exchange) {
    return {exchange.language, district_of(exchange), routes::Room::People, {}};
}

void show_people(const Exchange& exchange, int status, const Desk& desk) {
    exchange.reply(html(
        exchange, status,
        desk::people_page(exchange.tr(), people_route(exchange), {desk, exchange.services().content.districts()})));
}

Response problem_of(int status, const AccountError& error) {
    return problem(status, domain::name_of(error.problem), words_of(error));
}

int status_of(AccountProblem problem) {
    if (problem == AccountProblem::Unavailable) return 503;
    return problem == AccountProblem::Malformed ? 400 : 422;
}

service::Doer doer_of(const Exchange& exchange) {
    const auto& account = exchange.who->account;
    return {account.id, std::string(domain::name_of(account.role))};
}

// A token for the invited, or what stands in the way.
std::expected<std::string, AccountError> invite(const Exchange& exchange, const wire::PersonChange& change) {
    const auto& services = exchange.services();
    if (!change.role || !domain::may_give(exchange.who->account.role, *change.role))
        return std::unexpected(AccountError{AccountField::Form, AccountProblem::Malformed});
    auto token =
        services.accounts.invite(change.name, *change.role, district_of(exchange), doer_of(exchange), services.clock());
    if (!token) return std::unexpected(token.error().errors.front());
    return std::move(*token);
}

std::optional<base::ErrorCode> change_role(const Exchange& exchange, const wire::PersonChange& change) {
    if (change.role && !domain::may_give(exchange.who->account.role, *change.role)) return base::ErrorCode::BadInput;
    const auto done = exchange.services().accounts.change_role(change.name, change.role, district_of(exchange),
                                                               doer_of(exchange), exchange.services().clock());
    return done ? std::nullopt : std::optional(done.error().code);
}

int status_of(base::ErrorCode code) {
    switch (code) {
        case base::ErrorCode::NotFound: return 404;
        case base::ErrorCode::BadInput: return 422;
        default: return 503;
    }
}

// The whole address where the browser says whose page this is: it is handed to somebody who does not look at it.
std::string invitation_address(const Exchange& exchange, const std::string& token) {
    return std::string(exchange.request.header("origin")) +
           routes::address_of(routes::Invitation{exchange.language, token});
}

void reply_json(const Exchange& exchange, int status, const Desk& desk) {
    exchange.reply(json(status, wire::encode(desk)));
}

}  // namespace

void get_desk(ExchangePtr exchange) {
    const auto desk = desk_of(*exchange);
    const auto& services = exchange->services();
    const auto due = services.editing.duty_counts(editor_of(*exchange), desk.district, services.clock());
    exchange->reply(html(
        *exchange, 200,
        desk::overview_page(exchange->tr(), {exchange->language},
                            {desk, services.content.districts(), due ? due->overdue : 0, escalated_to(*exchange)})));
}

void get_people(ExchangePtr exchange) {
    if (auto desk = desk_with_people(*exchange)) show_people(*exchange, 200, *desk);
}

void post_people(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto change = wire::parse_person_form(exchange->request.body);
    if (!change) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto token = invite(*exchange, *change);
    auto desk = desk_with_people(*exchange);
    if (!desk) return;
    if (token) {
        desk->invitation = invitation_address(*exchange, *token);
        return show_people(*exchange, 200, *desk);
    }
    desk->typed = domain::clean_name(change->name);
    desk->errors = {token.error()};
    show_people(*exchange, status_of(token.error().problem), *desk);
}

void post_role(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto change = wire::parse_person_form(exchange->request.body);
    if (!change) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    if (const auto error = change_role(*exchange, *change))
        return exchange->reply(error_response(*exchange, status_of(*error), *error));
    exchange->reply(redirect(303, routes::address_of(people_route(*exchange))));
}

void get_desk_json(ExchangePtr exchange) { reply_json(*exchange, 200, desk_of(*exchange)); }

void get_people_json(ExchangePtr exchange) {
    if (auto desk = desk_with_people(*exchange)) reply_json(*exchange, 200, *desk);
}

void post_people_json(ExchangePtr exchange) {
    const auto change = read_json(*exchange, wire::decode_person_change);
    if (!change) return;
    const auto token = invite(*exchange, *change);
    if (!token) return exchange->reply(problem_of(status_of(token.error().problem), token.error()));
    auto desk = desk_with_people(*exchange);
    if (!desk) return;
    desk->invitation = invitation_address(*exchange, *token);
    reply_json(*exchange, 201, *desk);
}

void post_role_json(ExchangePtr exchange) {
    const auto change = read_json(*exchange, wire::decode_person_change);
    if (!change) return;
    if (const auto error = change_role(*exchange, *change))
        return exchange->reply(error_response(*exchange, status_of(*error), *error));
    if (auto desk = desk_with_people(*exchange)) reply_json(*exchange, 200, *desk);
}

}  // namespace http
