#include "shared/domain/visit.hpp"

#include <algorithm>

namespace domain {
namespace {

constexpr std::size_t visit_key_length = 32;

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }
bool is_of_slug(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; }

}  // namespace

std::string_view name_of(Channel channel) {
    constexpr std::array<std::string_view, channels.size()> names{"web", "kiosk", "api"};
    return names[static_cast<std::size_t>(channel)];
}

std::string_view name_of(VisitEventType type) {
    constexpr std::array<std::string_view, visit_event_types.size()> names{"screen", "active", "contribution"};
    return names[static_cast<std::size_t>(type)];
}

bool is_visit_key(std::string_view text) {
    return text.size() == visit_key_length && std::ranges::all_of(text, is_hexadecimal);
}

// Words of slugs, separated by single slashes.
bool is_screen_id(std::string_view text) {
    if (text.empty() || text.size() > screen_id_limit) return false;
    if (text.front() == '/' || text.back() == '/' || text.contains("//")) return false;
    return std::ranges::all_of(text, [](char c) { return c == '/' || is_of_slug(c); });
}

bool is_value_of(VisitEventType type, int value) {
    switch (type) {
        case VisitEventType::Screen: return value == 0 || value == 1;
        case VisitEventType::Active: return value >= 1 && value <= visit_interval_s;
        case VisitEventType::Contribution: return value == 1;
    }
    return false;
}

}  // namespace domain
