// The whole interface on one screen.
#pragma once

#include <span>
#include <string>

#include "server-stub/http/exchange.hpp"

namespace http {

struct Route {
    engine::Method method;  // Get answers HEAD too.
    Pattern pattern;
    Handler handler;
};
std::span<const Route> route_table();

struct Found {
    const Route* route = nullptr;  // Null: no route of this method.
    PathValues values;
    std::string allowed;  // The methods that the path has, as in an Allow header; empty: no such path.
};
Found find_route(engine::Method method, std::string_view path);

}  // namespace http
