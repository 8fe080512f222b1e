#include "client/paint/detail/shape_sheet.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace paint::detail {

ShapeSheet::ShapeSheet() : alpha_(static_cast<std::size_t>(side * side)) { empty(); }

Place ShapeSheet::ensure(const ShapeKey& key, const std::function<Mask()>& draw) {
    if (const auto found = places_.find(key); found != places_.end()) return found->second;
    const Mask mask = draw();
    const Place place = allocate(mask.width, mask.height);
    for (int y = 0; y < mask.height; ++y)
        std::copy_n(mask.alpha.begin() + y * mask.width, mask.width, alpha_.begin() + (place.y + y) * side + place.x);
    add_dirty(place, mask);
    places_.emplace(key, place);
    ++drawn_;
    return place;
}

bool ShapeSheet::was_emptied() { return std::exchange(emptied_, false); }

Place ShapeSheet::allocate(int width, int height) {
    assert(width <= side && height <= side && "corners and icons are small");
    if (shelf_x_ + width > side) {
        shelf_y_ += shelf_height_;
        shelf_x_ = shelf_height_ = 0;
    }
    if (shelf_y_ + height > side) {
        empty();
        emptied_ = true;
    }
    const Place place{shelf_x_, shelf_y_};
    shelf_x_ += width;
    shelf_height_ = std::max(shelf_height_, height);
    return place;
}

// The first texel is opaque: quads of plain colour take it, so that they need no texture of their own.
void ShapeSheet::empty() {
    places_.clear();
    std::ranges::fill(alpha_, std::uint8_t{0});
    alpha_[0] = 255;
    shelf_y_ = 0;
    shelf_x_ = shelf_height_ = 1;
    mark_all_dirty();
}

void ShapeSheet::add_dirty(Place place, const Mask& mask) {
    if (dirty_.empty()) {
        dirty_ = {place.x, place.y, mask.width, mask.height};
        return;
    }
    const int right = std::max(dirty_.x + dirty_.width, place.x + mask.width);
    const int bottom = std::max(dirty_.y + dirty_.height, place.y + mask.height);
    dirty_.x = std::min(dirty_.x, place.x);
    dirty_.y = std::min(dirty_.y, place.y);
    dirty_.width = right - dirty_.x;
    dirty_.height = bottom - dirty_.y;
}

}  // namespace paint::detail
