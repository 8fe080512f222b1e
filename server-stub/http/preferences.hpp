// What a person prefers to see, kept in a cookie without identity, so that the first paint is right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/text_size.hpp"

namespace http {

enum class Theme : std::uint8_t { Auto, Light, Dark, Contrast };
std::string_view name_of(Theme theme);
std::optional<Theme> parse_theme(std::string_view name);

struct Preferences {
    Theme theme = Theme::Auto;
    base::TextSize text_size = base::TextSize::Normal;
    bool operator==(const Preferences&) const = default;
};

// Of a Cookie header; what is missing or unknown has its default.
Preferences read_preferences(std::string_view cookies);
// As the cookie holds them: "theme=dark&text=150".
std::string print_preferences(const Preferences& preferences);
// The value of a Set-Cookie header.
std::string print_cookie(const Preferences& preferences);

// What a form changes: one of the two, or both. Nothing where it names neither, or one that is unknown.
std::optional<Preferences> change(Preferences preferences, std::string_view form);

}  // namespace http
