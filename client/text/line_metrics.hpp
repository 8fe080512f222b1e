// The height and the baseline of one line. They do not depend on its text, so boxes and fields can ask too.
#pragma once

#include "client/text/paragraph.hpp"

namespace text {

// The browser keeps lengths in this many parts of a CSS pixel.
inline constexpr double layout_units_per_px = 64;

// The size at which the browser measures glyphs: cut down to 1/100 px, then to 1/64, and rounded as its fixed-point
// scale is.
// (Where it measures lines, it rounds to 1/64 px.) All faces have the same units per em.
float advance_size_px(float size_px);

struct LineMetrics {
    float height_px = 0;    // Cut down to 1/64 px.
    float baseline_px = 0;  // From the top of the line; whole pixels when the height is.
};

// The first font of the chain decides; fallback fonts do not move the line.
LineMetrics line_metrics(const Style& style);

}  // namespace text
