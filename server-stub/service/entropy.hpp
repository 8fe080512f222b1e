// Random numbers of the operating system, for codes, keys and salts.
#pragma once

#include <cstdint>
#include <string>

namespace service {

std::uint64_t random_number();
// 128 bits as 32 lower-case hexadecimal digits.
std::string random_key();

}  // namespace service
