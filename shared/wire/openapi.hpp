// The description of the JSON interface, made from the same field tables that encode and decode.
#pragma once

#include <string>

namespace wire {

// An OpenAPI 3.1 document, the body of /api/v1/openapi.json.
std::string openapi();

}  // namespace wire
