// The opening of a district's portal at its desk: the checklist, the declarations, the activation, the remarks.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_opening(ExchangePtr exchange);
void post_opening(ExchangePtr exchange);
void get_opening_json(ExchangePtr exchange);
void get_remarks(ExchangePtr exchange);
void post_remark(ExchangePtr exchange);
void post_answer(ExchangePtr exchange);
void get_remarks_json(ExchangePtr exchange);

}  // namespace http
