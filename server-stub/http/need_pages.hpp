// What people ask for most, service by service: the page and the JSON.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_needs(ExchangePtr exchange);
void get_needs_json(ExchangePtr exchange);

}  // namespace http
