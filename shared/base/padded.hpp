// Numbers as digits, with zeros in front up to a width. std::format would do it and bring 86 KB (brotli) of tables and
// locales into the client (docs/adr/010).
#pragma once

#include <charconv>
#include <concepts>
#include <string>

namespace base {

// `number` must not be negative where `width` is used; `radix` is 2 to 36, its letters are lower case.
template <std::integral Integer>
std::string padded(Integer number, std::size_t width, int radix = 10) {
    char buffer[64];  // As many digits as the longest number has in base 2.
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, radix).ptr;
    std::string digits(buffer, end);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

}  // namespace base
