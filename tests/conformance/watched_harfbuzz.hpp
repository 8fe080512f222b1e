// Every call that our engine makes to the library that ships, made again to the whole of HarfBuzz. The linker puts the
// watch in between (--wrap), so that nothing of the engine knows of it.
#pragma once

#include <cstdint>
#include <string>

namespace conformance {

struct Watched {
    std::uint64_t calls = 0;
    std::uint64_t glyphs = 0;
    std::uint64_t differences = 0;
    std::uint64_t foreign_differences = 0;  // In runs of scripts that no face has.
    std::uint64_t unseen_differences = 0;   // In places of clusters that the face has not, which another face shows.
    std::string first_difference;
};

// What was seen since the last call of this function.
Watched take_watched();

}  // namespace conformance
