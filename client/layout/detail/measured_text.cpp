#include "client/layout/detail/measured_text.hpp"

#include <algorithm>
#include <utility>

#include "client/layout/detail/rounding.hpp"

namespace layout::detail {

bool MeasuredText::change(TextBlock&& block) {
    if (block.paragraph == block_.paragraph) return false;
    words_ = block.paragraph.text;
    block_ = std::move(block);
    block_.paragraph.text = words_;
    faces_needed_ = text::faces_needed(block_.paragraph);
    return true;
}

float MeasuredText::max_content_px() const { return up_to_64th(engine_.max_content_width_px(block_.paragraph)); }

float MeasuredText::height_px(float width_px) const {
    return engine_.measure(block_.paragraph, nearest_64th(width_px)).height_px;
}

const text::Lines& MeasuredText::lines(float width_px) const {
    return engine_.layout(block_.paragraph, nearest_64th(width_px));
}

}  // namespace layout::detail
