// What is public already becomes items, so that a desk can go on with it.
#pragma once

#include <span>

#include "server-stub/service/content_store.hpp"
#include "server-stub/service/item_store.hpp"

namespace service {

// One item with one revision, by nobody, for each row that a desk edits; the rows stay as they are. Conflict where an
// item is there already; Internal where a row cannot be read or edited.
base::Result<void> import_items(ItemStore& store, std::span<const ContentRow> rows, base::Instant now,
                                base::Date today);

// What became of the rows of an edition.
struct Renewal {
    int added = 0;    // Nothing stood there, and no desk had it.
    int renewed = 0;  // Something else stood there, of what no desk edits.
    int kept = 0;     // As it was: the same, or a desk's, or of a portal that was activated.
    bool operator==(const Renewal&) const = default;
};
// Brings an edition into a store that is in use: what a desk has, public or taken off, stays as it is, and so does what
// is said of a district whose portal was activated. Failing halfway leaves what is done; again does the rest. Internal
// as above.
base::Result<Renewal> renew_content(ItemStore& items, ContentStore& content, std::span<const ContentRow> rows,
                                    base::Instant now, base::Date today);

}  // namespace service
