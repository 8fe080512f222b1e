// What the public would read of a text that is still typed, by the functions that make its page.
#pragma once

#include <string>
#include <vector>

#include "server-stub/http/exchange.hpp"
#include "shared/domain/item.hpp"

namespace desk {
struct Preview;
}

namespace http {

// In each language; empty for kinds that have no page. `slug` is that of the item, empty where it has none yet. Nothing
// is stored, and what cannot be read is left out.
std::vector<desk::Preview> previews_of(const Exchange& exchange, domain::ItemKind kind, const domain::Values& typed,
                                       const std::string& slug);

}  // namespace http
