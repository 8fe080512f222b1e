#include "server-stub/http/portal_handlers.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/portal_facts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/opening.hpp"
#include "shared/domain/rights.hpp"
#include "shared/domain/text.hpp"
#include "shared/wire/answer.hpp"

namespace http {
namespace {

using domain::Right;
using service::PortalProblem;
using DistrictPtr = std::shared_ptr<const domain::District>;

service::Deed deed_of(const Exchange& exchange) {
    const auto& account = exchange.who->account;
    return {.account = account.id,
            .role = account.role,
            .district = district_of(exchange),
            .at = exchange.services().clock()};
}

// Null where it has been answered.
DistrictPtr district_at(const Exchange& exchange) {
    auto district = exchange.services().content.find_district(district_of(exchange));
    if (!district) exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
    return district;
}

routes::DeskRoom room_of(const Exchange& exchange, routes::Room room) {
    return {exchange.language, district_of(exchange), room, {}};
}

void unavailable(const Exchange& exchange) {
    exchange.reply(error_response(exchange, 503, base::ErrorCode::Unavailable));
}

std::string typed(const base::Pairs& form, std::string_view name) {
    return domain::clean_typed(base::single(form, name).value_or(""));
}

int status_of(PortalProblem problem) {
    switch (problem) {
        case PortalProblem::NotFound: return 404;
        case PortalProblem::Active:
        case PortalProblem::NotReady:
        case PortalProblem::NoStaff:
        case PortalProblem::Answered: return 409;
        case PortalProblem::TooMany: return 429;
        case PortalProblem::Unavailable: return 503;
        case PortalProblem::TextMissing:
        case PortalProblem::TextLong:
        case PortalProblem::PageUnknown: break;
    }
    return 422;
}

// Nothing where there is nowhere to show what was typed.
std::optional<desk::TextFault> fault_of(PortalProblem problem) {
    using enum PortalProblem;
    switch (problem) {
        case TextMissing: return desk::TextFault::Missing;
        case TextLong: return desk::TextFault::Long;
        case PageUnknown: return desk::TextFault::Page;
        case Active: return desk::TextFault::Open;
        case NotReady: return desk::TextFault::NotReady;
        case Answered: return desk::TextFault::Answered;
        case TooMany: return desk::TextFault::TooMany;
        case Unavailable: return desk::TextFault::Unavailable;
        case NoStaff:
        case NotFound: break;
    }
    return std::nullopt;
}

// Of every district, for those who read everywhere.
base::Result<std::vector<desk::PortalLine>> all_portals(const Exchange& exchange) {
    const auto& services = exchange.services();
    std::vector<desk::PortalLine> lines;
    if (domain::reach_of(exchange.who->account.role, Right::ReadItems) != domain::Reach::Everywhere) return lines;
    const auto now = services.clock();
    for (const auto& listed : services.content.districts()) {
        const auto district = services.content.find_district(listed.id.value());
        if (!district) continue;
        const auto facts = portal_facts(services, *district, now);
        if (!facts) return std::unexpected(facts.error());
        const auto checks = domain::judge_portal(*facts, services.legal_time.date_at(now));
        lines.push_back({.district = district->id.value(),
                         .city = listed.city,
                         .preparing = district->preparing,
                         .active_since = district->active_since,
                         .held = static_cast<int>(std::ranges::count_if(checks, &domain::CheckResult::holds))});
    }
    return lines;
}

// With what was typed, where it was not kept: then it is shown whatever else cannot be read.
void show_opening(const Exchange& exchange, const domain::District& district, std::string act = {},
                  std::optional<PortalProblem> problem = {}) {
    const auto& services = exchange.services();
    const auto now = services.clock();
    const auto facts = portal_facts(services, district, now);
    const auto portals = all_portals(exchange);
    if (!problem && (!facts || !portals)) return unavailable(exchange);
    desk::OpeningData data{.district = district,
                           .may_act = may(exchange, Right::PublishItems),
                           .typed = std::move(act),
                           .fault = problem ? fault_of(*problem) : std::nullopt,
                           .lacks_staff = problem == PortalProblem::NoStaff};
    if (facts) data.checks = domain::judge_portal(*facts, services.legal_time.date_at(now));
    if (portals) data.portals = *portals;
    exchange.reply(html(exchange, problem ? status_of(*problem) : 200,
                        desk::opening_page(exchange.tr(), room_of(exchange, routes::Room::Opening), data)));
}

struct RemarkDraft {
    std::string page, text, answered;
};

void show_remarks(const Exchange& exchange, const domain::District& district, RemarkDraft draft = {},
                  std::optional<PortalProblem> problem = {}) {
    const auto fault = problem ? fault_of(*problem) : std::nullopt;
    if (problem && !fault) return exchange.reply(error_response(exchange, 404, base::ErrorCode::NotFound));
    const auto& portals = exchange.services().portals;
    const auto remarks = exchange.services().portals.remarks(district.id.value());
    if (!remarks && !fault) return unavailable(exchange);
    desk::RemarksData data{.district = district,
                           .may_leave = may(exchange, Right::LeaveRemarks),
                           .may_answer = may(exchange, Right::EditItems),
                           .typed_page = std::move(draft.page),
                           .typed = std::move(draft.text),
                           .answered = std::move(draft.answered),
                           .fault = fault};
    if (remarks)
        for (const auto& remark : *remarks)
            data.remarks.push_back({std::to_string(remark.id), portals.public_remark(remark)});
    exchange.reply(html(exchange, problem ? status_of(*problem) : 200,
                        desk::remarks_page(exchange.tr(), room_of(exchange, routes::Room::Remarks), data)));
}

void activate(const Exchange& exchange, const domain::District& district, const std::string& act) {
    const auto facts = portal_facts(exchange.services(), district, exchange.services().clock());
    if (!facts) return show_opening(exchange, district, act, PortalProblem::Unavailable);
    const auto done = exchange.services().portals.activate(district, *facts, act, deed_of(exchange));
    if (!done) return show_opening(exchange, district, act, done.error());
    exchange.reply(redirect(303, routes::address_of(room_of(exchange, routes::Room::Opening))));
}

}  // namespace

void get_opening(ExchangePtr exchange) {
    if (const auto district = district_at(*exchange)) show_opening(*exchange, *district);
}

void post_opening(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    if (base::single(form, "act")) return activate(*exchange, *district, typed(form, "act"));
    const auto what = domain::parse_declaration(base::single(form, "declare").value_or(""));
    if (!what) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    const auto done = exchange->services().portals.declare(*what, deed_of(*exchange));
    if (!done && done.error() == PortalProblem::NoStaff) return show_opening(*exchange, *district, {}, done.error());
    if (!done) return unavailable(*exchange);
    exchange->reply(redirect(303, routes::address_of(room_of(*exchange, routes::Room::Opening))));
}

void get_opening_json(ExchangePtr exchange) {
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto& services = exchange->services();
    const auto now = services.clock();
    const auto facts = portal_facts(services, *district, now);
    if (!facts) return unavailable(*exchange);
    exchange->reply(json(200, wire::encode(domain::Answer(domain::PortalReport{
                                  .active_since = district->active_since,
                                  .act = {},
                                  .checks = domain::judge_portal(*facts, services.legal_time.date_at(now)),
                                  .remarks = {}}))));
}

void get_remarks(ExchangePtr exchange) {
    const auto query = base::parse_pairs(exchange->query).value_or(base::Pairs{});
    if (const auto district = district_at(*exchange))
        show_remarks(*exchange, *district, {.page = typed(query, "page"), .text = {}, .answered = {}});
}

void post_remark(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    RemarkDraft draft{.page = typed(form, "page"), .text = typed(form, "text"), .answered = {}};
    const auto done = exchange->services().portals.leave_remark(*district, draft.page, draft.text, deed_of(*exchange));
    if (done) return exchange->reply(redirect(303, routes::address_of(room_of(*exchange, routes::Room::Remarks))));
    show_remarks(*exchange, *district, std::move(draft), done.error());
}

void post_answer(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    const auto number = positive_number(base::single(form, "remark").value_or(""));
    if (!number) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    RemarkDraft draft{.page = {}, .text = {}, .answered = std::to_string(*number)};
    draft.text = typed(form, "answer-" + draft.answered);
    const auto done = exchange->services().portals.answer(*district, *number, draft.text, deed_of(*exchange));
    if (done) return exchange->reply(redirect(303, routes::address_of(room_of(*exchange, routes::Room::Remarks))));
    show_remarks(*exchange, *district, std::move(draft), done.error());
}

void get_remarks_json(ExchangePtr exchange) {
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto& portals = exchange->services().portals;
    const auto stored = exchange->services().portals.remarks(district->id.value());
    if (!stored) return unavailable(*exchange);
    std::vector<domain::Remark> remarks;
    for (const auto& remark : *stored) remarks.push_back(portals.public_remark(remark));
    exchange->reply(json(200, wire::encode_remarks(remarks)));
}

}  // namespace http
