#include "server-stub/http/portal_handlers.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/item_parts.hpp"
#include "server-stub/http/portal_facts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/base/utf8.hpp"
#include "shared/desk/opening.hpp"
#include "shared/domain/rights.hpp"
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
    return base::replace_broken(base::single(form, name).value_or(""));
}

int status_of(PortalProblem problem) {
    switch (problem) {
        case PortalProblem::NotFound: return 404;
        case PortalProblem::Active:
        case PortalProblem::NotReady:
        case PortalProblem::Answered: return 409;
        case PortalProblem::TooMany: return 429;
        case PortalProblem::Unavailable: return 503;
        case PortalProblem::TextMissing:
        case PortalProblem::TextLong:
        case PortalProblem::PageUnknown: break;
    }
    return 422;
}

std::optional<desk::TextFault> fault_of(PortalProblem problem) {
    if (problem == PortalProblem::TextMissing) return desk::TextFault::Missing;
    if (problem == PortalProblem::TextLong) return desk::TextFault::Long;
    return std::nullopt;
}

// Of a problem that no field can mend.
void refuse(const Exchange& exchange, PortalProblem problem) {
    const int status = status_of(problem);
    const auto code = status == 404   ? base::ErrorCode::NotFound
                      : status == 429 ? base::ErrorCode::TooMany
                      : status == 503 ? base::ErrorCode::Unavailable
                                      : base::ErrorCode::Conflict;
    exchange.reply(error_response(exchange, status, code));
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

void show_opening(const Exchange& exchange, int status, const domain::District& district, std::string act = {},
                  std::optional<desk::TextFault> fault = {}) {
    const auto& services = exchange.services();
    const auto now = services.clock();
    const auto facts = portal_facts(services, district, now);
    if (!facts) return unavailable(exchange);
    const auto portals = all_portals(exchange);
    if (!portals) return unavailable(exchange);
    const desk::OpeningData data{.district = district,
                                 .checks = domain::judge_portal(*facts, services.legal_time.date_at(now)),
                                 .portals = *portals,
                                 .may_act = may(exchange, Right::PublishItems),
                                 .typed = std::move(act),
                                 .fault = fault};
    exchange.reply(
        html(exchange, status, desk::opening_page(exchange.tr(), room_of(exchange, routes::Room::Opening), data)));
}

struct RemarkDraft {
    std::string page, text, answered;
};

void show_remarks(const Exchange& exchange, int status, const domain::District& district, RemarkDraft draft = {},
                  std::optional<PortalProblem> problem = {}) {
    const auto& portals = exchange.services().portals;
    const auto remarks = exchange.services().portals.remarks(district.id.value());
    if (!remarks) return unavailable(exchange);
    desk::RemarksData data{.district = district,
                           .may_leave = may(exchange, Right::LeaveRemarks),
                           .may_answer = may(exchange, Right::EditItems),
                           .typed_page = std::move(draft.page),
                           .typed = std::move(draft.text),
                           .answered = std::move(draft.answered),
                           .is_page_unknown = problem == PortalProblem::PageUnknown,
                           .fault = problem ? fault_of(*problem) : std::nullopt};
    for (const auto& remark : *remarks)
        data.remarks.push_back({std::to_string(remark.id), portals.public_remark(remark)});
    exchange.reply(
        html(exchange, status, desk::remarks_page(exchange.tr(), room_of(exchange, routes::Room::Remarks), data)));
}

bool can_be_mended(PortalProblem problem) { return fault_of(problem) || problem == PortalProblem::PageUnknown; }

void activate(const Exchange& exchange, const domain::District& district, const std::string& act) {
    const auto facts = portal_facts(exchange.services(), district, exchange.services().clock());
    if (!facts) return unavailable(exchange);
    const auto done = exchange.services().portals.activate(district, *facts, act, deed_of(exchange));
    if (done) return exchange.reply(redirect(303, routes::address_of(room_of(exchange, routes::Room::Opening))));
    if (const auto fault = fault_of(done.error())) return show_opening(exchange, 422, district, act, fault);
    if (done.error() == PortalProblem::Unavailable) return unavailable(exchange);
    show_opening(exchange, status_of(done.error()), district, act);
}

}  // namespace

void get_opening(ExchangePtr exchange) {
    if (const auto district = district_at(*exchange)) show_opening(*exchange, 200, *district);
}

void post_opening(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    if (base::single(form, "act")) return activate(*exchange, *district, typed(form, "act"));
    const auto what = domain::parse_declaration(base::single(form, "declare").value_or(""));
    if (!what) return exchange->reply(error_response(*exchange, 422, base::ErrorCode::BadInput));
    if (!exchange->services().portals.declare(*what, deed_of(*exchange))) return unavailable(*exchange);
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
    if (const auto district = district_at(*exchange)) show_remarks(*exchange, 200, *district);
}

void post_remark(ExchangePtr exchange) {
    if (!accepts_form(*exchange)) return;
    const auto district = district_at(*exchange);
    if (!district) return;
    const auto form = base::parse_pairs(exchange->request.body).value_or(base::Pairs{});
    RemarkDraft draft{.page = typed(form, "page"), .text = typed(form, "text"), .answered = {}};
    const auto done = exchange->services().portals.leave_remark(*district, draft.page, draft.text, deed_of(*exchange));
    if (done) return exchange->reply(redirect(303, routes::address_of(room_of(*exchange, routes::Room::Remarks))));
    if (!can_be_mended(done.error())) return refuse(*exchange, done.error());
    show_remarks(*exchange, 422, *district, std::move(draft), done.error());
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
    if (!can_be_mended(done.error())) return refuse(*exchange, done.error());
    show_remarks(*exchange, 422, *district, std::move(draft), done.error());
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
