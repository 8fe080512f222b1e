#include "client/raster/coverage.hpp"

#include <doctest/doctest.h>

#include "tests/client/text/a_paragraph.hpp"

namespace {

constexpr raster::Luminance black = 0;
constexpr raster::Luminance white = 7;

// The letter l: its stem is the only ink, so one row says everything.
std::vector<int> stem_row(float size_px, std::uint8_t bin, raster::Luminance luminance) {
    text::Engine engine(test::all_fonts());
    auto one = test::a_paragraph("l", base::Language::Fr);
    const auto glyph = engine.layout(one, test::plenty_px).glyphs.front();
    const auto bitmap = raster::rasterise(test::all_fonts(), glyph.face, glyph.id, size_px, bin, luminance);
    std::vector<int> row;
    const auto middle = static_cast<std::size_t>(bitmap.height / 2 * bitmap.width);
    for (int x = 0; x < bitmap.width; ++x) row.push_back(bitmap.alpha[middle + static_cast<std::size_t>(x)]);
    return row;
}

// Measured in Chromium 156, black on white and white on black.
struct Measured {
    float size_px;
    std::uint8_t bin;
    std::vector<int> black_ink, white_ink;
};

}  // namespace

TEST_SUITE("client/raster/coverage") {
    TEST_CASE("a stem has the browser's greys at every quarter of a pixel, dark on light and light on dark") {
        const Measured cases[] = {
            {20, 0, {74, 255, 113}, {91, 255, 130}},
            {20, 1, {11, 255, 174}, {18, 255, 189}},
            {20, 2, {197, 239}, {210, 245}},
            {20, 3, {136, 255, 51}, {153, 255, 66}},
            {40, 0, {147, 255, 255, 230}, {164, 255, 255, 238}},
            {40, 1, {86, 255, 255, 255, 43}, {103, 255, 255, 255, 57}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.size_px);
            CAPTURE(static_cast<int>(c.bin));
            for (const auto& [luminance, wanted] : {std::pair{black, c.black_ink}, std::pair{white, c.white_ink}}) {
                const auto row = stem_row(c.size_px, c.bin, luminance);
                REQUIRE(row.size() == wanted.size());
                for (std::size_t i = 0; i < row.size(); ++i) CHECK(std::abs(row[i] - wanted[i]) <= 1);
            }
        }
    }

    TEST_CASE("more coverage never gives less alpha, none gives none and all gives all") {
        for (raster::Luminance luminance = 0; luminance < raster::luminance_steps; ++luminance) {
            CHECK(raster::alpha_of(0, luminance) == 0);
            CHECK(raster::alpha_of(255, luminance) == 255);
            for (int coverage = 1; coverage < 256; ++coverage) {
                CHECK(raster::alpha_of(static_cast<std::uint8_t>(coverage), luminance) >=
                      raster::alpha_of(static_cast<std::uint8_t>(coverage - 1), luminance));
            }
        }
    }

    TEST_CASE("light ink is drawn thicker than dark ink") {
        CHECK(raster::alpha_of(128, white) > raster::alpha_of(128, black));
        CHECK(raster::luminance_of(0, 0, 0) == black);
        CHECK(raster::luminance_of(255, 255, 255) == white);
    }

    TEST_CASE("a colour is as light as Chromium takes it to be") {
        struct Case {
            std::uint8_t red, green, blue;
            int luminance;
        };
        // Measured: which of eight greys has the same blur at its edges.
        constexpr Case cases[] = {
            {20, 33, 29, 0},  {8, 74, 62, 1},     {11, 93, 78, 1},    {74, 90, 84, 2},    {179, 38, 30, 2},
            {27, 77, 216, 2}, {128, 128, 128, 4}, {160, 173, 167, 5}, {204, 204, 204, 6}, {233, 240, 236, 7},
        };
        for (const auto& [red, green, blue, luminance] : cases) {
            CAPTURE(static_cast<int>(green));
            CHECK(raster::luminance_of(red, green, blue) == luminance);
        }
    }

    TEST_CASE("a pen is rounded to a quarter of a device pixel, the baseline to a CSS pixel first") {
        const auto at = [](float x_px, float baseline_px, float ratio) {
            return raster::place(x_px, baseline_px, ratio);
        };
        CHECK(at(5.1F, 0, 1).bin == 0);
        CHECK(at(5.13F, 0, 1).bin == 1);
        CHECK(at(5.9F, 0, 1).x == 6);
        CHECK(at(-0.5F, 0, 1).x == -1);
        CHECK(at(-0.5F, 0, 1).bin == 2);
        CHECK(at(0, 37.39F, 2).y == 74);
        CHECK(at(0, 59.78F, 2).y == 120);
        CHECK(at(0, 37.39F, 1.25F).y == 46);
        CHECK(raster::place(0, 37.39F, 2, -1.3F).y == 71);
    }

    TEST_CASE("a space has no picture") {
        text::Engine engine(test::all_fonts());
        const auto paragraph = test::a_paragraph("a b", base::Language::Fr);
        const auto space = engine.layout(paragraph, test::plenty_px).glyphs[1];
        CHECK(raster::rasterise(test::all_fonts(), space.face, space.id, 16, 0, black).width == 0);
    }

    TEST_CASE("a picture covers what its outline covers: a letter's ink lies over its baseline") {
        text::Engine engine(test::all_fonts());
        const auto paragraph = test::a_paragraph("H", base::Language::Fr);
        const auto glyph = engine.layout(paragraph, test::plenty_px).glyphs[0];
        const auto bitmap = raster::rasterise(test::all_fonts(), glyph.face, glyph.id, 100, 0, black);
        CHECK(bitmap.top + bitmap.height == 0);
        CHECK(bitmap.height == 72);  // 714 units of 1000, and a row for what is left.
    }
}
