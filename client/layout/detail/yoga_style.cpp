#include "client/layout/detail/yoga_style.hpp"

namespace layout::detail {
namespace {

using style::Box;
using style::Layout;

YGAlign align_of(style::Align align) {
    switch (align) {
        case style::Align::Stretch: return YGAlignStretch;
        case style::Align::Start: return YGAlignFlexStart;
        case style::Align::Center: return YGAlignCenter;
        case style::Align::End: return YGAlignFlexEnd;
    }
    return YGAlignStretch;
}

void set_edges(YGNodeRef node, const Box& box) {
    const auto set = [&](YGEdge edge, float padding, float border) {
        YGNodeStyleSetPadding(node, edge, padding);
        YGNodeStyleSetBorder(node, edge, border);
    };
    set(YGEdgeTop, box.padding.block_start, box.border.block_start);
    set(YGEdgeBottom, box.padding.block_end, box.border.block_end);
    set(YGEdgeStart, box.padding.inline_start, box.border.inline_start);
    set(YGEdgeEnd, box.padding.inline_end, box.border.inline_end);
}

void set_sizes(YGNodeRef node, const Box& box) {
    if (box.width != 0) YGNodeStyleSetWidth(node, box.width);
    else if (box.layout == Layout::Fixed) YGNodeStyleSetWidthPercent(node, 100);
    if (box.height != 0) YGNodeStyleSetHeight(node, box.height);
    if (box.min_height != 0) YGNodeStyleSetMinHeight(node, box.min_height);
    if (box.max_width != 0) YGNodeStyleSetMaxWidth(node, box.max_width);
}

void set_children_layout(YGNodeRef node, const Box& box) {
    YGNodeStyleSetFlexDirection(node, box.layout == Layout::Stack ? YGFlexDirectionColumn : YGFlexDirectionRow);
    YGNodeStyleSetFlexWrap(node, box.layout == Layout::Flow ? YGWrapWrap : YGWrapNoWrap);
    YGNodeStyleSetAlignItems(node, align_of(box.align));
    YGNodeStyleSetGap(node, YGGutterAll, box.gap);
}

}  // namespace

void set_style(YGNodeRef node, const Box& box) {
    set_edges(node, box);
    set_sizes(node, box);
    set_children_layout(node, box);
}

void set_place_in(YGNodeRef node, const Box& box, const Box& parent) {
    YGNodeStyleSetFlexShrink(node, 0);
    if (box.layout == Layout::Overlay) {
        YGNodeStyleSetPositionType(node, YGPositionTypeAbsolute);
        for (const auto edge : {YGEdgeTop, YGEdgeBottom, YGEdgeStart, YGEdgeEnd}) YGNodeStyleSetPosition(node, edge, 0);
        return;
    }
    if (box.grow != 0) {
        YGNodeStyleSetFlexGrow(node, box.grow);
        YGNodeStyleSetFlexShrink(node, 1);
        YGNodeStyleSetFlexBasis(node, 0);
    }
    if (box.layout == Layout::Picture) {
        YGNodeStyleSetAlignSelf(node, YGAlignFlexStart);
        YGNodeStyleSetMaxWidthPercent(node, 100);
        return;
    }
    const bool has_width = box.width != 0 || box.layout == Layout::Fixed;
    const bool centred = parent.layout == Layout::Stack && parent.align == style::Align::Center;
    if (centred && !has_width) YGNodeStyleSetWidthPercent(node, 100);
    if (parent.layout == Layout::Flow && box.max_width == 0) YGNodeStyleSetMaxWidthPercent(node, 100);
}

}  // namespace layout::detail
