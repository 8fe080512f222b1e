// What of a district is out of date or soon will be, as programs get it, and the word that a fact is still right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/item.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

struct Duty {
    std::string item;
    int version = 0;
    domain::ItemKind kind = domain::ItemKind::Sheet;
    domain::Values titles;
    std::string path;  // Of the fact, without a language.
    std::string text;
    std::string role;  // Of who last verified it.
    base::Date verified_on;
    base::Date holds_until;
    bool operator==(const Duty&) const = default;
};

struct Duties {
    int overdue = 0;
    int soon = 0;
    std::vector<Duty> items;
    std::optional<std::string> next;
    bool operator==(const Duties&) const = default;
};
std::string encode(const Duties& duties);

struct Confirmation {
    std::string item;
    int version = 0;  // Whose words were found to be right.
    std::string path;
};
Decoded<Confirmation> decode_confirmation(std::string_view json);
std::optional<Confirmation> parse_confirmation_form(std::string_view body);

}  // namespace wire
