#include "client/app/band.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <utility>

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

    TEST_CASE("a travelling reader has more of the page ahead than behind") {
        auto window = window_at(2000);
        window.travel_px = 200;
        CHECK(app::band_around(window, 10000).top_px == 1800);
        window.travel_px = -200;
        CHECK(app::band_around(window, 10000).top_px == 1400);
        CHECK(app::band_around(window, 10000).height_px == 1600);
    }

    TEST_CASE("twelve thousand pixels of scrolling in sixty steps draw the band anew at most thirty times") {
        constexpr float page = 14000;
        for (const float direction : {1.0F, -1.0F}) {
            CAPTURE(direction);
            float last = direction > 0 ? 0 : 12000;
            auto place = app::place_of(app::band_around(window_at(last), page), window_at(last), page);
            int draws = 0;
            for (int step = 1; step <= 60; ++step) {
                auto window = window_at(direction > 0 ? 200.0F * static_cast<float>(step)
                                                      : 12000 - 200.0F * static_cast<float>(step));
                if (!app::covers(place, window.scroll_px)) {
                    ++draws;
                    window.travel_px = window.scroll_px - std::exchange(last, window.scroll_px);
                    place = app::place_of(app::band_around(window, page), window, page);
                    CHECK(app::covers(place, window.scroll_px));
                }
                CHECK(place.top_px <= window.scroll_px);
                CHECK(place.top_px + place.height_px >= window.scroll_px + 800);
            }
            CHECK(draws <= 30);
        }
    }

    TEST_CASE("at both ends of the page nothing has to be drawn anew") {
        const auto top = app::place_of(app::band_around(window_at(0), 5000), window_at(0), 5000);
        CHECK(app::covers(top, -40));
        const auto end = app::place_of(app::band_around(window_at(4200), 5000), window_at(4200), 5000);
        CHECK(app::covers(end, 4240));
    }
}
