#include "server-stub/http/qr_codes.hpp"

#include <algorithm>

#include "server-stub/http/voice_pages.hpp"
#include "server-stub/images/qr_code.hpp"
#include "shared/desk/qr_picture.hpp"
#include "shared/routes/routes.hpp"

namespace http {
namespace {

static_assert(images::qr_pixels == desk::qr_pixels);

constexpr std::size_t host_limit = 60;

bool is_of_host(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-:[]").contains(c);
}

}  // namespace

// Everywhere but on the machine itself the portal is reached by https alone: its cookies are Secure.
std::optional<std::string> absolute_address(const Exchange& exchange, std::string_view path) {
    const auto host = exchange.request.header("host");
    if (host.empty() || host.size() > host_limit || !std::ranges::all_of(host, is_of_host)) return std::nullopt;
    const auto name = host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
    const bool is_here = name == "localhost" || name == "127.0.0.1" || name == "[::1]";
    return std::string(is_here ? "http://" : "https://").append(host).append(path);
}

Response qr_response(const Exchange& exchange, std::string_view text) {
    const auto code = images::qr_code(text);
    auto file = code ? images::print_qr(*code) : std::nullopt;
    if (!file) return error_response(exchange, 503, base::ErrorCode::Unavailable);
    Response response;
    response.set("Content-Type", "image/png");
    response.set("Cache-Control", "no-store");
    response.body = std::move(*file);
    return response;
}

void get_follow_qr(ExchangePtr exchange) {
    const auto one = followed(*exchange);
    if (!one) return;
    const auto page = routes::address_of(routes::Follow{exchange->language, one->code.hyphenated()});
    const auto address = absolute_address(*exchange, page);
    if (!address) return exchange->reply(error_response(*exchange, 400, base::ErrorCode::BadInput));
    exchange->reply(qr_response(*exchange, *address));
}

}  // namespace http
