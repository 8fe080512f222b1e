// The pages on which people say something to a court and follow it.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_participate(ExchangePtr exchange);
void post_participate(ExchangePtr exchange);  // Sends, or shows what would be public.
void get_contribution(ExchangePtr exchange);
void get_follow(ExchangePtr exchange);
void post_follow(ExchangePtr exchange);  // Shows the secret number, and may take a step.

}  // namespace http
