#include "client/app/laid_page.hpp"

#include <algorithm>

namespace app {
void LaidPage::lay_out(const layout::Environment& now, layout::Layouter& layouter, const text::FaceSet& loaded) {
    environment_ = now;
    layout = layouter.lay_out(document, now);
    is_whole_ = (layout.faces_needed & ~loaded).none();
    breaks = mirror::breaks_of(layout);
}

bool LaidPage::fits(const layout::Environment& now) const {
    return environment_.width_px == now.width_px && environment_.screen == now.screen &&
           environment_.layout_ratio == now.layout_ratio;
}

float keep_place(const layout::Result& before, const layout::Result& after, float scroll_px) {
    if (scroll_px <= 0) return 0;
    for (const auto& placed : before.boxes) {
        if (!placed.text || placed.box.bottom() <= scroll_px) continue;
        if (const auto* same = after.find(placed.node->id))
            return std::max(0.0F, scroll_px + same->box.y - placed.box.y);
    }
    return scroll_px;
}

}  // namespace app
