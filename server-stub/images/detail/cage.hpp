// What the worker takes from itself before it reads a byte, so that a flaw in a codec finds nothing to use.
#pragma once

#include <cstddef>

namespace images::detail {

inline constexpr std::size_t memory_limit = 256 * 1024 * 1024;  // Of address space, program and libraries included.
inline constexpr unsigned cpu_seconds_limit = 5;

// Where the process can read how much memory it has had: open before the cage closes.
inline constexpr int status_file = 3;

// Limits, no privileges, no file but the three it came with and `status_file`, and of the kernel's calls those alone
// that read, write and ask for memory; any other ends the process. False: it cannot be closed here.
bool close_cage();

}  // namespace images::detail
