#include "client/app/laid_page.hpp"

#include <algorithm>

namespace app {

void LaidPage::lay_out(const layout::Environment& environment, text::Engine& engine) {
    layout = layout::lay_out(document, environment, engine);
    breaks = mirror::breaks_of(layout);
}

float keep_place(const layout::Result& before, const layout::Result& after, float scroll_px) {
    if (scroll_px <= 0) return 0;
    for (const auto& placed : before.boxes) {
        if (!placed.text || placed.box.bottom() <= scroll_px) continue;
        if (const auto* same = after.find(placed.node->id)) return std::max(0.0F, scroll_px + same->box.y - placed.box.y);
    }
    return scroll_px;
}

}  // namespace app
