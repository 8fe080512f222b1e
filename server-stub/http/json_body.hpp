// The JSON that somebody sends: read, or refused with what is wrong with it.
#pragma once

#include <optional>
#include <string_view>

#include "server-stub/http/exchange.hpp"
#include "server-stub/http/words.hpp"

namespace http {

// Nothing where it has been answered: from another site 403, no JSON 415, JSON of another form 400.
template <class Value>
std::optional<Value> read_json(const Exchange& exchange, wire::Decoded<Value> (*decode)(std::string_view)) {
    if (!is_from_here(exchange.request)) {
        exchange.reply(error_response(exchange, 403, base::ErrorCode::Unauthorised));
        return std::nullopt;
    }
    if (media_type_of(exchange.request) != "application/json") {
        exchange.reply(problem(415, "media-type", words_of(base::ErrorCode::BadInput)));
        return std::nullopt;
    }
    auto value = decode(exchange.request.body);
    if (value) return std::move(*value);
    exchange.reply(problem(wire::ProblemDocument{.code = value.error().code,
                                                 .title = value.error().detail,
                                                 .status = 400,
                                                 .pointer = value.error().pointer,
                                                 .message = words_of(base::ErrorCode::BadInput),
                                                 .errors = {}}));
    return std::nullopt;
}

}  // namespace http
