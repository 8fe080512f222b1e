// The operations of the JSON interface, of which openapi.cpp makes its description.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/wire/detail/codec.hpp"

namespace wire::detail {

struct Parameter {
    std::string_view name;
    std::string_view place;  // "path", "query" or "header"
    std::string_view meaning;
    Json schema;
    bool required = true;
};

struct Endpoint {
    std::string_view method;
    std::string path;
    std::string_view operation;
    std::string_view summary;
    std::vector<Parameter> parameters;
    Json request = {};  // Null where there is no body.
    std::string_view status = "200";
    std::string_view result;
    Json response = {};                      // Null where the answer has no body.
    std::vector<std::string_view> problems;  // Statuses.
};

inline Json text_of_length(int lowest, int highest) {
    return JsonObject{{"type", "string"}, {"minLength", lowest}, {"maxLength", highest}};
}

// What everybody may read and send.
std::vector<Endpoint> public_endpoints(const Parameter& district, const Parameter& limit, const Parameter& cursor,
                                       const Parameter& key);
// All of these want the cookie of a session.
std::vector<Endpoint> account_endpoints(const Parameter& district);
// The same; the version of an item is its entity tag, and goes back as If-Match.
std::vector<Endpoint> item_endpoints(const Parameter& district, const Parameter& limit, const Parameter& cursor);
// What people say to the courts: sent and followed by everybody, answered at a desk.
std::vector<Endpoint> voice_endpoints(const Parameter& district, const Parameter& limit, const Parameter& cursor,
                                      const Parameter& key);

}  // namespace wire::detail
