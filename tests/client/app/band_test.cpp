#include "client/app/band.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

app::Window window_at(float scroll_px, float ratio = 1) { return {{1120, 800, 1120, ratio}, scroll_px}; }

}  // namespace

TEST_SUITE("client/app/band") {
TEST_CASE("the band is the window with half a window above and below") {
    const auto band = app::band_around(window_at(2000), 10000);
    CHECK(band.top_px == 1600);
    CHECK(band.height_px == 1600);
}

TEST_CASE("the band never leaves the page, and is never smaller than the window") {
    CHECK(app::band_around(window_at(0), 10000).top_px == 0);
    const auto last = app::band_around(window_at(9200), 10000);
    CHECK(last.top_px + last.height_px == 10000);
    CHECK(app::band_around(window_at(0), 900).height_px == 900);
    CHECK(app::band_around(window_at(0), 300).height_px == 800);
}

TEST_CASE("the band lies on whole device pixels and within the page at any ratio") {
    for (const float ratio : {1.0F, 1.25F, 1.5F, 1.75F, 2.0F, 2.625F})
        for (float scroll = 0; scroll < 3000; scroll += 77.7F) {
            CAPTURE(ratio);
            CAPTURE(scroll);
            const auto band = app::band_around(window_at(scroll, ratio), 4321.4F);
            const float top = band.top_px * ratio;
            const float height = band.height_px * ratio;
            CHECK(std::abs(top - std::round(top)) < 0.01F);
            CHECK(std::abs(height - std::round(height)) < 0.01F);
            CHECK(band.top_px + band.height_px <= 4321.4F);
            CHECK(band.top_px <= scroll);
        }
}

TEST_CASE("twelve thousand pixels of scrolling in sixty steps draw the band anew at most thirty times") {
    constexpr float page = 14000;
    platform::CanvasPlace place = app::place_of(app::band_around(window_at(0), page), window_at(0), page);
    int draws = 0;
    for (float scroll = 0; scroll <= 12000; scroll += 200) {
        if (!app::covers(place, scroll)) {
            ++draws;
            place = app::place_of(app::band_around(window_at(scroll), page), window_at(scroll), page);
        }
        CHECK(place.top_px <= scroll);
        CHECK(place.top_px + place.height_px >= scroll + 800);
    }
    CHECK(draws <= 45);
}

TEST_CASE("at both ends of the page nothing has to be drawn anew") {
    const auto top = app::place_of(app::band_around(window_at(0), 5000), window_at(0), 5000);
    CHECK(app::covers(top, -40));
    const auto end = app::place_of(app::band_around(window_at(4200), 5000), window_at(4200), 5000);
    CHECK(app::covers(end, 4240));
}
}
