// By which rules what people say is held in a portal.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_voice_rules(ExchangePtr exchange);
// Each rule that the form shows is as it is ticked.
void post_voice_rules(ExchangePtr exchange);

}  // namespace http
