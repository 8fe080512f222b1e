#include "shared/routes/routes.hpp"
#include "shared/wire/detail/account_tables.hpp"
#include "shared/wire/detail/endpoint.hpp"
#include "shared/wire/detail/publication_tables.hpp"

namespace wire::detail {

std::vector<Endpoint> account_endpoints(const Parameter& district) {
    std::vector<Endpoint> all;
    all.push_back({.method = "get",
                   .path = routes::api_account(),
                   .operation = "getAccount",
                   .summary = "The account that is signed in",
                   .parameters = {},
                   .result = "The account.",
                   .response = Codec<domain::Account>::schema(),
                   .problems = {"401", "403", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_desk(),
                   .operation = "getDesk",
                   .summary = "The desk of who is signed in",
                   .parameters = {},
                   .result = "The desk.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"401", "403", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_room("{district}", routes::Room::Opening),
                   .operation = "getChecks",
                   .summary = "The nine checks of a district's portal, as they are today",
                   .parameters = {district},
                   .result = "The checks, without act and remarks.",
                   .response = Codec<domain::PortalReport>::schema(),
                   .problems = {"401", "403", "404", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_room("{district}", routes::Room::Remarks),
                   .operation = "listRemarks",
                   .summary = "What partners said of a portal that is being prepared",
                   .parameters = {district},
                   .result = "All of them, oldest first.",
                   .response = Codec<domain::List<domain::Remark>>::schema(),
                   .problems = {"401", "403", "404", "503"}});
    all.push_back({.method = "get",
                   .path = routes::api_people("{district}"),
                   .operation = "listPeople",
                   .summary = "Who works at the desk of a district",
                   .parameters = {district},
                   .result = "The desk with its people.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"401", "403", "404", "503"}});
    all.push_back({.method = "post",
                   .path = routes::api_people("{district}"),
                   .operation = "invitePerson",
                   .summary = "Invite somebody to the desk of a district",
                   .parameters = {district},
                   .request = Codec<PersonChange>::schema(),
                   .status = "201",
                   .result = "The desk, with the address for who was invited.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"400", "401", "403", "404", "415", "422", "503"}});
    all.push_back({.method = "post",
                   .path = routes::api_people("{district}") + "/role",
                   .operation = "changePerson",
                   .summary = "Give somebody another role, or none",
                   .parameters = {district},
                   .request = Codec<PersonChange>::schema(),
                   .result = "The desk as it is then.",
                   .response = Codec<domain::Desk>::schema(),
                   .problems = {"400", "401", "403", "404", "415", "422", "503"}});
    return all;
}

}  // namespace wire::detail
