#include "server-stub/http/preferences.hpp"

#include <algorithm>
#include <array>
#include <format>

#include "shared/base/pairs.hpp"

namespace http {
namespace {

constexpr std::array<std::string_view, 4> theme_names{"auto", "light", "dark", "contrast"};
constexpr std::string_view cookie_start = "__Host-prefs=";

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
        if (!cookie.starts_with(cookie_start)) continue;
        const auto pairs = base::parse_pairs(cookie.substr(cookie_start.size()));
        if (!pairs) return {};
        return {base::single(*pairs, "theme").and_then(parse_theme).value_or(Theme::Auto),
                base::single(*pairs, "text").and_then(base::parse_text_size).value_or(base::TextSize::Normal)};
    }
    return {};
}

std::string print_preferences(const Preferences& preferences) {
    return std::format("theme={}&text={}", name_of(preferences.theme), base::code_of(preferences.text_size));
}

std::string print_cookie(const Preferences& preferences) {
    return std::format("{}{}; Path=/; Max-Age=31536000; Secure; SameSite=Lax", cookie_start,
                       print_preferences(preferences));
}

std::optional<Preferences> change(Preferences preferences, std::string_view form) {
    const auto fields = base::parse_pairs(form);
    if (!fields) return std::nullopt;
    const auto theme = base::single(*fields, "theme");
    const auto text_size = base::single(*fields, "text");
    if (!theme && !text_size) return std::nullopt;
    if (theme) {
        const auto chosen = parse_theme(*theme);
        if (!chosen) return std::nullopt;
        preferences.theme = *chosen;
    }
    if (text_size) {
        const auto chosen = base::parse_text_size(*text_size);
        if (!chosen) return std::nullopt;
        preferences.text_size = *chosen;
    }
    return preferences;
}

}  // namespace http
