// The process that decodes: it reads a picture that somebody sent, and writes one that we have made of its pixels.
#pragma once

#include <span>
#include <string>

namespace images {

// `arguments` are the media type that the picture claims to have. Reads standard input to its end, writes the answer
// (protocol.hpp) to standard output. Returns only where the process cannot be made safe: then nothing was read.
int run_worker(std::span<const std::string> arguments);

}  // namespace images
