// The values of an item <-> one JSON object of texts.
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/item.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

// In the order of paths, so that the same values are the same text.
std::string encode_values(const domain::Values& values);
// A path that stands there twice is refused; whether a kind has it is not looked at.
Decoded<domain::Values> decode_values(std::string_view json);

}  // namespace wire
