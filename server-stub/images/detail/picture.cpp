#include "server-stub/images/detail/picture.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace images::detail {
namespace {

std::uint8_t to_byte(float value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F)); }

// `scale` is how many of the target's cells one of the source's takes, 1 at most.
Share share_of(int index, double scale, int cells) {
    const double start = index * scale, end = start + scale;
    const int first = std::min(static_cast<int>(start), cells - 1);
    const double border = first + 1 == cells ? end : std::min<double>(end, first + 1);
    return {first, static_cast<float>(border - start), static_cast<float>(end - border)};
}

void add(std::array<float, 4>& sum, const std::array<float, 4>& value, float weight) {
    for (std::size_t i = 0; i < 4; ++i) sum[i] += value[i] * weight;
}

}  // namespace

Size reduced(Size size, int limit) {
    const int longest = std::max(size.width, size.height);
    if (longest <= limit) return size;
    const auto shorten = [&](int side) {
        return std::max(1, static_cast<int>(std::lround(double{1} * side * limit / longest)));
    };
    return {shorten(size.width), shorten(size.height)};
}

bool Picture::is_opaque() const {
    return std::ranges::all_of(pixels, [](const Pixel& pixel) { return pixel[3] == 255; });
}

Reducer::Reducer(Size from, Size to) : from_(from), to_(to) {
    assert(to.width >= 1 && to.height >= 1 && to.width <= from.width && to.height <= from.height);
    const auto width = static_cast<std::size_t>(to.width);
    line_.resize(width);
    above_.resize(width);
    below_.resize(width);
    columns_.reserve(static_cast<std::size_t>(from.width));
    for (int x = 0; x < from.width; ++x) columns_.push_back(share_of(x, double{1} * to.width / from.width, to.width));
    picture_.size = to;
    picture_.pixels.reserve(width * static_cast<std::size_t>(to.height));
}

void Reducer::reduce(std::span<const Pixel> row) {
    std::ranges::fill(line_, Sum{});
    for (std::size_t x = 0; x < row.size(); ++x) {
        const auto& pixel = row[x];
        const float opacity = static_cast<float>(pixel[3]) / 255.0F;
        const Sum value{pixel[0] * opacity, pixel[1] * opacity, pixel[2] * opacity, static_cast<float>(pixel[3])};
        const auto& share = columns_[x];
        detail::add(line_[static_cast<std::size_t>(share.first)], value, share.of_first);
        if (share.of_second > 0) detail::add(line_[static_cast<std::size_t>(share.first) + 1], value, share.of_second);
    }
}

void Reducer::emit() {
    for (const auto& sum : above_) {
        const float opacity = sum[3] / 255.0F;
        const auto colour = [&](std::size_t i) { return opacity > 0 ? to_byte(sum[i] / opacity) : std::uint8_t{0}; };
        picture_.pixels.push_back({colour(0), colour(1), colour(2), to_byte(sum[3])});
    }
    std::swap(above_, below_);
    std::ranges::fill(below_, Sum{});
    ++filling_;
}

void Reducer::add(std::span<const Pixel> row) {
    assert(static_cast<int>(row.size()) == from_.width && next_row_ < from_.height);
    reduce(row);
    const auto share = share_of(next_row_++, double{1} * to_.height / from_.height, to_.height);
    if (share.first > filling_) emit();
    for (std::size_t x = 0; x < line_.size(); ++x) {
        detail::add(above_[x], line_[x], share.of_first);
        if (share.of_second > 0) detail::add(below_[x], line_[x], share.of_second);
    }
}

Picture Reducer::finish() && {
    assert(next_row_ == from_.height && "every row was given");
    emit();
    return std::move(picture_);
}

Picture turned(Picture picture, int orientation) {
    if (orientation < 2 || orientation > 8) return picture;
    const auto [width, height] = picture.size;
    const bool lies = orientation >= 5;
    Picture out{.size = lies ? Size{height, width} : picture.size, .pixels = {}};
    out.pixels.reserve(picture.pixels.size());
    // Where a pixel comes from: first mirrored or not, then with its axes swapped or not (EXIF 2.32, 4.6.4).
    const bool from_end = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (int y = 0; y < out.size.height; ++y)
        for (int x = 0; x < out.size.width; ++x) {
            const int along = lies ? y : x, down = lies ? x : y;
            const int column = from_end ? width - 1 - along : along;
            const int line = from_bottom ? height - 1 - down : down;
            out.pixels.push_back(picture.pixels[static_cast<std::size_t>(line) * static_cast<std::size_t>(width) +
                                                static_cast<std::size_t>(column)]);
        }
    return out;
}

}  // namespace images::detail
