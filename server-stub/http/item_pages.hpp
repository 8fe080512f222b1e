// The desk's pages of texts: the list, the editor, its steps and its history. Who may: the routes; what may be:
// Editing.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_items(ExchangePtr exchange);
void get_item(ExchangePtr exchange);
void post_item(ExchangePtr exchange);
void post_item_step(ExchangePtr exchange);
void post_item_restore(ExchangePtr exchange);
void get_item_history(ExchangePtr exchange);

}  // namespace http
