// libsodium made ready.
#pragma once

#include <cstdlib>
#include <sodium.h>

namespace secrets::detail {

// May be called often and by many threads. Without it no secret is safe, so there is nothing to go on with.
inline void ensure_library() {
    if (sodium_init() < 0) std::abort();
}

}  // namespace secrets::detail
