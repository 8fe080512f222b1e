#include <format>
#include <print>

#include "server-stub/commands/commands.hpp"
#include "server-stub/service/accounts.hpp"
#include "shared/routes/routes.hpp"

namespace commands {

using config::Config;

namespace {

struct Desk {
    Opened opened;
    secrets::SealingKey key;
};

base::Result<Desk> open_desk(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    auto key = sealing_key(config);
    if (!key) return std::unexpected(key.error());
    return Desk{std::move(*opened), std::move(*key)};
}

service::Accounts accounts_of(Desk& desk) { return {desk.opened.store->accounts(), desk.key, service::argon2id()}; }

void print_address(const Config& config, const std::string& token) {
    const auto address = routes::address_of(routes::Invitation{base::Language::Ar, token});
    std::println("http://{}:{}{}", config.host, config.port, address);
}

std::unexpected<base::Error> nobody(const Config& config, const base::Error& error) {
    if (error.code == base::ErrorCode::NotFound)
        return trouble(std::format("there is no account \"{}\"; name it with --name", config.name));
    return std::unexpected(error);
}

}  // namespace

// Invites somebody from the machine itself: so the first administrator of a district comes, and the ministry.
Outcome add_user(const Config& config) {
    const auto role = domain::parse_role(config.role);
    if (!role || *role == domain::Role::Citizen)
        return trouble(std::format("\"{}\" is no role that is invited; name it with --role", config.role));
    if (domain::has_district(*role) != !config.district.empty())
        return trouble(std::format("the role {} {} --district", config.role,
                                   domain::has_district(*role) ? "needs a" : "belongs to no district: leave out"));
    auto desk = open_desk(config);
    if (!desk) return std::unexpected(desk.error());
    const auto content = ensure_content(config, *desk->opened.store);
    if (!content) return std::unexpected(content.error());
    if (!config.district.empty() && (*content)->find_district(config.district) == nullptr)
        return trouble(std::format("there is no district \"{}\"", config.district));
    const auto token = accounts_of(*desk).invite(config.name, *role, config.district, {}, clock_of(config)());
    if (!token)
        return trouble(std::format("the name \"{}\" cannot be invited: {}", config.name,
                                   domain::name_of(token.error().errors.front().problem)));
    print_address(config, *token);
    return {};
}

Outcome unlock_user(const Config& config) {
    auto desk = open_desk(config);
    if (!desk) return std::unexpected(desk.error());
    if (const auto done = accounts_of(*desk).unlock(config.name, clock_of(config)()); !done)
        return nobody(config, done.error());
    std::println("\"{}\" may try again.", config.name);
    return {};
}

Outcome reset_user(const Config& config) {
    auto desk = open_desk(config);
    if (!desk) return std::unexpected(desk.error());
    const auto token = accounts_of(*desk).reset(config.name, clock_of(config)());
    if (!token) return nobody(config, token.error());
    print_address(config, *token);
    return {};
}

}  // namespace commands
