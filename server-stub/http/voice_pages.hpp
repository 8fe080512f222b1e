// The pages on which people say something to a court and follow it.
#pragma once

#include "server-stub/http/exchange.hpp"
#include "server-stub/service/contributions.hpp"

namespace http {

void get_participate(ExchangePtr exchange);
void post_participate(ExchangePtr exchange);  // Sends, or shows what would be public.
void get_contribution(ExchangePtr exchange);
void get_follow(ExchangePtr exchange);
void post_follow(ExchangePtr exchange);  // Shows the secret number, and may take a step.

// The one that the address names; nothing where it has been answered. An unknown number is counted and told as that of
// any receipt.
std::optional<service::StoredContribution> followed(const Exchange& exchange);

}  // namespace http
