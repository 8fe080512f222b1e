#include "client/raster/detail/shelves.hpp"

namespace raster::detail {

std::optional<Spot> Shelves::add(int width, int height) {
    const int needed_width = width + 1;
    const int needed_height = height + 1;
    if (needed_width > size_) return std::nullopt;

    Shelf* best = nullptr;
    for (auto& shelf : shelves_) {
        if (shelf.height < needed_height || size_ - shelf.used < needed_width) continue;
        if (!best || shelf.height < best->height) best = &shelf;
    }
    // A low box on a high shelf wastes room while new shelves still fit.
    const bool wasteful = best && best->height > needed_height * 3 / 2;
    if (!best || wasteful) {
        constexpr int step = 4;  // Heights in steps, so that glyphs of a size share shelves.
        const int shelf_height = (needed_height + step - 1) / step * step;
        if (size_ - bottom_ >= shelf_height) {
            shelves_.push_back({.y = bottom_, .height = shelf_height});
            bottom_ += shelf_height;
            best = &shelves_.back();
        }
    }
    if (!best) return std::nullopt;
    const Spot spot{best->used, best->y};
    best->used += needed_width;
    return spot;
}

void Shelves::clear() {
    shelves_.clear();
    bottom_ = 0;
}

}  // namespace raster::detail
