#include <format>
#include <print>

#include "server-stub/commands/commands.hpp"
#include "server-stub/service/accounts.hpp"
#include "shared/routes/routes.hpp"

namespace commands {

using config::Config;

// Invites somebody from the machine itself: so the first administrator of a district comes, and the ministry.
Outcome add_user(const Config& config) {
    const auto role = domain::parse_role(config.role);
    if (!role || *role == domain::Role::Citizen)
        return trouble(std::format("\"{}\" is no role that is invited; name it with --role", config.role));
    if (domain::has_district(*role) != !config.district.empty())
        return trouble(std::format("the role {} {} --district", config.role,
                                   domain::has_district(*role) ? "needs a" : "belongs to no district: leave out"));
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    const auto content = ensure_content(config, *opened->store);
    if (!content) return std::unexpected(content.error());
    if (!config.district.empty() && (*content)->find_district(config.district) == nullptr)
        return trouble(std::format("there is no district \"{}\"", config.district));
    const auto key = sealing_key(config);
    if (!key) return std::unexpected(key.error());
    service::Accounts accounts(opened->store->accounts(), *key, service::argon2id());
    const auto token = accounts.invite(config.name, *role, config.district, clock_of(config)());
    if (!token)
        return trouble(std::format("the name \"{}\" cannot be invited: {}", config.name,
                                   domain::name_of(token.error().errors.front().problem)));
    const auto address = routes::address_of(routes::Invitation{base::Language::Ar, *token});
    std::println("http://{}:{}{}", config.host, config.port, address);
    return {};
}

}  // namespace commands
