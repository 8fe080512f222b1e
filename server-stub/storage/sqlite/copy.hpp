// A database copied while others use it.
#pragma once

#include <filesystem>

#include "shared/base/result.hpp"

namespace storage::sqlite {

// What `from` holds at one instant, in one file, without what was deleted and without sessions: who was signed in then
// is not signed in by the copy. `to` must not exist; it is whole and on the disk once this succeeds, and gone where it
// fails. `from` may be in use by a server, or left behind by one that was killed.
base::Result<void> copy_database(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace storage::sqlite
