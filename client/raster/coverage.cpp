#include "client/raster/coverage.hpp"

#include <array>
#include <cmath>

#include "client/raster/detail/fill.hpp"
#include "client/raster/detail/outline.hpp"

namespace raster {
namespace {

// How the browser corrects grey text: first more contrast for dark text, then blending as if light added up.
// Measured on stems of known width: equal within one step of 255.
constexpr float contrast = 0.2F;
constexpr float gamma = 76.0F / 64;

// Three bits, spread over 0 to 255.
int spread(int bits) { return bits << 5 | bits << 2 | bits >> 1; }

float lightness_of(Luminance luminance) { return static_cast<float>(spread(luminance)) / 255; }

float corrected(float coverage, float source) {
    const float background = 1 - source;  // A guess: text is read before its opposite.
    const float linear_source = std::pow(source, gamma);
    const float linear_background = std::pow(background, gamma);
    const float raised = coverage + (1 - coverage) * contrast * linear_background * coverage;
    if (std::abs(background - source) < 1.0F / 256) return raised;
    const float wanted = std::pow(linear_source * raised + (1 - raised) * linear_background, 1 / gamma);
    return (wanted - background) / (source - background);  // Undoes what plain blending will do.
}

using AlphaTable = std::array<std::uint8_t, 256>;

AlphaTable make_table(Luminance luminance) {
    AlphaTable table{};
    const float source = lightness_of(luminance);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<std::uint8_t>(std::lround(255 * corrected(static_cast<float>(i) / 255, source)));
    return table;
}

const AlphaTable& table_for(Luminance luminance) {
    static const auto tables = [] {
        std::array<AlphaTable, luminance_steps> made{};
        for (Luminance i = 0; i < luminance_steps; ++i) made[i] = make_table(i);
        return made;
    }();
    return tables[luminance & (luminance_steps - 1)];
}

}  // namespace

Placement place(float x_px, float baseline_px, float pixel_ratio, float rise_px) {
    constexpr float half_bin = 0.5F / subpixel_bins;
    const float x = std::floor((x_px * pixel_ratio + half_bin) * subpixel_bins) / subpixel_bins;
    const float whole = std::floor(x);
    const float y = (std::floor(baseline_px + 0.5F) + rise_px) * pixel_ratio;
    return {.x = static_cast<int>(whole),
            .y = static_cast<int>(std::floor(y + 0.5F)),
            .bin = static_cast<std::uint8_t>((x - whole) * subpixel_bins)};
}

// The browser cuts each channel to three bits first: found on 60 colours at random, which all agree.
Luminance luminance_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    const int luminance = (spread(red >> 5) * 54 + spread(green >> 5) * 183 + spread(blue >> 5) * 19) >> 8;
    return static_cast<Luminance>(luminance >> 5);
}

std::uint8_t alpha_of(std::uint8_t coverage, Luminance luminance) { return table_for(luminance)[coverage]; }

Bitmap rasterise(const text::Fonts& fonts, fonts::Face face, std::uint16_t glyph, float size_px, std::uint8_t bin,
                 Luminance luminance) {
    const float shift_px = static_cast<float>(bin) / subpixel_bins;
    auto bitmap = detail::fill(detail::polygons_of(fonts, face, glyph, size_px, shift_px));
    const auto& table = table_for(luminance);
    for (auto& alpha : bitmap.alpha) alpha = table[alpha];
    return bitmap;
}

}  // namespace raster
