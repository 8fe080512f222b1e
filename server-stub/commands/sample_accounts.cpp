#include "server-stub/commands/sample_accounts.hpp"

#include <cstdio>
#include <format>
#include <print>

namespace commands {
namespace {

using domain::Role;

struct Sample {
    std::string_view name;
    Role role;
    std::string_view district;
};
constexpr Sample samples[] = {
    {"citizen", Role::Citizen, ""},
    {"rabat-partner", Role::Partner, "rabat"},
    {"rabat-editor", Role::Editor, "rabat"},
    {"rabat-reviewer", Role::Reviewer, "rabat"},
    {"rabat-moderator", Role::Moderator, "rabat"},
    {"rabat-head", Role::CourtHead, "rabat"},
    {"rabat-administrator", Role::Administrator, "rabat"},
    {"tanger-partner", Role::Partner, "tanger"},
    {"tanger-editor", Role::Editor, "tanger"},
    {"tanger-reviewer", Role::Reviewer, "tanger"},
    {"tanger-moderator", Role::Moderator, "tanger"},
    {"tanger-head", Role::CourtHead, "tanger"},
    {"tanger-administrator", Role::Administrator, "tanger"},
    {"ministry", Role::Ministry, ""},
};

// As a reader copies it.
std::string in_fours(std::string_view text) {
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); i += 4) grouped.append(i == 0 ? "" : " ").append(text.substr(i, 4));
    return grouped;
}

}  // namespace

Outcome make_sample_accounts(service::Accounts& accounts, base::Instant now) {
    std::println(stderr, "Accounts to try the desks with. Their secrets are shown this once:");
    std::println(stderr, "{:<21}{:<26}{}", "name", "password", "key for the authenticator");
    for (const auto& sample : samples) {
        const auto made = accounts.make(std::string(sample.name), sample.role, std::string(sample.district), now);
        if (!made) return trouble(std::format("the account \"{}\" cannot be made", sample.name));
        std::println(stderr, "{:<21}{:<26}{}", made->name, in_fours(made->password), in_fours(made->code_key));
    }
    return {};
}

}  // namespace commands
