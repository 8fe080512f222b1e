// What is sent about accounts: by the forms of the pages, and by programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/account.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

// Fields: name, email, current, password, code. Well-formed UTF-8, whatever was sent; what cannot be read is empty.
domain::AccountDraft parse_account_form(std::string_view body);

// What is kept under an account; who works at a desk.
std::string encode(const domain::Account& account);
std::string encode(const domain::Desk& desk);

// Whom to invite, or whose role to change; no role: the access ends.
struct PersonChange {
    std::string name;
    std::optional<domain::Role> role;
    bool operator==(const PersonChange&) const = default;
};
// Fields: name, role. Nothing where the role is missing or unknown; "none" is no role.
std::optional<PersonChange> parse_person_form(std::string_view body);
Decoded<PersonChange> decode_person_change(std::string_view json);

}  // namespace wire
