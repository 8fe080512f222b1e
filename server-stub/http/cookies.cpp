#include "server-stub/http/cookies.hpp"

#include <algorithm>
#include <format>

namespace http {
namespace {

constexpr int half_a_year_s = 182 * 24 * 3600, quarter_of_an_hour_s = 15 * 60;

void set_cookie(engine::Response& response, std::string_view name, std::string_view value, std::string_view rest) {
    response.set("Set-Cookie", std::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax{}", name, value, rest));
}

}  // namespace

std::string_view find_cookie(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        const auto end = cookies.find(';');
        auto cookie = cookies.substr(0, end);
        cookies.remove_prefix(end == std::string_view::npos ? cookies.size() : end + 1);
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (cookie.starts_with(name) && cookie.substr(name.size()).starts_with('='))
            return cookie.substr(name.size() + 1);
    }
    return {};
}

void keep_session(engine::Response& response, std::string_view token) {
    set_cookie(response, session_cookie, token, token.empty() ? "; Max-Age=0" : "");
}

void keep_device(engine::Response& response, std::string_view token) {
    set_cookie(response, device_cookie, token, std::format("; Max-Age={}", half_a_year_s));
}

void keep_wanted(engine::Response& response, std::string_view path) {
    set_cookie(response, wanted_cookie, path, std::format("; Max-Age={}", path.empty() ? 0 : quarter_of_an_hour_s));
}

void keep_author(engine::Response& response, std::string_view value, int seconds) {
    set_cookie(response, author_cookie, value, std::format("; Max-Age={}", seconds));
}

}  // namespace http
