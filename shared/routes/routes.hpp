// Addresses <-> typed routes, in both directions: the only place where an address is spelled.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/language.hpp"

namespace routes {

// Pages. Slugs are lower-case ASCII letters, digits and hyphens, 1 to 64 characters.
struct Sheet {
    base::Language language = base::Language::Ar;
    std::string district;
    std::string service;
    bool operator==(const Sheet&) const = default;
};
struct Receipt {
    base::Language language = base::Language::Ar;
    std::string code;  // As it stands in the address; may be anything a person typed.
    bool operator==(const Receipt&) const = default;
};
using Page = std::variant<Sheet, Receipt>;

std::string address_of(const Page& page);
// The path of an address, percent-decoded and without query. Empty when no page has this form.
std::optional<Page> parse_page(std::string_view path);
base::Language language_of(const Page& page);
Page in_language(Page page, base::Language language);

// Where forms are sent.
std::string rating_action(const Sheet& sheet);
std::string preferences_action(base::Language language);

// JSON. All these addresses begin with `api_root`.
inline constexpr std::string_view api_root = "/api/v1";
std::string api_districts();
std::string api_district(std::string_view district);
std::string api_services(std::string_view district);
std::string api_sheet(std::string_view district, std::string_view service);
std::string api_ratings(std::string_view district, std::string_view service);
std::string api_receipt(std::string_view code);
std::string api_events();

bool is_slug(std::string_view text);

// The patterns of every page, with sample addresses: tests generate their cases from this table.
struct PageKind {
    std::string_view name;
    std::string_view pattern;  // "/{lang}/d/{district}/services/{service}"
};
std::span<const PageKind> page_kinds();

}  // namespace routes
