#include "server-stub/http/site.hpp"

#include <array>
#include <chrono>
#include <exception>
#include <utility>

#include "server-stub/http/account_handlers.hpp"
#include "server-stub/http/image_handlers.hpp"
#include "server-stub/http/language_choice.hpp"
#include "server-stub/http/not_taken.hpp"
#include "server-stub/http/page_handlers.hpp"
#include "server-stub/http/route_table.hpp"
#include "server-stub/http/visit_handlers.hpp"
#include "server-stub/http/words.hpp"
#include "shared/desk/again.hpp"
#include "shared/wire/item_form.hpp"

namespace http {
namespace {

constexpr int seconds_until_retry = 10;
constexpr std::size_t image_body_limit = domain::image_bytes_limit + 64 * 1024;  // A form has more than the picture.

struct FixedHeader {
    std::string_view name;
    std::string_view value;
};

// On every response, errors included. Scripts come from files of ours only, and nothing becomes markup or code
// from a text ('wasm-unsafe-eval' allows WebAssembly, not eval).
constexpr std::array fixed_headers{
    FixedHeader{"Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
                "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                "require-trusted-types-for 'script'; trusted-types 'none'"},
    FixedHeader{"Cross-Origin-Opener-Policy", "same-origin"},
    FixedHeader{"Cross-Origin-Resource-Policy", "same-origin"},
    FixedHeader{"Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"},
    FixedHeader{"X-Content-Type-Options", "nosniff"},
    FixedHeader{"Referrer-Policy", "strict-origin-when-cross-origin"},
    FixedHeader{"Permissions-Policy", "geolocation=(), camera=(), microphone=()"},
};

void add_fixed_headers(Response& response, std::string_view request_id) {
    for (const auto& header : fixed_headers) response.set(header.name, std::string(header.value));
    response.set("X-Request-Id", std::string(request_id));
}

std::string_view name_of(engine::Method method) {
    constexpr std::array<std::string_view, 4> names{"GET", "HEAD", "POST", "other"};
    return names[static_cast<std::size_t>(method)];
}

base::ErrorCode code_of(engine::Refusal refusal) {
    if (refusal == engine::Refusal::Busy) return base::ErrorCode::Unavailable;
    const bool too_large = refusal == engine::Refusal::BodyTooLarge || refusal == engine::Refusal::TargetTooLong ||
                           refusal == engine::Refusal::HeadTooLarge;
    return too_large ? base::ErrorCode::TooLarge : base::ErrorCode::BadInput;
}

Found find_open_route(const Exchange& exchange, engine::Method method, std::string_view path) {
    if (!exchange.services().lab && path.starts_with("/lab/")) return {};
    return find_route(method, path);
}

std::optional<Response> redirect_without_slash(const Exchange& exchange) {
    if (exchange.path.size() < 2 || !exchange.path.ends_with('/')) return std::nullopt;
    const auto path = exchange.path.substr(0, exchange.path.size() - 1);
    if (find_open_route(exchange, engine::Method::Get, path).route == nullptr) return std::nullopt;
    return redirect(301, exchange.query.empty() ? path : path + "?" + exchange.query);
}

Response no_route(const Exchange& exchange, const std::string& allowed) {
    if (auto response = redirect_without_slash(exchange)) return std::move(*response);
    if (allowed.empty()) return error_response(exchange, 404, base::ErrorCode::NotFound);
    auto response = error_response(exchange, 405, base::ErrorCode::BadInput);
    response.set("Allow", allowed);
    return response;
}

// Not what may be a password.
bool keeps_typed(const Route& route) {
    return route.needed && *route.needed != domain::Right::OwnAccount && !is_api(route.pattern);
}

bool takes_images(const Route* route) { return route && route->work == Work::Imaging; }

std::size_t body_limit(const engine::Request& request) {
    const auto* route = find_route(request.method, split_target(request.target).path).route;
    if (route && route->work == Work::Writing) return wire::item_form_bytes_limit;
    return takes_images(route) ? image_body_limit : 0;
}

service::Lane& lane_of(const Services& services, Work work) {
    switch (work) {
        case Work::Hashing: return services.hashing;
        case Work::Imaging: return services.imaging;
        default: return services.disk;
    }
}

Exchange exchange_of(Site& site, engine::Request request) {
    const auto target = split_target(request.target);
    const auto language = language_of(target.path, request.header("accept-language"));
    Exchange exchange{.site = site,
                      .request = {},
                      .path = std::string(target.path),
                      .query = std::string(target.query),
                      .values = {},
                      .language = language,
                      .reply = {}};
    exchange.request = std::move(request);
    return exchange;
}

}  // namespace

Site::Site(Services services) : services_(std::move(services)) {}

engine::Application Site::application() {
    return {
        [this](engine::Request request, engine::Respond respond) { handle(std::move(request), std::move(respond)); },
        [this](const engine::Request& request, engine::Refusal refusal) { return refuse(request, refusal); },
        body_limit};
}

// Made outside of the shelf's lock, at worst by two readers at once.
std::shared_ptr<const PageTemplate> Site::ensure_template(const std::string& name, Edition edition,
                                                          const std::function<PageTemplate()>& make) {
    if (auto kept = templates_.find(name, edition)) return kept;
    auto made = std::make_shared<const PageTemplate>(make());
    templates_.put(name, edition, made, made->bytes());
    return made;
}

std::shared_ptr<const KeptBody> Site::ensure_page(const std::string& name, Edition edition,
                                                  const std::function<std::string()>& make) {
    if (auto kept = pages_.find(name, edition)) return kept;
    auto made = std::make_shared<const KeptBody>(keep_body(make()));
    pages_.put(name, edition, made, made->plain->size() + (made->brotli ? made->brotli->size() : 0));
    return made;
}

void Site::handle(engine::Request request, engine::Respond respond) {
    const auto started = std::chrono::steady_clock::now();
    const auto exchange = std::make_shared<Exchange>(exchange_of(*this, std::move(request)));
    auto found = find_open_route(*exchange, exchange->request.method, exchange->path);
    exchange->values = std::move(found.values);

    // The pattern is logged, not the path: a receipt's address is a key to what somebody wrote.
    const Pattern pattern = found.route ? found.route->pattern : Pattern("-");
    exchange->reply = [this, started, pattern, id = exchange->request.id, method = exchange->request.method,
                       count_page = page_counter(*exchange), respond = std::move(respond)](Response response) {
        count_page(response);
        add_fixed_headers(response, id);
        const auto took = std::chrono::steady_clock::now() - started;
        services_.log.write("info", "request",
                            {{"id", id},
                             {"method", name_of(method)},
                             {"route", pattern},
                             {"status", response.status},
                             {"microseconds", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}});
        respond(std::move(response));
    };

    if (exchange->request.method != engine::Method::Post)
        if (auto asset = services_.assets.respond(exchange->path, exchange->request);
            asset && exchange->request.method != engine::Method::Other)
            return exchange->reply(std::move(*asset));
    if (!found.route) return exchange->reply(no_route(*exchange, found.allowed));
    const auto& route = *found.route;
    if (route.work == Work::Quick) return run(route, exchange);
    auto& lane = lane_of(services_, route.work);
    if (lane.give([this, &route, exchange] { run(route, exchange); })) return;
    auto response = keeps_typed(route) ? give_back(*exchange, 503, desk::NotTaken::Busy) : std::nullopt;
    if (!response) response = error_response(*exchange, 503, base::ErrorCode::Unavailable);
    ask_to_wait(*response, seconds_until_retry);
    exchange->reply(std::move(*response));
}

void Site::run(const Route& route, const std::shared_ptr<Exchange>& exchange) {
    try {
        if (route.needed && !admits(*route.needed, *exchange)) return;
        route.handler(exchange);
    } catch (const std::exception& trouble) {
        services_.log.write("error", "handler-failed", {{"id", exchange->request.id}, {"reason", trouble.what()}});
        exchange->reply(error_response(*exchange, 500, base::ErrorCode::Internal));
    }
}

engine::Response Site::refuse(const engine::Request& request, engine::Refusal refusal) {
    const int status = engine::status_of(refusal);
    auto exchange = exchange_of(*this, request);
    auto found = find_open_route(exchange, request.method, exchange.path);
    exchange.values = std::move(found.values);
    const bool form =
        refusal == engine::Refusal::BodyTooLarge && !is_api(exchange.path) && request.method == engine::Method::Post;
    const bool image = refusal == engine::Refusal::BodyTooLarge && takes_images(found.route);
    auto response = image  ? too_large_image(exchange)
                    : form ? too_large_form(exchange)
                           : error_response(exchange, status, code_of(refusal));
    add_fixed_headers(response, request.id);
    if (refusal == engine::Refusal::Busy) ask_to_wait(response, seconds_until_retry);
    services_.log.write("info", "refused", {{"id", request.id}, {"status", status}});
    return response;
}

}  // namespace http
