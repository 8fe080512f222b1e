// The browser keeps 1/64 px: it cuts what a style asks for, rounds up what a text asks for, and to the nearest what a
// row gives it.
#pragma once

#include <cmath>

namespace layout::detail {

inline float cut_to_64th(float px) { return std::trunc(px * 64) / 64; }
inline float up_to_64th(float px) { return std::ceil(px * 64) / 64; }
inline float nearest_64th(float px) { return std::round(px * 64) / 64; }
// What is centred lies at the 1/64 px above; a sum of floats may fall short of its own by a little.
inline float down_to_64th(float px) { return std::floor(px * 64 + 0.25F) / 64; }

}  // namespace layout::detail
