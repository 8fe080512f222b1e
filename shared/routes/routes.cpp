#include "shared/routes/routes.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace routes {
namespace {

constexpr std::array kinds{
    PageKind{"sheet", "/{lang}/d/{district}/services/{service}"},
    PageKind{"receipt", "/{lang}/receipt/{code}"},
};

constexpr std::size_t slug_limit = 64;
constexpr std::size_t segment_limit = 8;

std::string join(std::initializer_list<std::string_view> segments) {
    std::string out;
    for (const auto segment : segments) out.append("/").append(segment);
    return out;
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    if (!path.starts_with('/')) return segments;
    path.remove_prefix(1);
    while (segments.size() <= segment_limit) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    return segments;
}

std::string api_address(std::initializer_list<std::string_view> segments) {
    return std::string(api_root) + join(segments);
}

}  // namespace

bool is_slug(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= slug_limit && std::ranges::all_of(text, allowed);
}

std::string address_of(const Page& page) {
    struct Spell {
        std::string operator()(const Sheet& sheet) const {
            return join({base::code_of(sheet.language), "d", sheet.district, "services", sheet.service});
        }
        std::string operator()(const Receipt& receipt) const {
            return join({base::code_of(receipt.language), "receipt", receipt.code});
        }
    };
    return std::visit(Spell{}, page);
}

std::optional<Page> parse_page(std::string_view path) {
    const auto parts = segments_of(path);
    if (parts.empty()) return std::nullopt;
    const auto language = base::parse_language(parts[0]);
    if (!language) return std::nullopt;
    if (parts.size() == 5 && parts[1] == "d" && is_slug(parts[2]) && parts[3] == "services" && is_slug(parts[4]))
        return Sheet{*language, std::string(parts[2]), std::string(parts[4])};
    if (parts.size() == 3 && parts[1] == "receipt" && !parts[2].empty())
        return Receipt{*language, std::string(parts[2])};
    return std::nullopt;
}

base::Language language_of(const Page& page) {
    return std::visit([](const auto& route) { return route.language; }, page);
}

Page in_language(Page page, base::Language language) {
    std::visit([language](auto& route) { route.language = language; }, page);
    return page;
}

std::string rating_action(const Sheet& sheet) { return address_of(sheet) + "/rating"; }
std::string preferences_action(base::Language language) { return join({base::code_of(language), "preferences"}); }

std::string api_districts() { return api_address({"districts"}); }
std::string api_district(std::string_view district) { return api_address({"districts", district}); }
std::string api_services(std::string_view district) { return api_address({"districts", district, "services"}); }
std::string api_sheet(std::string_view district, std::string_view service) {
    return api_address({"districts", district, "services", service});
}
std::string api_ratings(std::string_view district, std::string_view service) {
    return api_sheet(district, service) + "/ratings";
}
std::string api_receipt(std::string_view code) { return api_address({"receipts", code}); }
std::string api_events() { return api_address({"events"}); }

std::span<const PageKind> page_kinds() { return kinds; }

}  // namespace routes
