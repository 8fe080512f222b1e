// What is sent about accounts: by the forms of the pages, and by programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/account.hpp"
#include "shared/wire/contribution.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

// Fields: name, email, current, password, code. Well-formed UTF-8, whatever was sent; what cannot be read is empty.
domain::AccountDraft parse_account_form(std::string_view body);

// What is kept under an account; who works at a desk.
std::string encode(const domain::Account& account);
std::string encode(const domain::Desk& desk);

// Everything that is kept under an account, for its owner to take along.
struct AccountFile {
    std::string name, email;
    domain::Role role = domain::Role::Citizen;
    std::string district;
    std::vector<Contribution> contributions;
    bool operator==(const AccountFile&) const = default;
};
std::string encode(const AccountFile& file);

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
