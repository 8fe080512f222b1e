#include "client/text/line_metrics.hpp"

#include <cmath>

#include "client/text/detail/chain.hpp"

namespace text {

namespace {

int cut_to_units(double length_px) { return static_cast<int>(std::floor(length_px * layout_units_per_px)); }

float to_px(int units) { return static_cast<float>(units / layout_units_per_px); }

}  // namespace

float advance_size_px(float size_px) {
    constexpr double fixed_one = 65536;  // The browser's scale from font units to 1/64 px has 16 binary digits.
    const double units_per_em = fonts::info(fonts::Face::Latin400).units_per_em;
    const float asked_px = std::floor(size_px * 100) / 100;  // It looks for a font by hundredths.
    const double scale = std::round(cut_to_units(static_cast<double>(asked_px)) * fixed_one / units_per_em);
    return static_cast<float>(scale * units_per_em / (fixed_one * layout_units_per_px));
}

LineMetrics line_metrics(const Style& style) {
    const auto& face = fonts::info(detail::faces_of(style.chain, style.weight).front());
    const double size_px = std::round(static_cast<double>(style.size_px) * layout_units_per_px) / layout_units_per_px;
    auto ascent = static_cast<int>(std::round(size_px * face.ascender / face.units_per_em));
    auto descent = static_cast<int>(std::round(size_px * face.descender / face.units_per_em));
    // A descent that was rounded down borrows a pixel from the ascent: the browser's way not to clip a tail.
    if (descent < size_px * face.descender / face.units_per_em) {
        ++descent;
        --ascent;
    }

    const int height = cut_to_units(size_px * static_cast<double>(style.line_height));
    const int half_leading = (height - (ascent + descent) * static_cast<int>(layout_units_per_px)) / 2;
    return {to_px(height), static_cast<float>(ascent) + std::floor(to_px(half_leading))};
}

}  // namespace text
