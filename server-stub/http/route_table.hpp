// The whole interface on one screen.
#pragma once

#include <span>
#include <string>

#include "server-stub/http/exchange.hpp"
#include "shared/domain/rights.hpp"

namespace http {

enum class Work : std::uint8_t {
    Quick,    // On the thread that read the request.
    Disk,     // Waits for the store.
    Hashing,  // Hashes a password.
    Writing,  // Waits for the store. Its bodies may be as large as a text in four languages is.
    Imaging,  // Has a picture made anew. Its bodies may be as large as pictures are.
};

struct Route {
    engine::Method method;  // Get answers HEAD too.
    Pattern pattern;
    Handler handler;
    Work work = Work::Quick;
    // Who may: of the district in the pattern, where it has one. Nothing: everybody.
    std::optional<domain::Right> needed{};
};
std::span<const Route> route_table();

struct Found {
    const Route* route = nullptr;  // Null: no route of this method.
    PathValues values;
    std::string allowed;  // The methods that the path has, as in an Allow header; empty: no such path.
};
Found find_route(engine::Method method, std::string_view path);

}  // namespace http
