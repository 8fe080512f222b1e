#include "server-stub/http/preferences.hpp"

#include <algorithm>
#include <array>
#include <format>

#include "server-stub/http/cookies.hpp"
#include "shared/base/pairs.hpp"

namespace http {
namespace {

constexpr std::array<std::string_view, 4> theme_names{"auto", "light", "dark", "contrast"};
constexpr std::string_view cookie_name = "__Host-prefs";

}  // namespace

std::string_view name_of(Theme theme) { return theme_names[static_cast<std::size_t>(theme)]; }

std::optional<Theme> parse_theme(std::string_view name) {
    const auto found = std::ranges::find(theme_names, name);
    if (found == theme_names.end()) return std::nullopt;
    return static_cast<Theme>(found - theme_names.begin());
}

Preferences read_preferences(std::string_view cookies) {
    const auto pairs = base::parse_pairs(find_cookie(cookies, cookie_name));
    if (!pairs) return {};
    return {base::single(*pairs, "theme").and_then(parse_theme).value_or(Theme::Auto),
            base::single(*pairs, "text").and_then(base::parse_text_size).value_or(base::TextSize::Normal)};
}

std::string print_preferences(const Preferences& preferences) {
    return std::format("theme={}&text={}", name_of(preferences.theme), base::code_of(preferences.text_size));
}

std::string print_cookie(const Preferences& preferences) {
    return std::format("{}={}; Path=/; Max-Age=31536000; Secure; SameSite=Lax", cookie_name,
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
