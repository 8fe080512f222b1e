#include "client/app/band.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

// Parts of the window's height.
constexpr float margin = 0.5F;
constexpr float lent = 0.25F;         // By the margin behind a travelling reader to the one ahead.
constexpr float slack_ahead = 0.25F;  // When so much is left before the edge of the band, it is drawn anew.
constexpr float slack_behind = 0.125F;

float to_device(float px, float ratio) { return std::floor(px * ratio) / ratio; }

}  // namespace

paint::Band band_around(const Window& window, float page_height_px) {
    const auto& viewport = window.viewport;
    const float ratio = viewport.device_pixel_ratio;
    // A fraction of a device pixel more would let the page scroll further than its text.
    const float page = to_device(std::max(page_height_px, viewport.height_px), ratio);
    const float height = std::min(to_device(2 * viewport.height_px, ratio), page);
    const float shift = window.travel_px > 0 ? lent : window.travel_px < 0 ? -lent : 0;
    const float top = std::clamp(window.scroll_px - (margin - shift) * viewport.height_px, 0.0F, page - height);
    return {.top_px = to_device(top, ratio), .height_px = height};
}

platform::CanvasPlace place_of(const paint::Band& band, const Window& window, float page_height_px) {
    constexpr float far = std::numeric_limits<float>::max();
    const float height = window.viewport.height_px;
    const float slack_above = window.travel_px > 0 ? slack_behind : slack_ahead;
    const float slack_below = window.travel_px < 0 ? slack_behind : slack_ahead;
    const bool at_start = band.top_px <= 0;
    const bool at_end = band.top_px + band.height_px + 1 >= std::max(page_height_px, height);
    return {.top_px = band.top_px,
            .width_px = window.viewport.width_px,
            .height_px = band.height_px,
            .scroll_from_px = at_start ? -far : band.top_px + slack_above * height,
            .scroll_to_px = at_end ? far : band.top_px + band.height_px - (1 + slack_below) * height};
}

bool covers(const platform::CanvasPlace& place, float scroll_px) {
    return scroll_px >= place.scroll_from_px && scroll_px <= place.scroll_to_px;
}

}  // namespace app
