// How much memory C++ holds in this test program: its operator new counts.
#pragma once

#include <cstddef>

namespace test {

std::size_t live_bytes();
std::size_t peak_bytes();  // The most since forget_peak().
void forget_peak();

}  // namespace test
