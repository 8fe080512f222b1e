// Numbered changes of the schema: each runs once, whole or not at all.
#pragma once

#include <sqlite3.h>

#include "shared/base/result.hpp"

namespace storage::sqlite::detail {

// Brings the database to the newest schema. Conflict when it was written by a newer program.
base::Result<void> migrate(sqlite3* database);

}  // namespace storage::sqlite::detail
