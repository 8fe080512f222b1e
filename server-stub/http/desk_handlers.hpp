// The desk of a court: what one may do there, who works there, and whom one invites.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_desk(ExchangePtr exchange);
void get_people(ExchangePtr exchange);
void post_people(ExchangePtr exchange);  // Invites somebody.
void post_role(ExchangePtr exchange);    // Another role, or none.

void get_desk_json(ExchangePtr exchange);
void get_people_json(ExchangePtr exchange);
void post_people_json(ExchangePtr exchange);
void post_role_json(ExchangePtr exchange);

}  // namespace http
