#include "server-stub/http/visit_handlers.hpp"

#include <algorithm>
#include <format>

#include "server-stub/http/words.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/visit.hpp"

namespace http {
namespace {

using service::VisitRefusal;

constexpr int seconds_until_retry = 60;

Response refuse(int status, const wire::Problem& problem) {
    return http::problem(wire::ProblemDocument{.code = problem.code,
                                               .title = problem.detail,
                                               .status = status,
                                               .pointer = problem.pointer,
                                               .message = words_of(base::ErrorCode::BadInput),
                                               .errors = {}});
}

int status_of(const wire::Problem& problem) {
    if (problem.code == "json-malformed" || problem.code == "text-broken") return 400;
    if (problem.code == "too-large" || problem.code == "too-deep" || problem.code == "too-many-keys") return 413;
    return 422;
}

Response refuse(const Exchange& exchange, const VisitRefusal& refusal) {
    switch (refusal.reason) {
        case VisitRefusal::Reason::UnknownPortal:
            return refuse(422, {.pointer = std::format("/events/{}/portal", refusal.event),
                                .code = "portal-unknown",
                                .detail = "There is no such district."});
        case VisitRefusal::Reason::TooMany: {
            auto response = error_response(exchange, 429, base::ErrorCode::TooMany);
            ask_to_wait(response, refusal.wait.count());
            return response;
        }
        case VisitRefusal::Reason::Full: break;
    }
    auto response = error_response(exchange, 503, base::ErrorCode::Unavailable);
    ask_to_wait(response, seconds_until_retry);
    return response;
}

Response nothing() {
    Response response{.status = 204, .headers = {}, .body = {}};
    response.set("Cache-Control", "no-store");
    return response;
}

// Of what is sent only pages are in a language. One that its reader has already was seen again.
bool is_page(const Response& response) {
    return (response.status == 200 || response.status == 304) &&
           std::ranges::contains(response.headers, "Content-Language", &engine::Header::name);
}

}  // namespace

void post_events(ExchangePtr exchange) {
    const auto& request = exchange->request;
    if (!is_from_here(request)) return exchange->reply(error_response(*exchange, 403, base::ErrorCode::Unauthorised));
    if (media_type_of(request) != "application/json")
        return exchange->reply(problem(415, "media-type", words_of(base::ErrorCode::BadInput)));
    const auto batch = wire::decode_visit_batch(request.body);
    if (!batch) return exchange->reply(refuse(status_of(batch.error()), batch.error()));

    const service::Caller caller{
        .network = request.network, .prefix = request.prefix, .user_agent = request.header("user-agent")};
    const auto taken = exchange->services().visits.take(*batch, caller, exchange->services().clock());
    exchange->reply(taken ? nothing() : refuse(*exchange, taken.error()));
}

std::function<void(const Response&)> page_counter(const Exchange& exchange) {
    const auto page = routes::parse_page(exchange.path);
    const bool is_of_a_portal = !is_api(exchange.path) && !(page && routes::is_private(*page));
    if (exchange.request.method != engine::Method::Get || !is_of_a_portal) return [](const Response&) {};
    return [&services = exchange.services(), portal = exchange.values["district"],
            agent = std::string(exchange.request.header("user-agent"))](const Response& response) {
        if (is_page(response)) services.visits.count_page(portal, agent, services.clock());
    };
}

}  // namespace http
