// Events as web/events.js writes them: one byte for the kind (its place in `Event`), then the fields in order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "client/platform/event.hpp"

namespace platform {

// Little-endian; a string or a list begins with its length (u32), a bool is one byte.
// Nothing when the bytes end too early, when some are left, or when the kind is unknown.
std::optional<Event> read_event(std::span<const std::uint8_t> bytes);

}  // namespace platform
