#include "client/layout/layout.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>
#include <yoga/Yoga.h>

#include "client/layout/detail/text_block.hpp"
#include "shared/unicode/bidi.hpp"

namespace layout {
namespace {

using style::Box;
using style::Layout;

struct ConfigDeleter {
    void operator()(YGConfigRef config) const { YGConfigFree(config); }
};
using Config = std::unique_ptr<std::remove_pointer_t<YGConfigRef>, ConfigDeleter>;

struct TreeDeleter {
    void operator()(YGNodeRef root) const { YGNodeFreeRecursive(root); }
};
using Tree = std::unique_ptr<std::remove_pointer_t<YGNodeRef>, TreeDeleter>;

// The browser keeps 1/64 px: it rounds up what a text asks for, and to the nearest what a row gives it.
float up_to_64th(float px) { return std::ceil(px * 64) / 64; }
float nearest_64th(float px) { return std::round(px * 64) / 64; }
// What is centred lies at the 1/64 px above; a sum of floats may fall short of its own by a little.
float down_to_64th(float px) { return std::floor(px * 64 + 0.25F) / 64; }

// A line may stand this much beyond its box before the browser breaks it.
constexpr float tolerated_px = 1.0F / 64;

Config make_config() {
    Config config(YGConfigNew());
    YGConfigSetUseWebDefaults(config.get(), true);
    YGConfigSetPointScaleFactor(config.get(), 0);
    return config;
}

base::Direction direction_of(const doc::Node& node, base::Direction inherited) {
    const auto given = node.attribute(doc::Attribute::Dir);
    if (given == "rtl") return base::Direction::Rtl;
    if (given == "ltr") return base::Direction::Ltr;
    if (given == "auto" && node.is_text)
        return unicode::first_strong_direction(node.text.utf8).value_or(base::Direction::Ltr);
    return node.language ? base::direction_of(*node.language) : inherited;
}

// What the layout library must be told of a box, in its words.

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

void set_place_in_parent(YGNodeRef node, const Box& box, const Box& parent) {
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
    const bool has_width = box.width != 0 || box.layout == Layout::Fixed;
    const bool centred = parent.layout == Layout::Stack && parent.align == style::Align::Center;
    if (centred && !has_width) YGNodeStyleSetWidthPercent(node, 100);
    if (parent.layout == Layout::Flow && box.max_width == 0) YGNodeStyleSetMaxWidthPercent(node, 100);
}

// In the browser's own pixels. A border is whole, and never vanishes.
Box scaled(Box box, float ratio) {
    if (ratio == 1) return box;
    const auto scale = [&](style::Edges& edges, const auto& one) {
        for (float* edge : {&edges.block_start, &edges.block_end, &edges.inline_start, &edges.inline_end})
            *edge = one(*edge);
    };
    scale(box.padding, [&](float px) { return px * ratio; });
    scale(box.border, [&](float px) { return px == 0 ? 0 : std::max(1.0F, std::floor(px * ratio)); });
    for (float* length : {&box.gap, &box.width, &box.height, &box.min_height, &box.max_width}) *length *= ratio;
    return box;
}

// Back to CSS pixels.
void divide(Placed& placed, float ratio) {
    for (float* length : {&placed.box.x, &placed.box.y, &placed.box.width, &placed.box.height}) *length /= ratio;
    if (!placed.text) return;
    auto& [lines, line_left_px, top_px, width_px] = *placed.text;
    for (float* length : {&top_px, &width_px, &lines.line_height_px, &lines.height_px, &lines.width_px})
        *length /= ratio;
    for (float& left : line_left_px) left /= ratio;
    for (auto& line : lines.lines) {
        line.width_px /= ratio;
        line.baseline_px /= ratio;
    }
    for (auto& glyph : lines.glyphs) {
        glyph.x_px /= ratio;
        glyph.y_px /= ratio;
        glyph.advance_px /= ratio;
    }
}

struct MeasuredText {
    detail::TextBlock block;
    text::Engine* engine = nullptr;

    float max_content_px() const { return up_to_64th(engine->max_content_width_px(block.paragraph)); }
    static float room_px(float width_px) { return nearest_64th(width_px) + tolerated_px; }
    float height_px(float width_px) const { return engine->measure(block.paragraph, room_px(width_px)).height_px; }
    const text::Lines& lines(float width_px) const { return engine->layout(block.paragraph, room_px(width_px)); }
};

YGSize measure(YGNodeConstRef node, float width, YGMeasureMode width_mode, float, YGMeasureMode) {
    const auto& text = *static_cast<const MeasuredText*>(YGNodeGetContext(node));
    float taken = width;
    if (width_mode != YGMeasureModeExactly) {
        taken = text.max_content_px();
        if (width_mode == YGMeasureModeAtMost) taken = std::min(taken, width);
    }
    return {taken, text.height_px(taken)};
}

// Walks the document once to build the tree for the layout library, once more to read the boxes from it.
class Builder {
public:
    Builder(const Environment& environment, text::Engine& engine)
        : environment_(environment), engine_(engine), config_(make_config()) {}

    Result build(const doc::Document& document) {
        assert(box_of(document.root).layout == Layout::Stack && "the root is a stack");
        Tree tree(add(document.root, 0, document.language, base::direction_of(document.language)));
        const auto direction = result_.boxes.front().direction;
        YGNodeCalculateLayout(tree.get(), environment_.width_px * environment_.layout_ratio, YGUndefined,
                              direction == base::Direction::Rtl ? YGDirectionRTL : YGDirectionLTR);
        for (std::size_t i = 0; i < result_.boxes.size(); ++i) place(i);
        if (environment_.layout_ratio != 1)
            for (auto& placed : result_.boxes) divide(placed, environment_.layout_ratio);
        result_.width_px = environment_.width_px;
        result_.screen = environment_.screen;
        result_.layout_ratio = environment_.layout_ratio;
        result_.height_px = result_.boxes.front().box.height;
        return std::move(result_);
    }

private:
    Box box_of(const doc::Node& node) const {
        return scaled(style::box_of(node.style, environment_.screen), environment_.layout_ratio);
    }

    YGNodeRef add(const doc::Node& node, std::size_t parent, base::Language language, base::Direction direction) {
        const std::size_t index = result_.boxes.size();
        Placed& placed = result_.boxes.emplace_back();
        placed.node = &node;
        placed.parent = parent;
        placed.language = node.language.value_or(language);
        placed.direction = layout::direction_of(node, direction);
        result_.index.emplace(node.id, index);
        YGNodeRef made = nodes_.emplace_back(YGNodeNewWithConfig(config_.get()));
        style_node(index);
        if (node.is_text) add_text(index);
        else add_children(index);
        return made;
    }

    void style_node(std::size_t index) {
        const Placed& placed = result_.boxes[index];
        const Box box = box_of(*placed.node);
        YGNodeRef node = nodes_[index];
        YGNodeStyleSetDirection(node, placed.direction == base::Direction::Rtl ? YGDirectionRTL : YGDirectionLTR);
        set_edges(node, box);
        set_sizes(node, box);
        set_children_layout(node, box);
        if (index != 0) set_place_in_parent(node, box, box_of(*result_.boxes[placed.parent].node));
    }

    void add_text(std::size_t index) {
        const Placed& placed = result_.boxes[index];
        assert(box_of(*placed.node).layout == Layout::Text && "inline text stands in a text block");
        auto text = std::make_unique<MeasuredText>();
        text->block = detail::text_block(*placed.node, environment_.screen, placed.language, placed.direction);
        text->block.paragraph.style.size_px *= environment_.layout_ratio;
        text->engine = &engine_;
        result_.faces_needed |= text::faces_needed(text->block.paragraph);
        YGNodeSetContext(nodes_[index], text.get());
        YGNodeSetMeasureFunc(nodes_[index], measure);
        texts_.push_back(std::move(text));
    }

    void add_children(std::size_t index) {
        const doc::Node& node = *result_.boxes[index].node;
        const auto language = result_.boxes[index].language;
        const auto direction = result_.boxes[index].direction;
        for (const auto& child : node.children) {
            if (box_of(child).layout == Layout::Outside) continue;
            YGNodeRef made = add(child, index, language, direction);
            YGNodeInsertChild(nodes_[index], made, YGNodeGetChildCount(nodes_[index]));
        }
    }

    void place(std::size_t index) {
        Placed& placed = result_.boxes[index];
        YGNodeConstRef node = nodes_[index];
        placed.box = {nearest_64th(YGNodeLayoutGetLeft(node)), down_to_64th(YGNodeLayoutGetTop(node)),
                      nearest_64th(YGNodeLayoutGetWidth(node)), nearest_64th(YGNodeLayoutGetHeight(node))};
        if (index != 0) {
            const Rect& parent = result_.boxes[placed.parent].box;
            placed.box.x += parent.x;
            placed.box.y += parent.y;
        }
        if (placed.node->is_text) place_text(placed, node);
    }

    void place_text(Placed& placed, YGNodeConstRef node) {
        const auto inset = [&](YGEdge edge) {
            return YGNodeLayoutGetPadding(node, edge) + YGNodeLayoutGetBorder(node, edge);
        };
        const auto& measured = *static_cast<const MeasuredText*>(YGNodeGetContext(node));
        PlacedText& text = placed.text.emplace();
        text.width_px = std::max(0.0F, placed.box.width - inset(YGEdgeLeft) - inset(YGEdgeRight));
        text.top_px = placed.box.y + inset(YGEdgeTop);
        text.lines = measured.lines(text.width_px);
        result_.lacks_letters |= text.lines.lacks_letters;
        const float left = placed.box.x + inset(YGEdgeLeft);
        const auto align = style::type_of(placed.node->style, environment_.screen, placed.language).align;
        for (const auto& line : text.lines.lines)
            text.line_left_px.push_back(left + offset_of_line(text.width_px - line.width_px, align, placed.direction));
    }

    // What is too long hangs out at its end, whatever its alignment.
    static float offset_of_line(float free_px, style::TextAlign align, base::Direction direction) {
        const bool rtl = direction == base::Direction::Rtl;
        if (align == style::TextAlign::Center && free_px > 0) return free_px / 2;
        const bool at_end = align == style::TextAlign::End && free_px > 0;
        return rtl != at_end ? free_px : 0;
    }

    const Environment& environment_;
    text::Engine& engine_;
    Config config_;
    Result result_;
    std::vector<YGNodeRef> nodes_;  // Beside result_.boxes.
    std::vector<std::unique_ptr<MeasuredText>> texts_;
};

}  // namespace

const Placed* Result::find(doc::NodeId id) const {
    const auto found = index.find(id);
    return found == index.end() ? nullptr : &boxes[found->second];
}

Result lay_out(const doc::Document& document, const Environment& environment, text::Engine& engine) {
    return Builder(environment, engine).build(document);
}

}  // namespace layout
