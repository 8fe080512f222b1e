// Which part of the page the canvas covers: the window and half a window above and below it. While the reader travels,
// the half that they come from lends a part of itself to the other: the browser scrolls ahead of every script.
#pragma once

#include "client/paint/painter.hpp"
#include "client/platform/event.hpp"
#include "client/platform/platform.hpp"

namespace app {

struct Window {
    platform::Viewport viewport;
    float scroll_px = 0;
    float travel_px = 0;  // Since the band was placed last: downwards when positive.
};

paint::Band band_around(const Window& window, float page_height_px);
// The band is still there for this window; beyond, it must be drawn anew.
bool covers(const platform::CanvasPlace& place, float scroll_px);
platform::CanvasPlace place_of(const paint::Band& band, const Window& window, float page_height_px);

}  // namespace app
