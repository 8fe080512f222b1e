// Keeps the masks of corners and icons in one sheet of alpha.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "client/paint/detail/shape.hpp"
#include "client/raster/atlas.hpp"

namespace paint::detail {

// What a mask shows; equal keys mean equal masks.
using ShapeKey = std::vector<std::int32_t>;

struct Place {
    int x = 0, y = 0;
    bool operator==(const Place&) const = default;
};

class ShapeSheet {
public:
    static constexpr int side = 512;

    ShapeSheet();

    // Draws the mask when it is not there yet. A full sheet is emptied first.
    Place ensure(const ShapeKey& key, const std::function<Mask()>& draw);
    // True when the sheet was emptied since the last call, so that places from before are void.
    bool was_emptied();

    std::span<const std::uint8_t> alpha() const { return alpha_; }
    raster::DirtyRect dirty() const { return dirty_; }
    void mark_clean() { dirty_ = {}; }
    void mark_all_dirty() { dirty_ = {0, 0, side, side}; }
    std::uint64_t drawn() const { return drawn_; }

private:
    Place allocate(int width, int height);
    void empty();
    void add_dirty(Place place, const Mask& mask);

    std::vector<std::uint8_t> alpha_;
    std::map<ShapeKey, Place> places_;
    int shelf_y_ = 0, shelf_height_ = 0, shelf_x_ = 0;
    raster::DirtyRect dirty_;
    bool emptied_ = false;
    std::uint64_t drawn_ = 0;
};

}  // namespace paint::detail
