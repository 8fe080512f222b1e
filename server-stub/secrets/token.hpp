// Random texts that open something, and the only thing that is kept of them.
#pragma once

#include <string>
#include <string_view>

namespace secrets {

// 256 bits in 64 lower-case hexadecimal digits.
std::string random_token();
// So many decimal digits, each as likely as the others.
std::string random_digits(std::size_t count);

// What the store knows of a token: BLAKE2b of it in 64 hexadecimal digits. Fast, because nobody can guess a token.
std::string hash_token(std::string_view token);

// Whether two texts are equal, in a time that does not say where they differ.
bool is_same(std::string_view a, std::string_view b);

}  // namespace secrets
