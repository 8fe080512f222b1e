// The one thing that is read of what a camera writes beside a picture: which way is up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace images::detail {

// `tiff` as EXIF holds it, from its byte order mark on. 1 to 8; 1 where it says nothing or cannot be read.
int orientation_of(std::span<const std::uint8_t> tiff);

}  // namespace images::detail
