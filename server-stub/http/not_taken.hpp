// A form that was sent and not looked at: its answer gives back what was typed.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace desk {
enum class NotTaken : std::uint8_t;
}

namespace http {

// Nothing where nobody of ours typed anything: no form of this site, or an empty one.
std::optional<Response> give_back(const Exchange& exchange, int status, desk::NotTaken why);

}  // namespace http
