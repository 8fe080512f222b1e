// The faces that a chain asks, in its order.
#pragma once

#include <array>
#include <cstdint>

#include "client/text/font.hpp"

namespace text::detail {

using Faces = std::array<fonts::Face, 3>;

Faces faces_of(Chain chain, std::uint16_t weight);

}  // namespace text::detail
