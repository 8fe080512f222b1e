// What other districts have published, for the desk of one that takes copies; and whose text a copy was.
#pragma once

#include <optional>

#include "server-stub/http/exchange.hpp"
#include "server-stub/service/item_store.hpp"

namespace desk {
struct CopiedView;
}

namespace http {

void get_copies(ExchangePtr exchange);
void get_copies_json(ExchangePtr exchange);
void post_copy(ExchangePtr exchange);

// Nothing where it was written here.
std::optional<desk::CopiedView> copied_of(const Exchange& exchange, const service::StoredItem& item);

}  // namespace http
