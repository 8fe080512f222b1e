// What moderation did in a district: the page and the JSON.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_moderation(ExchangePtr exchange);
void get_moderation_json(ExchangePtr exchange);

}  // namespace http
