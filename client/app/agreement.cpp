#include "client/app/agreement.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

bool is_near(float one, float other) { return std::abs(one - other) <= tolerance_px; }

}  // namespace

void Agreement::take(const platform::Measured& report, const layout::Result& layout) {
    for (const auto& size : report.sizes) sizes_[size.node] = size;
    if (layout.boxes.empty() || !is_near(report.root_width_px, layout.width_px)) return;
    const bool holds = std::ranges::all_of(layout.boxes, [&](const layout::Placed& placed) {
        if (!placed.text) return true;
        const auto size = sizes_.find(placed.node->id);
        return size == sizes_.end() ||
               (is_near(size->second.width_px, placed.box.width) && is_near(size->second.height_px, placed.box.height));
    });
    verdict_ = holds ? Verdict::Holds : Verdict::Broken;
}

}  // namespace app
