// What a district still has to say in which language, and the terms that each translation keeps.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_parity(ExchangePtr exchange);
void get_parity_json(ExchangePtr exchange);
void get_glossary(ExchangePtr exchange);

}  // namespace http
