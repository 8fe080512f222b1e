// Digits, of whatever script and however drawn.
#pragma once

#include <optional>

namespace domain::moderation {

// A decimal digit of any script (Unicode's Nd), or one in a circle, a bracket or a corner.
std::optional<int> digit_of(char32_t c);
// A letter that is written in place of a digit, as O for 0 and l for 1.
std::optional<int> digit_looked_like(char32_t c);

}  // namespace domain::moderation
