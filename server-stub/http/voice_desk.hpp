// What people say to a court, at its desk: moderated and answered.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_voice(ExchangePtr exchange);
void post_voice_step(ExchangePtr exchange);
void post_sealed(ExchangePtr exchange);
void post_assignment(ExchangePtr exchange);

}  // namespace http
