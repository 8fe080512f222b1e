#include "client/paint/painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>

#include "client/paint/detail/interaction.hpp"
#include "client/paint/detail/shape_sheet.hpp"
#include "shared/document/icons.hpp"

namespace paint {
namespace {

using detail::Corners;
using detail::Mask;
using detail::Place;
using detail::Shape;
using style::Box;
using style::Color;
using style::Rgb;

// Whole device pixels.
struct Area {
    int left = 0, top = 0, right = 0, bottom = 0;
    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool empty() const { return left >= right || top >= bottom; }
};

// The sides of a box, as the screen has them.
struct Sides {
    int top = 0, right = 0, bottom = 0, left = 0;
    bool none() const { return top == 0 && right == 0 && bottom == 0 && left == 0; }
    int widest() const { return std::max({top, right, bottom, left}); }
};

Area shrunk(const Area& area, const Sides& by) {
    return {area.left + by.left, area.top + by.top, area.right - by.right, area.bottom - by.bottom};
}

int rounded(float value) { return static_cast<int>(std::floor(value + 0.5F)); }

std::uint64_t hash_of(const Picture& picture) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto add = [&](std::uint64_t value) { hash = (hash ^ value) * 0x100000001b3ULL; };
    const auto add_pair = [&](int a, int b) {
        add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32 | static_cast<std::uint32_t>(b));
    };
    const auto add_color = [&](Rgb color) { add_pair(color.red << 16 | color.green << 8 | color.blue, 1); };
    add_pair(picture.width_px, picture.height_px);
    add_color(picture.background);
    for (const auto& quad : picture.quads) {
        add_pair(quad.x, quad.y);
        add_pair(quad.width, quad.height);
        add_pair(quad.source_x, quad.source_y);
        add_pair(quad.sheet, 0);
        add_color(quad.color);
    }
    for (const auto& source : picture.sources)
        for (const char c : source) add(static_cast<unsigned char>(c));
    return hash;
}

}  // namespace

struct Painter::State {
    explicit State(const text::Fonts& fonts) : glyphs(fonts) {}

    raster::Atlas glyphs;
    detail::ShapeSheet shapes;
    Picture picture;
};

namespace {

// The style of <main>, which says what the accent of the page is.
doc::Style main_of(const layout::Result& page) {
    for (const auto& box : page.boxes)
        if (box.node->tag == doc::Tag::Main) return box.node->style;
    return doc::Style::Main;
}

// One picture in the making. Boxes first, then all text page by page: what overlaps is a parent and its child.
class Frame {
public:
    Frame(const layout::Result& page, const View& view, raster::Atlas& glyphs, detail::ShapeSheet& shapes)
        : page_(page),
          view_(view),
          glyphs_(glyphs),
          shapes_(shapes),
          states_(page, view),
          ratio_(view.device_pixel_ratio),
          layout_ratio_(page.layout_ratio),
          band_top_(rounded(view.band.top_px * ratio_)),
          main_(main_of(page)) {}

    Picture draw() {
        picture_.width_px = rounded(page_.width_px * ratio_);
        picture_.height_px = rounded(view_.band.height_px * ratio_);
        picture_.background = style::rgb_of(Color::Ground, view_.theme);
        text_colors_.resize(page_.boxes.size());
        for (std::size_t i = 0; i < page_.boxes.size(); ++i) draw_box(i);
        std::ranges::stable_sort(letters_, {}, &Quad::sheet);
        picture_.quads.insert(picture_.quads.end(), letters_.begin(), letters_.end());
        picture_.hash = hash_of(picture_);
        return std::move(picture_);
    }

private:
    // Of what a box shows beyond its edges: overhanging letters, underlines.
    static constexpr float overhang_px = 32;

    bool is_in_band(const layout::Rect& box) const {
        return box.bottom() + overhang_px > view_.band.top_px &&
               box.y - overhang_px < view_.band.top_px + view_.band.height_px;
    }

    void draw_box(std::size_t index) {
        const auto& placed = page_.boxes[index];
        const style::Paint paint = style::paint_of(placed.node->style, states_.state_of(index));
        text_colors_[index] = paint.text != Color::None ? paint.text : text_colors_[placed.parent];
        if (!is_in_band(placed.box)) return;
        draw_surface(placed, paint);
        if (placed.node->tag == doc::Tag::Icon) draw_icon(placed, text_colors_[index]);
        if (placed.node->tag == doc::Tag::Img) draw_picture(placed);
        if (placed.text) draw_text(index, paint);
    }

    // Boxes.

    // Boxes and baselines lie on 64ths of the browser's own pixels. On the way through CSS px a float loses or gains a
    // little, and a half would be rounded to the other side.
    float to_layout(float css_px) const { return std::round(css_px * layout_ratio_ * 64) / 64; }

    // The browser rounds in its own pixels, before it scales them to the device's.
    int snapped(float css_px) const { return to_device(rounded(to_layout(css_px))); }
    int to_device(int layout_px) const { return rounded(static_cast<float>(layout_px) * ratio_ / layout_ratio_); }

    // Borders are whole pixels, and never vanish.
    int line_width(float css_px) const {
        return css_px == 0 ? 0 : to_device(std::max(1, static_cast<int>(std::floor(css_px * layout_ratio_))));
    }

    Area area_of(const layout::Rect& box) const {
        return {snapped(box.x), snapped(box.y) - band_top_, snapped(box.right()), snapped(box.bottom()) - band_top_};
    }

    // Logical edges become sides here.
    Sides sides_of(const style::Edges& edges, base::Direction direction) const {
        const bool rtl = direction == base::Direction::Rtl;
        return {line_width(edges.block_start), line_width(rtl ? edges.inline_start : edges.inline_end),
                line_width(edges.block_end), line_width(rtl ? edges.inline_end : edges.inline_start)};
    }

    Box box_of(const layout::Placed& placed) const { return style::box_of(placed.node->style, page_.screen); }

    void draw_surface(const layout::Placed& placed, const style::Paint& paint) {
        const Box& box = box_of(placed);
        const Area area = area_of(placed.box);
        const Sides border = sides_of(box.border, placed.direction);
        const float radius = box.radius * ratio_;
        if (paint.background != Color::None) {
            if (paint.dot) {
                const int ring = line_width(style::dot_ring_px);
                const Sides inset{border.top + ring, border.right + ring, border.bottom + ring, border.left + ring};
                fill(shrunk(area, inset), std::max(0.0F, radius - static_cast<float>(inset.top)), paint.background);
            } else {
                fill(area, radius, paint.background);
            }
        }
        if (paint.border != Color::None && !border.none()) frame(area, radius, border, paint.border);
    }

    Rgb rgb(Color color) const { return style::rgb_of(style::in_accent(color, main_), view_.theme); }

    void add(const Area& area, Color color) {
        if (!area.empty())
            picture_.quads.push_back(
                {.x = area.left, .y = area.top, .width = area.width(), .height = area.height(), .color = rgb(color)});
    }

    void add_mask(int x, int y, int width, int height, Place place, Color color) {
        picture_.quads.push_back({.x = x,
                                  .y = y,
                                  .width = width,
                                  .height = height,
                                  .source_x = place.x,
                                  .source_y = place.y,
                                  .color = rgb(color),
                                  .sheet = shapes});
    }

    enum ShapeKind : std::int32_t { Filled, Framed, IconShape };

    // Four corners of `side` pixels from one mask of twice that; what lies between them is plain.
    void add_corners(const Area& area, int side, float radius, const Sides& border, ShapeKind kind, Color color) {
        const detail::ShapeKey key{kind,         rounded(radius * 64), side,       border.top,
                                   border.right, border.bottom,        border.left};
        const Place at = shapes_.ensure(key, [&] { return rounded_mask(2 * side, 2 * side, radius, border, kind); });
        const int right = area.right - side;
        const int bottom = area.bottom - side;
        add_mask(area.left, area.top, side, side, at, color);
        add_mask(right, area.top, side, side, {at.x + side, at.y}, color);
        add_mask(area.left, bottom, side, side, {at.x, at.y + side}, color);
        add_mask(right, bottom, side, side, {at.x + side, at.y + side}, color);
    }

    static Mask rounded_mask(int width, int height, float radius, const Sides& border, ShapeKind kind) {
        Shape shape;
        const auto right = static_cast<float>(width);
        const auto bottom = static_cast<float>(height);
        const detail::Point all{radius, radius};
        add_rounded_rectangle(shape, 0, 0, right, bottom, {all, all, all, all});
        if (kind == Framed) {
            const auto left_width = static_cast<float>(border.left), right_width = static_cast<float>(border.right);
            const auto top_width = static_cast<float>(border.top), bottom_width = static_cast<float>(border.bottom);
            const auto inner = [&](float x, float y) {
                return detail::Point{std::max(0.0F, radius - x), std::max(0.0F, radius - y)};
            };
            add_rounded_rectangle(shape, left_width, top_width, right - right_width, bottom - bottom_width,
                                  {inner(left_width, top_width), inner(right_width, top_width),
                                   inner(right_width, bottom_width), inner(left_width, bottom_width)});
        }
        return rasterise(shape, detail::FillRule::EvenOdd, width, height);
    }

    // A box too small for its corners is one mask.
    void add_small(const Area& area, float radius, const Sides& border, ShapeKind kind, Color color) {
        radius = std::min({radius, static_cast<float>(area.width()) / 2, static_cast<float>(area.height()) / 2});
        const detail::ShapeKey key{kind,       rounded(radius * 64), -area.width(), area.height(),
                                   border.top, border.right,         border.bottom, border.left};
        const Place at =
            shapes_.ensure(key, [&] { return rounded_mask(area.width(), area.height(), radius, border, kind); });
        add_mask(area.left, area.top, area.width(), area.height(), at, color);
    }

    static bool has_room(const Area& area, int side) { return area.width() >= 2 * side && area.height() >= 2 * side; }

    void fill(const Area& area, float radius, Color color) {
        if (area.empty()) return;
        if (radius <= 0) return add(area, color);
        const int side = static_cast<int>(std::ceil(radius));
        if (!has_room(area, side)) return add_small(area, radius, {}, Filled, color);
        add_corners(area, side, radius, {}, Filled, color);
        add({area.left + side, area.top, area.right - side, area.top + side}, color);
        add({area.left, area.top + side, area.right, area.bottom - side}, color);
        add({area.left + side, area.bottom - side, area.right - side, area.bottom}, color);
    }

    void frame(const Area& area, float radius, const Sides& border, Color color) {
        if (area.empty()) return;
        const int side = radius <= 0 ? 0 : std::max(static_cast<int>(std::ceil(radius)), border.widest());
        if (side > 0 && !has_room(area, side)) return add_small(area, radius, border, Framed, color);
        if (side > 0) add_corners(area, side, radius, border, Framed, color);
        const Area inner = shrunk(area, border);
        const int top = side > 0 ? area.top + side : inner.top;
        const int bottom = side > 0 ? area.bottom - side : inner.bottom;
        add({area.left + side, area.top, area.right - side, inner.top}, color);
        add({area.left + side, inner.bottom, area.right - side, area.bottom}, color);
        add({area.left, top, inner.left, bottom}, color);
        add({inner.right, top, area.right, bottom}, color);
    }

    void draw_icon(const layout::Placed& placed, Color color) {
        if (placed.node->icon == doc::IconName::None) return;
        const doc::Icon& icon = doc::icon_of(placed.node->icon);
        const Box& box = box_of(placed);
        layout::Rect content = placed.box;
        content.y += box.padding.block_start;
        content.height -= box.padding.block_start + box.padding.block_end;
        const Area area = area_of(content);
        if (area.empty() || icon.view == 0) return;
        const detail::ShapeKey key{IconShape, static_cast<std::int32_t>(placed.node->icon), area.width(),
                                   area.height()};
        const Place at = shapes_.ensure(key, [&] { return icon_mask(icon, area.width(), area.height()); });
        add_mask(area.left, area.top, area.width(), area.height(), at, color);
    }

    static Mask icon_mask(const doc::Icon& icon, int width, int height) {
        const float scale = static_cast<float>(std::min(width, height)) / icon.view;
        const Shape path = detail::parse_path(icon.path, scale);
        if (icon.stroke_width == 0) return rasterise(path, detail::FillRule::EvenOdd, width, height);
        return rasterise(stroke_of(path, icon.stroke_width * scale), detail::FillRule::NonZero, width, height);
    }

    // Where its pixels are not known the colour stands for it.
    void draw_picture(const layout::Placed& placed) {
        const auto source = placed.node->attribute(doc::Attribute::Src);
        const Area area = shrunk(area_of(placed.box), sides_of(box_of(placed).border, placed.direction));
        if (area.empty() || !view_.pictures.contains(source)) return;
        picture_.quads.push_back({.x = area.left,
                                  .y = area.top,
                                  .width = area.width(),
                                  .height = area.height(),
                                  .source_x = static_cast<std::int32_t>(picture_.sources.size()),
                                  .color = rgb(Color::Sunk),
                                  .sheet = pictured});
        picture_.sources.emplace_back(source);
    }

    // Text.

    struct Ink {
        Color color = Color::Ink;
        bool underline = false;
        bool operator==(const Ink&) const = default;
    };

    void draw_text(std::size_t index, const style::Paint& paint) {
        const auto& placed = page_.boxes[index];
        const auto& text = *placed.text;
        const auto type = style::type_of(placed.node->style, page_.screen, placed.language);
        const Ink block{text_colors_[index], paint.underline};
        for (std::size_t i = 0; i < text.lines.lines.size(); ++i) {
            const auto& line = text.lines.lines[i];
            draw_line(index, block, type.size_px, text.lines.glyphs_of(line), text.line_left_px[i],
                      text.top_px + line.baseline_px);
        }
    }

    Ink ink_at(std::size_t index, const Ink& block, std::uint32_t offset) const {
        const auto& spans = page_.boxes[index].node->text.spans;
        for (std::size_t i = 0; i < spans.size() && spans[i].begin <= offset; ++i) {
            if (spans[i].kind != doc::SpanKind::Link || offset >= spans[i].end) continue;
            const auto link =
                style::link_paint(states_.is_link_hovered(index, i) ? style::State::Hover : style::State::Rest);
            return {link.text, link.underline};
        }
        return block;
    }

    void draw_line(std::size_t index, const Ink& block, float size_px, std::span<const text::Glyph> glyphs,
                   float left_px, float baseline_px) {
        std::optional<Stretch> line;
        for (const auto& glyph : glyphs) {
            const Ink ink = ink_at(index, block, glyph.cluster);
            const float x = left_px + glyph.x_px;
            draw_glyph(glyph, size_px, x, baseline_px, ink.color);
            if (line && (line->color != ink.color || !ink.underline)) flush(line, size_px, baseline_px);
            if (!ink.underline) continue;
            if (!line) line = Stretch{x, x, ink.color};
            line->right_px = std::max(line->right_px, x + glyph.advance_px);
        }
        flush(line, size_px, baseline_px);
    }

    void draw_glyph(const text::Glyph& glyph, float size_px, float x_px, float baseline_px, Color color) {
        const Rgb ink = rgb(color);
        const auto place = raster::place(x_px * layout_ratio_, to_layout(baseline_px), ratio_ / layout_ratio_,
                                         glyph.y_px * layout_ratio_);
        const auto slot = glyphs_.ensure({.face = glyph.face,
                                          .glyph = glyph.id,
                                          .size_px = size_px * ratio_,
                                          .bin = place.bin,
                                          .luminance = raster::luminance_of(ink.red, ink.green, ink.blue)});
        if (slot.width == 0) return;
        letters_.push_back({.x = place.x + slot.left,
                            .y = place.y + slot.top - band_top_,
                            .width = slot.width,
                            .height = slot.height,
                            .source_x = slot.x,
                            .source_y = slot.y,
                            .color = ink,
                            .sheet = static_cast<std::uint8_t>(slot.page)});
    }

    struct Stretch {
        float left_px = 0, right_px = 0;
        Color color = Color::Ink;
    };

    // As the browser places it: whole pixels below the rounded baseline, one pixel thick at least.
    void flush(std::optional<Stretch>& line, float size_px, float baseline_px) {
        if (!line) return;
        const float size = size_px * layout_ratio_;
        const int top = rounded(to_layout(baseline_px)) + rounded(style::underline_offset_em * size);
        const int thickness = std::max(1, rounded(style::underline_thickness_em * size));
        add({rounded(line->left_px * ratio_), to_device(top) - band_top_, rounded(line->right_px * ratio_),
             to_device(top + thickness) - band_top_},
            line->color);
        line.reset();
    }

    const layout::Result& page_;
    const View& view_;
    raster::Atlas& glyphs_;
    detail::ShapeSheet& shapes_;
    detail::Interaction states_;
    float ratio_;
    float layout_ratio_;
    int band_top_;
    doc::Style main_;
    Picture picture_;
    std::vector<Quad> letters_;
    std::vector<Color> text_colors_;  // Inherited from parent to child.
};

}  // namespace

Painter::Painter(const text::Fonts& fonts) : state_(std::make_unique<State>(fonts)) {}
Painter::~Painter() = default;

const Picture& Painter::paint(const layout::Result& page, const View& view) {
    state_->glyphs.begin_frame();
    const auto draw = [&] { return Frame(page, view, state_->glyphs, state_->shapes).draw(); };
    state_->picture = draw();
    // Places given before the sheet was emptied are void; an empty sheet holds any one page.
    if (state_->shapes.was_emptied()) state_->picture = draw();
    return state_->picture;
}

int Painter::glyph_pages() const { return state_->glyphs.page_count(); }

Sheet Painter::sheet(std::uint8_t number) const {
    if (number == shapes)
        return {detail::ShapeSheet::side, detail::ShapeSheet::side, state_->shapes.alpha(), state_->shapes.dirty()};
    const int side = state_->glyphs.page_size();
    return {side, side, state_->glyphs.pixels(number), state_->glyphs.dirty(number)};
}

void Painter::mark_uploaded(std::uint8_t number) {
    if (number == shapes) state_->shapes.mark_clean();
    else state_->glyphs.mark_clean(number);
}

void Painter::mark_all_dirty() {
    state_->shapes.mark_all_dirty();
    state_->glyphs.mark_all_dirty();
}

std::uint64_t Painter::rasterised() const { return state_->glyphs.rasterised() + state_->shapes.drawn(); }

}  // namespace paint
