// The JSON interface and the health checks.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_health(ExchangePtr exchange);
void get_readiness(ExchangePtr exchange);
void get_content(ExchangePtr exchange);  // What is published under this address.
void get_list(ExchangePtr exchange);     // The same with ?limit= and ?cursor=.
void get_coming(ExchangePtr exchange);   // The soonest activities that are not over.
void get_now(ExchangePtr exchange);
void post_rating_json(ExchangePtr exchange);
void get_receipt_json(ExchangePtr exchange);

// As a client gave it, with or without quotes; empty where it gave none.
std::string key_of(const engine::Request& request);
// A code that nobody holds: counted, then 404 or 429.
void refuse_unknown_receipt(const Exchange& exchange);
void refuse_waiting(const Exchange& exchange, std::chrono::seconds wait);

}  // namespace http
