// Packs small boxes into a square, row by row: each row is as high as the first box that was put into it.
#pragma once

#include <optional>
#include <vector>

namespace raster::detail {

struct Spot {
    int x = 0;
    int y = 0;
};

class Shelves {
public:
    explicit Shelves(int size) : size_(size) {}

    // Keeps one free texel to the right of and below each box, so that neighbours never bleed.
    std::optional<Spot> add(int width, int height);
    void clear();

private:
    struct Shelf {
        int y = 0;
        int height = 0;
        int used = 0;
    };
    int size_;
    int bottom_ = 0;
    std::vector<Shelf> shelves_;
};

}  // namespace raster::detail
