// The faces that a chain asks, in its order.
#pragma once

#include <cstdint>
#include <span>

#include "client/text/font.hpp"

namespace text::detail {

using Faces = std::span<const fonts::Face>;

// Holds for good.
Faces faces_of(Chain chain, std::uint16_t weight);

}  // namespace text::detail
