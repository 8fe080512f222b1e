#include "server-stub/http/route_table.hpp"

#include "server-stub/http/api_handlers.hpp"
#include "server-stub/http/page_handlers.hpp"
#include "server-stub/http/visit_handlers.hpp"

namespace http {
namespace {

using enum engine::Method;

constexpr Route routes_of_site[] = {
    {Get, "/", get_root},
    {Get, "/{lang}", get_home},
    {Get, "/{lang}/d/{district}/services/{service}", get_sheet},
    {Post, "/{lang}/d/{district}/services/{service}", post_sheet},
    {Get, "/{lang}/d/{district}/services/{service}/rating", get_rating},
    {Post, "/{lang}/d/{district}/services/{service}/rating", post_rating},
    {Get, "/{lang}/receipt/{code}", get_receipt},
    {Post, "/{lang}/preferences", post_preferences},

    {Get, "/api/v1/openapi.json", get_kept_json},
    {Get, "/api/v1/districts", list_districts},
    {Get, "/api/v1/districts/{district}", get_kept_json},
    {Get, "/api/v1/districts/{district}/services", list_services},
    {Get, "/api/v1/districts/{district}/services/{service}", get_kept_json},
    {Post, "/api/v1/districts/{district}/services/{service}/ratings", post_rating_json},
    {Get, "/api/v1/receipts/{code}", get_receipt_json},
    {Post, "/api/v1/events", post_events},

    {Get, "/icon.svg", get_icon},
    {Get, "/healthz", get_health},
    {Get, "/readyz", get_readiness},
};

void allow(std::string& allowed, engine::Method method) {
    if (!allowed.empty()) allowed += ", ";
    allowed += method == Post ? "POST" : "GET, HEAD";
}

}  // namespace

std::span<const Route> route_table() { return routes_of_site; }

Found find_route(engine::Method method, std::string_view path) {
    const auto wanted = method == Head ? Get : method;
    Found found;
    for (const auto& route : routes_of_site) {
        auto values = match(route.pattern, path);
        if (!values) continue;
        allow(found.allowed, route.method);
        if (route.method != wanted) continue;
        found.route = &route;
        found.values = std::move(*values);
        return found;
    }
    return found;
}

}  // namespace http
