#include "server-stub/http/route_table.hpp"

#include <algorithm>
#include <vector>

#include "server-stub/http/api_handlers.hpp"
#include "server-stub/http/page_handlers.hpp"
#include "server-stub/http/visit_handlers.hpp"
#include "shared/routes/routes.hpp"

namespace http {
namespace {

using enum engine::Method;

// Pages that do more than show what is known.
constexpr Route special_routes[] = {
    {Get, "/", get_root},
    {Get, "/{lang}/d/{district}/services/{service}", get_sheet},
    {Post, "/{lang}/d/{district}/services/{service}", post_sheet},
    {Get, "/{lang}/d/{district}/services/{service}/rating", get_rating},
    {Post, "/{lang}/d/{district}/services/{service}/rating", post_rating},
    {Get, "/{lang}/receipt/{code}", get_receipt},
    {Post, "/{lang}/preferences", post_preferences},
    {Get, "/{lang}/d/{district}/activities/{activity}/calendar.ics", get_calendar_file},

    {Get, "/api/v1/openapi.json", get_kept_json},
    {Get, "/api/v1/national", get_kept_json},
    {Get, "/api/v1/districts", get_list},
    {Get, "/api/v1/calendar", get_kept_json},
    {Get, "/api/v1/districts/{district}", get_kept_json},
    {Get, "/api/v1/districts/{district}/now", get_now},
    {Get, "/api/v1/districts/{district}/services", get_list},
    {Get, "/api/v1/districts/{district}/services/{service}", get_kept_json},
    {Get, "/api/v1/districts/{district}/news", get_list},
    {Get, "/api/v1/districts/{district}/news/{article}", get_kept_json},
    {Get, "/api/v1/districts/{district}/activities", get_list},
    {Get, "/api/v1/districts/{district}/activities/{activity}", get_kept_json},
    {Get, "/api/v1/districts/{district}/programmes", get_list},
    {Get, "/api/v1/districts/{district}/programmes/{programme}", get_kept_json},
    {Get, "/api/v1/districts/{district}/courts", get_list},
    {Get, "/api/v1/districts/{district}/courts/{court}", get_kept_json},
    {Post, "/api/v1/districts/{district}/services/{service}/ratings", post_rating_json},
    {Get, "/api/v1/receipts/{code}", get_receipt_json},
    {Post, "/api/v1/events", post_events},

    {Get, "/lab/text", get_text_lab},
    {Get, "/icon.svg", get_icon},
    {Get, "/healthz", get_health},
    {Get, "/readyz", get_readiness},
};

void allow(std::string& allowed, engine::Method method) {
    if (!allowed.empty()) allowed += ", ";
    allowed += method == Post ? "POST" : "GET, HEAD";
}

}  // namespace

std::span<const Route> route_table() {
    // The special ones first; every other page of the table of addresses is only shown.
    static const auto all = [] {
        std::vector<Route> routes(std::begin(special_routes), std::end(special_routes));
        for (const auto& kind : routes::page_kinds())
            if (std::ranges::find(special_routes, kind.pattern, &Route::pattern) == std::end(special_routes))
                routes.push_back({Get, kind.pattern, get_page});
        return routes;
    }();
    return all;
}

Found find_route(engine::Method method, std::string_view path) {
    const auto wanted = method == Head ? Get : method;
    Found found;
    for (const auto& route : route_table()) {
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
