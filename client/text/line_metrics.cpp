#include "client/text/line_metrics.hpp"

#include <cmath>

#include "client/text/detail/chain.hpp"

namespace text {

LineMetrics line_metrics(const Style& style) {
    const auto& face = fonts::info(detail::faces_of(style.chain, style.weight).front());
    const float units = static_cast<float>(face.units_per_em);
    const float ascent = std::round(static_cast<float>(face.ascender) / units * style.size_px);
    const float descent = std::round(static_cast<float>(face.descender) / units * style.size_px);
    const float height =
        static_cast<float>(std::floor(style.size_px * style.line_height * layout_units_per_px) / layout_units_per_px);
    return {height, ascent + std::floor((height - (ascent + descent)) / 2)};
}

}  // namespace text
