#include "client/raster/atlas.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"

namespace {

raster::GlyphKey key_of(std::uint16_t glyph, float size_px = 16) {
    return {.face = fonts::Face::Latin400, .glyph = glyph, .size_px = size_px};
}

// The glyphs of the letters a to z.
std::vector<std::uint16_t> letters() {
    text::Engine engine(test::all_fonts());
    const auto paragraph = test::a_paragraph("abcdefghijklmnopqrstuvwxyz", base::Language::Fr);
    return test::glyph_ids(engine.layout(paragraph, test::plenty_px));
}

bool overlap(const raster::Slot& a, const raster::Slot& b) {
    return a.page == b.page && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

}  // namespace

TEST_SUITE("client/raster/atlas") {
    TEST_CASE("a glyph is drawn once and keeps its place") {
        raster::Atlas atlas(test::all_fonts());
        const auto glyph = letters().front();
        const auto first = atlas.ensure(key_of(glyph));
        atlas.begin_frame();
        const auto again = atlas.ensure(key_of(glyph));
        CHECK(first.x == again.x);
        CHECK(first.y == again.y);
        CHECK(atlas.rasterised() == 1);
        auto other = key_of(glyph);
        other.bin = 2;
        atlas.ensure(other);
        CHECK(atlas.rasterised() == 2);
    }

    TEST_CASE("no two glyphs share a texel, and each holds its own picture") {
        raster::Atlas atlas(test::all_fonts(), {.page_size = 128, .max_pages = 4});
        std::vector<raster::Slot> slots;
        for (const auto glyph : letters()) {
            for (const float size_px : {12.0F, 16.0F, 31.0F}) {
                const auto slot = atlas.ensure(key_of(glyph, size_px));
                for (const auto& other : slots) CHECK_FALSE(overlap(slot, other));
                slots.push_back(slot);

                const auto bitmap = raster::rasterise(test::all_fonts(), fonts::Face::Latin400, glyph, size_px, 0, 0);
                REQUIRE(slot.width == bitmap.width);
                for (int row = 0; row < slot.height; ++row) {
                    const auto texels = atlas.pixels(slot.page).subspan(
                        static_cast<std::size_t>((slot.y + row) * atlas.page_size() + slot.x), slot.width);
                    CHECK(std::ranges::equal(
                        texels,
                        std::span(bitmap.alpha).subspan(static_cast<std::size_t>(row * bitmap.width), slot.width)));
                }
            }
        }
    }

    TEST_CASE("the dirty rectangle holds what was drawn, and nothing after it was uploaded") {
        raster::Atlas atlas(test::all_fonts());
        const auto slot = atlas.ensure(key_of(letters().front()));
        const auto dirty = atlas.dirty(0);
        CHECK(dirty.x <= slot.x);
        CHECK(dirty.y <= slot.y);
        CHECK(dirty.x + dirty.width >= slot.x + slot.width);
        CHECK(dirty.y + dirty.height >= slot.y + slot.height);
        atlas.mark_clean(0);
        atlas.ensure(key_of(letters().front()));
        CHECK(atlas.dirty(0).empty());
        atlas.mark_all_dirty();
        CHECK(atlas.dirty(0).width == atlas.page_size());
    }

    TEST_CASE("a full atlas forgets an old page, never what this frame has used") {
        raster::Atlas atlas(test::all_fonts(), {.page_size = 64, .max_pages = 1});
        const auto glyphs = letters();
        std::size_t fitting = 0;
        while (fitting < glyphs.size() && atlas.ensure(key_of(glyphs[fitting], 24)).width > 0) ++fitting;
        REQUIRE(fitting > 0);
        REQUIRE(fitting < glyphs.size());

        const auto drawn = atlas.rasterised();
        for (std::size_t i = 0; i < fitting; ++i) CHECK(atlas.ensure(key_of(glyphs[i], 24)).width > 0);
        CHECK(atlas.rasterised() == drawn);

        atlas.begin_frame();
        CHECK(atlas.ensure(key_of(glyphs[fitting], 24)).width > 0);
        CHECK(atlas.page_count() == 1);
    }

    TEST_CASE("the same glyphs in the same order make the same pages") {
        raster::Atlas one(test::all_fonts());
        raster::Atlas two(test::all_fonts());
        for (const auto glyph : letters()) {
            one.ensure(key_of(glyph));
            two.ensure(key_of(glyph));
        }
        CHECK(std::ranges::equal(one.pixels(0), two.pixels(0)));
    }
}
