// Keeps rasterised glyphs in square pages of alpha that become textures.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "client/raster/coverage.hpp"
#include "client/text/font.hpp"

namespace raster {

struct GlyphKey {
    fonts::Face face{};
    std::uint16_t glyph = 0;
    float size_px = 16;    // Device pixels.
    std::uint8_t bin = 0;  // From place().
    Luminance luminance = 0;
    bool operator==(const GlyphKey&) const = default;
};

// Where a glyph lies in its page, in texels; `left` and `top` as in Bitmap. Width 0: nothing to draw.
struct Slot {
    std::uint16_t page = 0;
    std::uint16_t x = 0;
    std::uint16_t y = 0;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    std::int16_t left = 0;
    std::int16_t top = 0;
};

struct DirtyRect {
    int x = 0;
    int y = 0;
    int width = 0;  // 0: clean.
    int height = 0;
    bool empty() const { return width == 0; }
};

struct AtlasOptions {
    int page_size = 1024;  // Texels on each side.
    int max_pages = 4;
};

// Frame: begin_frame(), ensure() for every glyph, upload dirty() of every page, mark_clean(), draw.
// A page never moves what it holds during a frame; glyphs unused for long make room in a later one.
class Atlas {
public:
    explicit Atlas(const text::Fonts& fonts, AtlasOptions options = {});
    ~Atlas();
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;

    void begin_frame();

    // Rasterises what is not there yet. When even eviction finds no room, width is 0.
    Slot ensure(const GlyphKey& key);

    int page_count() const;
    int page_size() const;
    // The whole page, row by row, one byte a texel.
    std::span<const std::uint8_t> pixels(int page) const;
    // What changed since mark_clean(); at most one rectangle a page.
    DirtyRect dirty(int page) const;
    void mark_clean(int page);
    // After a lost context: every page must be uploaded again.
    void mark_all_dirty();

    std::uint64_t rasterised() const;  // Glyphs drawn into the atlas since the start.

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace raster
