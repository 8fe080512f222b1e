// The cut data of the Unicode library: break rules, patterns and plurals. Loaded once, before anything else here.
#pragma once

#include <cstddef>
#include <span>

#include "shared/base/result.hpp"

namespace unicode {

// Takes the bytes of the data file without copying them: they must outlive every other call of this module and
// be aligned to 16 bytes. Fails with ErrorCode::BadInput. A second call with other bytes is ignored.
base::Result<void> load_data(std::span<const std::byte> data);

}  // namespace unicode
