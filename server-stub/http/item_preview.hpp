// What the public would read of a text that is still typed, by the functions that make its page.
#pragma once

#include <vector>

#include "server-stub/http/exchange.hpp"
#include "server-stub/service/item_store.hpp"

namespace desk {
struct Preview;
}

namespace http {

// In each language; empty for kinds that have no page. `item` is null where nothing of it is kept yet. Nothing is
// stored, and what cannot be read is left out.
std::vector<desk::Preview> previews_of(const Exchange& exchange, domain::ItemKind kind, const domain::Values& typed,
                                       const service::StoredItem* item);

}  // namespace http
