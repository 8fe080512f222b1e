#include "server-stub/http/exchange.hpp"

#include <algorithm>
#include <utility>

#include "server-stub/http/engine/compress.hpp"
#include "server-stub/http/words.hpp"
#include "shared/pages/notice.hpp"

namespace http {
namespace {

constexpr int seconds_until_retry = 60;
constexpr std::string_view no_store = "no-store";
constexpr std::string_view page_varies_by = "Accept-Encoding, Cookie, Accept-Language";

// "http-not-found" -> "Http not found"
std::string title_of(std::string_view code) {
    std::string title(code);
    std::ranges::replace(title, '-', ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string_view host_of(std::string_view origin) {
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

// A kept body as its reader takes it: nothing where the reader has it, else compressed or plain.
Response kept(const Exchange& exchange, const KeptBody& body, std::string_view type) {
    Response response;
    response.set("ETag", body.entity_tag);
    if (engine::matches_tag(exchange.request.header("if-none-match"), body.entity_tag)) {
        response.status = 304;
        return response;
    }
    response.set("Content-Type", std::string(type));
    const bool small = body.brotli && engine::accepts(exchange.request.header("accept-encoding"), "br");
    if (small) response.set("Content-Encoding", "br");
    response.body = small ? body.brotli : body.plain;
    return response;
}

}  // namespace

Response html(const Exchange& exchange, int status, const doc::Document& document, const wire::PageData& data,
              Compress compress) {
    return html(exchange, status, print_page(document, data, exchange.preferences(), exchange.services().assets),
                compress);
}

Response html(const Exchange& exchange, int status, std::string page, Compress compress) {
    Response response{.status = status, .headers = {}, .body = {}};
    response.set("Content-Type", "text/html; charset=utf-8");
    response.set("Content-Language", std::string(base::code_of(exchange.language)));
    response.set("Cache-Control", std::string(no_store));
    response.set("Vary", std::string(page_varies_by));
    if (compress == Compress::Yes && engine::accepts(exchange.request.header("accept-encoding"), "br"))
        if (auto small = engine::brotli(page, engine::Effort::PerResponse)) {
            response.set("Content-Encoding", "br");
            page = std::move(*small);
        }
    response.body = std::move(page);
    return response;
}

Response html(const Exchange& exchange, int status, doc::Document document) {
    wire::PageData data;
    data.document = std::move(document);
    return html(exchange, status, *data.document, data, Compress::No);
}

Response redirect(int status, std::string location) {
    Response response{.status = status, .headers = {}, .body = {}};
    response.set("Location", std::move(location));
    response.set("Cache-Control", std::string(no_store));
    return response;
}

Response html(const Exchange& exchange, const KeptBody& page) {
    auto response = kept(exchange, page, "text/html; charset=utf-8");
    response.set("Content-Language", std::string(base::code_of(exchange.language)));
    response.set("Cache-Control", "no-cache");
    response.set("Vary", std::string(page_varies_by));
    return response;
}

Response json(const Exchange& exchange, const KeptBody& body, std::string_view cache_control) {
    auto response = kept(exchange, body, "application/json");
    response.set("Cache-Control", std::string(cache_control));
    response.set("Vary", "Accept-Encoding");
    return response;
}

Response json(int status, std::string body) {
    Response response{.status = status, .headers = {}, .body = {}};
    response.set("Content-Type", "application/json");
    response.set("Cache-Control", std::string(no_store));
    response.body = std::move(body);
    return response;
}

Response problem(const wire::ProblemDocument& document) {
    Response response{.status = document.status, .headers = {}, .body = {}};
    response.set("Content-Type", std::string(wire::problem_media_type));
    response.set("Cache-Control", std::string(no_store));
    response.body = wire::encode_problem(document);
    return response;
}

Response problem(int status, std::string_view code, base::LocalizedText message) {
    return problem(wire::ProblemDocument{.code = std::string(code),
                                         .title = title_of(code),
                                         .status = status,
                                         .pointer = {},
                                         .message = std::move(message),
                                         .errors = {}});
}

bool is_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

Response error_response(const Exchange& exchange, int status, base::ErrorCode code) {
    if (is_api(exchange.path)) return problem(status, wire::name_of(code), words_of(code));
    const auto page = routes::parse_page(exchange.path);
    const auto addresses = page ? pages::addresses_of(*page) : pages::addresses_of(exchange.path);
    const auto document = pages::error_page(exchange.tr(), addresses, {code, {}});
    return html(exchange, status, document, {.api = {}, .form = {}, .errors = {}, .page_error = code}, Compress::Yes);
}

void refuse(const Exchange& exchange, const base::Error& error) {
    if (error.code == base::ErrorCode::NotFound || error.code == base::ErrorCode::BadInput)
        return exchange.reply(
            error_response(exchange, error.code == base::ErrorCode::NotFound ? 404 : 400, error.code));
    exchange.services().log.write("error", "content-not-read", {{"id", exchange.request.id}, {"reason", error.detail}});
    const bool may_come_back = error.code == base::ErrorCode::Unavailable;
    auto response = error_response(exchange, may_come_back ? 503 : 500, error.code);
    if (may_come_back) ask_to_wait(response, seconds_until_retry);
    exchange.reply(std::move(response));
}

std::string media_type_of(const engine::Request& request) {
    const auto header = request.header("content-type");
    std::string type(header.substr(0, header.find_first_of("; \t")));
    for (auto& c : type)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return type;
}

bool is_from_here(const engine::Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    const auto origin = request.header("origin");
    return origin.empty() || (!request.header("host").empty() && host_of(origin) == request.header("host"));
}

bool accepts_form(const Exchange& exchange) {
    if (!is_from_here(exchange.request)) {
        exchange.reply(error_response(exchange, 403, base::ErrorCode::Unauthorised));
        return false;
    }
    if (media_type_of(exchange.request) != "application/x-www-form-urlencoded") {
        exchange.reply(error_response(exchange, 415, base::ErrorCode::BadInput));
        return false;
    }
    return true;
}

void ask_to_wait(Response& response, std::int64_t seconds) { response.set("Retry-After", std::to_string(seconds)); }

int minutes_of(std::chrono::seconds wait) {
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(wait).count());
}

}  // namespace http
