#include "server-stub/http/preferences.hpp"

#include <algorithm>
#include <array>
#include <format>

namespace http {
namespace {

constexpr std::array<std::string_view, 4> theme_names{"auto", "light", "dark", "contrast"};
constexpr std::string_view cookie_start = "__Host-prefs=theme=";

}  // namespace

std::string_view name_of(Theme theme) { return theme_names[static_cast<std::size_t>(theme)]; }

std::optional<Theme> parse_theme(std::string_view name) {
    const auto found = std::ranges::find(theme_names, name);
    if (found == theme_names.end()) return std::nullopt;
    return static_cast<Theme>(found - theme_names.begin());
}

Preferences read_preferences(std::string_view cookies) {
    while (!cookies.empty()) {
        const auto end = cookies.find(';');
        auto cookie = cookies.substr(0, end);
        cookies.remove_prefix(end == std::string_view::npos ? cookies.size() : end + 1);
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (cookie.starts_with(cookie_start))
            return {parse_theme(cookie.substr(cookie_start.size())).value_or(Theme::Auto)};
    }
    return {};
}

std::string print_cookie(const Preferences& preferences) {
    return std::format("{}{}; Path=/; Max-Age=31536000; Secure; SameSite=Lax", cookie_start,
                       name_of(preferences.theme));
}

}  // namespace http
