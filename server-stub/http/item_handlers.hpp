// The texts of a desk as JSON: the version of an item is its entity tag, and nobody changes what they have not seen.
#pragma once

#include "server-stub/http/exchange.hpp"

namespace http {

void get_items_json(ExchangePtr exchange);
void post_items_json(ExchangePtr exchange);
void get_item_json(ExchangePtr exchange);
void get_item_checks_json(ExchangePtr exchange);
void post_item_json(ExchangePtr exchange);
void post_item_step_json(ExchangePtr exchange);
void get_revisions_json(ExchangePtr exchange);
void get_revision_json(ExchangePtr exchange);
void post_item_restore_json(ExchangePtr exchange);
void post_copy_json(ExchangePtr exchange);

}  // namespace http
