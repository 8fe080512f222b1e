// Draws what layout placed: backgrounds, borders, icons, text, as the browser would. Knows no GPU.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

#include "client/layout/layout.hpp"
#include "client/paint/picture.hpp"
#include "client/raster/atlas.hpp"

namespace paint {

// The part of the page that the canvas covers, in CSS px from the page's top. A whole number of device pixels.
struct Band {
    float top_px = 0;
    float height_px = 0;
};

struct View {
    Band band;
    float device_pixel_ratio = 1;
    style::Theme theme = style::Theme::Light;
    std::optional<doc::NodeId> hovered;  // The deepest node or link under the pointer.
    // Radios and checkboxes whose state the DOM has told; the others are as their attribute says.
    std::unordered_map<doc::NodeId, bool> checked;
    // Pictures that the browser has, by address; the others are empty frames.
    std::set<std::string, std::less<>> pictures{};
};

// One byte of alpha for each texel, and what has changed since the last upload.
struct Sheet {
    int width = 0, height = 0;
    std::span<const std::uint8_t> alpha;
    raster::DirtyRect dirty;
};

class Painter {
public:
    explicit Painter(const text::Fonts& fonts);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // Of the nodes that the band touches. Holds until the next call.
    const Picture& paint(const layout::Result& page, const View& view);

    int glyph_pages() const;
    Sheet sheet(std::uint8_t number) const;  // A glyph page, or `shapes`.
    void mark_uploaded(std::uint8_t number);
    void mark_all_dirty();  // After a lost context.

    std::uint64_t rasterised() const;  // Glyphs and shapes drawn into the sheets since the start.

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace paint
