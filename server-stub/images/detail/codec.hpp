// The two kinds of files, read and written. Whatever is wrong with a file ends the process (verdict.hpp): the libraries
// are C, and leave from deep within.
#pragma once

#include <span>
#include <string>

#include "server-stub/images/detail/picture.hpp"

namespace images::detail {

// Reduced to the size that is shown, the right way up, and nothing but pixels.
Picture read_png(std::span<const std::uint8_t> bytes);
Picture read_jpeg(std::span<const std::uint8_t> bytes);

std::string print_png(const Picture& picture);
std::string print_jpeg(const Picture& picture);  // Whose pixels are opaque.

// Where the picture may not be decoded, nothing is.
void check_size(std::uint64_t width, std::uint64_t height);

}  // namespace images::detail
