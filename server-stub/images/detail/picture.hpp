// A decoded picture, its reduction row by row, and its turning.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace images::detail {

using Pixel = std::array<std::uint8_t, 4>;  // Red, green, blue, opacity; not multiplied.

struct Size {
    int width = 0;
    int height = 0;
    bool operator==(const Size&) const = default;
};

// The size with the same ratio whose longer side is `limit` at most, and whose shorter side is 1 at least.
Size reduced(Size size, int limit);

struct Picture {
    Size size;
    std::vector<Pixel> pixels;  // Row by row.

    bool is_opaque() const;
};

// What of a cell of the source falls into which one or two of the target's cells.
struct Share {
    int first = 0;
    float of_first = 0;
    float of_second = 0;  // Of the cell after `first`.
};

// Takes rows from the top and averages what falls into one pixel, so that the large picture never lies in memory.
class Reducer {
public:
    // No side of `to` is longer than that of `from`.
    Reducer(Size from, Size to);
    void add(std::span<const Pixel> row);
    Picture finish() &&;

private:
    using Sum = std::array<float, 4>;  // Colours multiplied by the opacity.
    void reduce(std::span<const Pixel> row);

    Size from_, to_;
    std::vector<Share> columns_;
    int next_row_ = 0;
    std::vector<Sum> line_;   // One row, already narrower.
    std::vector<Sum> above_;  // Sums of the row of the small picture that is being filled,
    std::vector<Sum> below_;  // and of the next one.
    int filling_ = 0;
    void emit();
    Picture picture_;
};

// The way up: 1 to 8 as in EXIF (tag 0x0112). Anything else leaves the picture as it is.
Picture turned(Picture picture, int orientation);

}  // namespace images::detail
