#include "client/raster/atlas.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <unordered_map>
#include <vector>

#include "client/raster/detail/shelves.hpp"

namespace raster {
namespace {

struct HashKey {
    std::size_t operator()(const GlyphKey& key) const {
        auto hash = std::uint64_t{std::bit_cast<std::uint32_t>(key.size_px)} << 32;
        hash |= std::uint64_t{key.glyph} << 16 | static_cast<std::uint64_t>(key.face) << 8;
        hash |= std::uint64_t{key.bin} << 4 | key.luminance;
        return static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 16);
    }
};

struct Page {
    explicit Page(int size) : shelves(size), pixels(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) {}

    detail::Shelves shelves;
    std::vector<std::uint8_t> pixels;
    DirtyRect dirty;
    std::uint64_t last_used = 0;  // Frame.
};

void include(DirtyRect& dirty, const DirtyRect& more) {
    if (dirty.empty()) {
        dirty = more;
        return;
    }
    const int right = std::max(dirty.x + dirty.width, more.x + more.width);
    const int bottom = std::max(dirty.y + dirty.height, more.y + more.height);
    dirty.x = std::min(dirty.x, more.x);
    dirty.y = std::min(dirty.y, more.y);
    dirty.width = right - dirty.x;
    dirty.height = bottom - dirty.y;
}

}  // namespace

struct Atlas::State {
    State(const text::Fonts& wanted_fonts, AtlasOptions wanted) : fonts(wanted_fonts), options(wanted) {}

    struct Found {
        std::size_t page = 0;
        detail::Spot spot;
    };

    std::optional<Found> find_room(int width, int height) {
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (const auto spot = pages[i].shelves.add(width, height)) return Found{i, *spot};
        const auto page = pages.size() < static_cast<std::size_t>(options.max_pages) ? add_page() : empty_oldest_page();
        if (!page) return std::nullopt;
        const auto spot = pages[*page].shelves.add(width, height);
        return spot ? std::optional(Found{*page, *spot}) : std::nullopt;
    }

    std::optional<std::size_t> add_page() {
        pages.emplace_back(options.page_size);
        return pages.size() - 1;
    }

    // What this frame has used already stays: its places are in the draw list.
    std::optional<std::size_t> empty_oldest_page() {
        const auto oldest = std::ranges::min_element(pages, {}, &Page::last_used);
        if (oldest->last_used == frame) return std::nullopt;
        const auto page = static_cast<std::size_t>(oldest - pages.begin());
        std::erase_if(slots, [&](const auto& entry) { return entry.second.width > 0 && entry.second.page == page; });
        oldest->shelves.clear();
        return page;
    }

    Slot add(const GlyphKey& key) {
        const auto bitmap = rasterise(fonts, key.face, key.glyph, key.size_px, key.bin, key.luminance);
        ++rasterised;
        if (bitmap.width == 0) return slots[key] = Slot{};

        const auto found = find_room(bitmap.width, bitmap.height);
        if (!found) return {};  // Not remembered: a later frame may have room.
        const Slot slot{.page = static_cast<std::uint16_t>(found->page),
                        .x = static_cast<std::uint16_t>(found->spot.x),
                        .y = static_cast<std::uint16_t>(found->spot.y),
                        .width = static_cast<std::uint16_t>(bitmap.width),
                        .height = static_cast<std::uint16_t>(bitmap.height),
                        .left = static_cast<std::int16_t>(bitmap.left),
                        .top = static_cast<std::int16_t>(bitmap.top)};
        copy(bitmap, pages[found->page], found->spot);
        return slots[key] = slot;
    }

    void copy(const Bitmap& bitmap, Page& page, detail::Spot spot) const {
        for (int row = 0; row <= bitmap.height; ++row) {
            const auto offset = static_cast<std::ptrdiff_t>(spot.y + row) * options.page_size + spot.x;
            const auto to = page.pixels.begin() + offset;
            std::fill_n(to, bitmap.width + 1,
                        std::uint8_t{0});  // The free texels too: an older glyph may have left ink.
            if (row == bitmap.height) break;
            std::copy_n(bitmap.alpha.begin() + static_cast<std::ptrdiff_t>(row) * bitmap.width, bitmap.width, to);
        }
        include(page.dirty, {spot.x, spot.y, bitmap.width + 1, bitmap.height + 1});
    }

    const text::Fonts& fonts;
    AtlasOptions options;
    std::vector<Page> pages;
    std::unordered_map<GlyphKey, Slot, HashKey> slots;
    std::uint64_t frame = 1;
    std::uint64_t rasterised = 0;
};

Atlas::Atlas(const text::Fonts& fonts, AtlasOptions options) : state_(std::make_unique<State>(fonts, options)) {}
Atlas::~Atlas() = default;

void Atlas::begin_frame() { ++state_->frame; }

Slot Atlas::ensure(const GlyphKey& key) {
    const auto found = state_->slots.find(key);
    const Slot slot = found != state_->slots.end() ? found->second : state_->add(key);
    if (slot.width > 0) state_->pages[slot.page].last_used = state_->frame;
    return slot;
}

int Atlas::page_count() const { return static_cast<int>(state_->pages.size()); }
int Atlas::page_size() const { return state_->options.page_size; }

std::span<const std::uint8_t> Atlas::pixels(int page) const {
    return state_->pages[static_cast<std::size_t>(page)].pixels;
}

DirtyRect Atlas::dirty(int page) const { return state_->pages[static_cast<std::size_t>(page)].dirty; }

void Atlas::mark_clean(int page) { state_->pages[static_cast<std::size_t>(page)].dirty = {}; }

void Atlas::mark_all_dirty() {
    for (auto& page : state_->pages) page.dirty = {0, 0, page_size(), page_size()};
}

std::uint64_t Atlas::rasterised() const { return state_->rasterised; }

}  // namespace raster
