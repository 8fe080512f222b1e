// The parity board of a district: what of its texts is missing in which language.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_parity(ExchangePtr exchange);
void get_parity_json(ExchangePtr exchange);

}  // namespace http
