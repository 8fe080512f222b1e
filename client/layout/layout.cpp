#include "client/layout/layout.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <memory>
#include <yoga/Yoga.h>

#include "client/layout/detail/measured_text.hpp"
#include "client/layout/detail/rounding.hpp"
#include "client/layout/detail/yoga_style.hpp"
#include "shared/unicode/bidi.hpp"

namespace layout {
namespace {

using detail::cut_to_64th;
using detail::down_to_64th;
using detail::nearest_64th;
using style::Box;
using style::Layout;

struct ConfigDeleter {
    void operator()(YGConfigRef config) const { YGConfigFree(config); }
};
using Config = std::unique_ptr<std::remove_pointer_t<YGConfigRef>, ConfigDeleter>;

struct NodeDeleter {
    void operator()(YGNodeRef node) const { YGNodeFree(node); }
};
using Node = std::unique_ptr<std::remove_pointer_t<YGNodeRef>, NodeDeleter>;

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

// In the browser's own pixels. A border is whole, and never vanishes.
Box scaled(Box box, float ratio) {
    if (ratio == 1) return box;
    const auto scale = [&](style::Edges& edges, const auto& one) {
        for (float* edge : {&edges.block_start, &edges.block_end, &edges.inline_start, &edges.inline_end})
            *edge = one(*edge);
    };
    scale(box.padding, [&](float px) { return cut_to_64th(px * ratio); });
    scale(box.border, [&](float px) { return px == 0 ? 0 : std::max(1.0F, std::floor(px * ratio)); });
    for (float* length : {&box.gap, &box.width, &box.height, &box.min_height, &box.max_width})
        *length = cut_to_64th(*length * ratio);
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

YGSize measure(YGNodeConstRef node, float width, YGMeasureMode width_mode, float, YGMeasureMode) {
    const auto& text = *static_cast<const detail::MeasuredText*>(YGNodeGetContext(node));
    float taken = width;
    if (width_mode != YGMeasureModeExactly) {
        taken = text.max_content_px();
        if (width_mode == YGMeasureModeAtMost) taken = std::min(taken, width);
    }
    return {taken, text.height_px(taken)};
}

// A picture, without its border: in the pixels of the layout.
struct Extent {
    float width = 0, height = 0;
    bool operator==(const Extent&) const = default;
};

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// The width that the attributes give is that of the border box; the ratio is that of what lies within.
Extent extent_of(const doc::Node& node, const Box& box, float ratio) {
    const auto width = static_cast<float>(number_in(node.attribute(doc::Attribute::Width)));
    const auto height = static_cast<float>(number_in(node.attribute(doc::Attribute::Height)));
    if (width <= 0 || height <= 0) return {};
    const float inner = std::max(0.0F, width * ratio - box.border.inline_start - box.border.inline_end);
    return {inner, inner * height / width};
}

YGSize measure_picture(YGNodeConstRef node, float width, YGMeasureMode width_mode, float, YGMeasureMode) {
    const auto& extent = *static_cast<const Extent*>(YGNodeGetContext(node));
    if (extent.width <= 0) return {0, 0};
    const float taken = width_mode == YGMeasureModeUndefined ? extent.width : std::min(extent.width, width);
    return {taken, taken * extent.height / extent.width};
}

// What is too long hangs out at its end, whatever its alignment.
float offset_of_line(float free_px, style::TextAlign align, base::Direction direction) {
    const bool rtl = direction == base::Direction::Rtl;
    if (align == style::TextAlign::Center && free_px > 0) return free_px / 2;
    const bool at_end = align == style::TextAlign::End && free_px > 0;
    return rtl != at_end ? free_px : 0;
}

// A box that the layout library knows. What it was told of its style depends on `style` and the parent's alone.
struct Kept {
    doc::NodeId id{};
    doc::Style style{};
    Box box;
    std::unique_ptr<detail::MeasuredText> text;
    Extent extent;                                // Of a picture.
    std::vector<std::unique_ptr<Kept>> children;  // In the order of the document.
    Node node;                                    // Goes first: it lets go of its children.

    bool is_for(const doc::Node& wanted) const {
        return id == wanted.id && style == wanted.style && (text != nullptr) == wanted.is_text;
    }
};

}  // namespace

struct Layouter::Tree {
    Tree(const Environment& wanted, text::Engine& engine)
        : screen(wanted.screen),
          layout_ratio(wanted.layout_ratio),
          cleared(engine.times_cleared()),
          config(make_config()) {}

    bool is_for(const Environment& wanted) const {
        return screen == wanted.screen && layout_ratio == wanted.layout_ratio;
    }

    style::Screen screen;
    float layout_ratio = 1;
    std::uint64_t cleared = 0;  // The engine's count when the texts were measured.
    Config config;
    std::unique_ptr<Kept> root;
};

namespace {

// Walks the document once to bring the tree of the layout library up to it, once more to read the boxes from it.
class Builder {
public:
    Builder(const Environment& environment, text::Engine& engine, YGConfigConstRef config)
        : environment_(environment), engine_(engine), config_(config) {}

    Result build(const doc::Document& document, std::unique_ptr<Kept>& root) {
        if (!root || !root->is_for(document.root)) root = make(document.root, nullptr);
        assert(root->box.layout == Layout::Stack && "the root is a stack");
        visit(*root, document.root, 0, document.language, base::direction_of(document.language));
        const auto direction = result_.boxes.front().direction;
        YGNodeCalculateLayout(root->node.get(), environment_.width_px * environment_.layout_ratio, YGUndefined,
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

    // Null for what stands outside of the page.
    std::unique_ptr<Kept> make(const doc::Node& node, const Kept* parent) const {
        auto made = std::make_unique<Kept>();
        made->box = box_of(node);
        if (made->box.layout == Layout::Outside) return nullptr;
        made->id = node.id;
        made->style = node.style;
        made->node.reset(YGNodeNewWithConfig(config_));
        detail::set_style(made->node.get(), made->box);
        if (parent != nullptr) detail::set_place_in(made->node.get(), made->box, parent->box);
        if (made->box.layout == Layout::Picture) {
            YGNodeSetContext(made->node.get(), &made->extent);
            YGNodeSetMeasureFunc(made->node.get(), measure_picture);
        }
        if (!node.is_text) return made;
        assert(made->box.layout == Layout::Text && "inline text stands in a text block");
        made->text = std::make_unique<detail::MeasuredText>(engine_);
        YGNodeSetContext(made->node.get(), made->text.get());
        YGNodeSetMeasureFunc(made->node.get(), measure);
        return made;
    }

    void visit(Kept& kept, const doc::Node& node, std::size_t parent, base::Language language,
               base::Direction direction) {
        const std::size_t index = result_.boxes.size();
        Placed& placed = result_.boxes.emplace_back();
        placed.node = &node;
        placed.parent = parent;
        placed.language = node.language.value_or(language);
        placed.direction = layout::direction_of(node, direction);
        result_.index.emplace(node.id, index);
        kept_.push_back(&kept);
        YGNodeStyleSetDirection(kept.node.get(),
                                placed.direction == base::Direction::Rtl ? YGDirectionRTL : YGDirectionLTR);
        if (kept.text) visit_text(kept, placed);
        else if (kept.box.layout == Layout::Picture) visit_picture(kept, node);
        else visit_children(kept, index);
    }

    void visit_text(Kept& kept, const Placed& placed) {
        auto block = detail::text_block(*placed.node, environment_.screen, placed.language, placed.direction);
        block.paragraph.style.size_px *= environment_.layout_ratio;
        if (kept.text->change(std::move(block))) YGNodeMarkDirty(kept.node.get());
        result_.faces_needed |= kept.text->faces_needed();
    }

    void visit_picture(Kept& kept, const doc::Node& node) {
        const auto extent = extent_of(node, kept.box, environment_.layout_ratio);
        if (std::exchange(kept.extent, extent) != extent) YGNodeMarkDirty(kept.node.get());
    }

    void visit_children(Kept& kept, std::size_t index) {
        // By value: the list of boxes grows below.
        const auto [node, language, direction] =
            std::tuple(result_.boxes[index].node, result_.boxes[index].language, result_.boxes[index].direction);
        auto before = std::exchange(kept.children, {});
        std::size_t next = 0;  // In `before`: what was kept is mostly in the same order.
        std::vector<YGNodeRef> children;
        for (const auto& child : node->children) {
            auto found = std::find_if(before.begin() + static_cast<std::ptrdiff_t>(next), before.end(),
                                      [&](const auto& other) { return other && other->is_for(child); });
            if (found != before.end()) next = static_cast<std::size_t>(found - before.begin()) + 1;
            auto made = found != before.end() ? std::move(*found) : make(child, &kept);
            if (!made) continue;
            children.push_back(made->node.get());
            kept.children.push_back(std::move(made));
        }
        adopt(kept.node.get(), children);
        for (std::size_t i = 0, at = 0; i < kept.children.size(); ++i, ++at) {
            while (node->children[at].id != kept.children[i]->id) ++at;  // What stands outside has no box.
            visit(*kept.children[i], node->children[at], index, language, direction);
        }
    }

    // The layout library lays out again whatever it is given anew.
    static void adopt(YGNodeRef node, std::span<const YGNodeRef> children) {
        bool is_same = YGNodeGetChildCount(node) == children.size();
        for (std::size_t i = 0; is_same && i < children.size(); ++i) is_same = YGNodeGetChild(node, i) == children[i];
        if (!is_same) YGNodeSetChildren(node, children.data(), children.size());
    }

    void place(std::size_t index) {
        Placed& placed = result_.boxes[index];
        YGNodeConstRef node = kept_[index]->node.get();
        placed.box = {nearest_64th(YGNodeLayoutGetLeft(node)), down_to_64th(YGNodeLayoutGetTop(node)),
                      nearest_64th(YGNodeLayoutGetWidth(node)), nearest_64th(YGNodeLayoutGetHeight(node))};
        if (index != 0) {
            const Rect& parent = result_.boxes[placed.parent].box;
            placed.box.x += parent.x;
            placed.box.y += parent.y;
        }
        if (kept_[index]->text) place_text(placed, *kept_[index]);
    }

    void place_text(Placed& placed, const Kept& kept) {
        const auto inset = [&](YGEdge edge) {
            return YGNodeLayoutGetPadding(kept.node.get(), edge) + YGNodeLayoutGetBorder(kept.node.get(), edge);
        };
        PlacedText& text = placed.text.emplace();
        text.width_px = std::max(0.0F, placed.box.width - inset(YGEdgeLeft) - inset(YGEdgeRight));
        text.top_px = placed.box.y + inset(YGEdgeTop);
        text.lines = kept.text->lines(text.width_px);
        result_.lacks_letters |= text.lines.lacks_letters;
        const float left = placed.box.x + inset(YGEdgeLeft);
        const auto align = style::type_of(placed.node->style, environment_.screen, placed.language).align;
        for (const auto& line : text.lines.lines)
            text.line_left_px.push_back(left + offset_of_line(text.width_px - line.width_px, align, placed.direction));
    }

    const Environment& environment_;
    text::Engine& engine_;
    YGConfigConstRef config_;
    Result result_;
    std::vector<Kept*> kept_;  // Beside result_.boxes.
};

}  // namespace

const Placed* Result::find(doc::NodeId id) const {
    const auto found = index.find(id);
    return found == index.end() ? nullptr : &boxes[found->second];
}

Layouter::Layouter(text::Engine& engine) : engine_(engine) {}
Layouter::~Layouter() = default;

Result Layouter::lay_out(const doc::Document& document, const Environment& environment) {
    if (!tree_ || !tree_->is_for(environment) || tree_->cleared != engine_.times_cleared())
        tree_ = std::make_unique<Tree>(environment, engine_);
    return Builder(environment, engine_, tree_->config.get()).build(document, tree_->root);
}

Result lay_out(const doc::Document& document, const Environment& environment, text::Engine& engine) {
    return Layouter(engine).lay_out(document, environment);
}

}  // namespace layout
