// What the worker and the server say to each other: the first line of the worker's answer.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace images {

// "{verdict} {type} {width} {height} {peak}\n", then the bytes of the picture where it is clean. The peak is the most
// address space that the worker ever had, in KiB.
enum class Verdict : std::uint8_t { Clean, NotAnImage, TooManyPixels };
inline constexpr std::array<std::string_view, 3> verdict_names{"clean", "unreadable", "pixels"};

inline constexpr std::string_view worker_command = "image-worker";

}  // namespace images
