// A text block as the layout library asks for it: how wide it would like to be, and how high it is at a width.
#pragma once

#include <string>

#include "client/layout/detail/text_block.hpp"

namespace layout::detail {

class MeasuredText {
public:
    explicit MeasuredText(text::Engine& engine) : engine_(engine) {}
    MeasuredText(const MeasuredText&) = delete;
    MeasuredText& operator=(const MeasuredText&) = delete;

    // `block` looks into words of somebody else, which are copied. False if it says what was there before.
    bool change(TextBlock&& block);

    const text::FaceSet& faces_needed() const { return faces_needed_; }

    // Border boxes and lines at a width of the content, in px.
    float max_content_px() const;
    float height_px(float width_px) const;
    const text::Lines& lines(float width_px) const;

private:
    text::Engine& engine_;
    std::string words_;
    TextBlock block_;
    text::FaceSet faces_needed_;
};

}  // namespace layout::detail
