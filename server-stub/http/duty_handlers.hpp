// What of a district is out of date, or soon will be, and the word that it is still right.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_duties(ExchangePtr exchange);
void post_duties(ExchangePtr exchange);
void get_duties_json(ExchangePtr exchange);
void post_duties_json(ExchangePtr exchange);

}  // namespace http
