// What is public already becomes items, so that a desk can go on with it.
#pragma once

#include <span>

#include "server-stub/service/item_store.hpp"

namespace service {

// One item with one revision, by nobody, for each row that a desk edits; the rows stay as they are. Conflict where an
// item is there already; Internal where a row cannot be read or edited.
base::Result<void> import_items(ItemStore& store, std::span<const ContentRow> rows, base::Instant now);

}  // namespace service
