// Writes real and random pages for a browser test: skin.css, HTML files, and for each the picture that our painter
// makes of it. Usage: picture-samples FOLDER PAGES_PER_LANGUAGE SEED RATIO LAYOUT_RATIO WIDTH...
#include <cstdio>
#include <cstdlib>
#include <format>

#include "client/paint/screen.hpp"
#include "tests/client/layout/html_page.hpp"
#include "tests/client/layout/loaded_fonts.hpp"
#include "tests/client/layout/random_page.hpp"
#include "tests/support/screens.hpp"

namespace {

struct Look {
    style::Theme theme;
    std::string_view css_class;
};
constexpr Look looks[] = {{style::Theme::Light, "theme-light"},
                          {style::Theme::Dark, "theme-dark"},
                          {style::Theme::Contrast, "theme-contrast"}};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 7) {
        std::fputs("Usage: picture-samples FOLDER PAGES_PER_LANGUAGE SEED RATIO LAYOUT_RATIO WIDTH...\n", stderr);
        return 2;
    }
    const std::string folder = std::string(argv[1]) + "/";
    const int pages = std::atoi(argv[2]);
    test::Random random(static_cast<unsigned>(std::atoi(argv[3])));
    const auto ratio = static_cast<float>(std::atof(argv[4]));
    const auto layout_ratio = static_cast<float>(std::atof(argv[5]));
    test::LoadedFonts loaded;
    paint::Painter painter(loaded.fonts);
    test::write_skin_css(folder);

    std::string json;
    std::size_t look_number = 0;
    for (const auto language : base::languages) {
        auto screens = test::screens(language);
        screens.erase(screens.begin() + 1, screens.end());  // The sheet: it shows nearly every style there is.
        for (int page = 0; page < pages; ++page)
            screens.push_back({std::format("{}", page), test::random_styled_page(random, language)});
        for (const auto& [screen, document] : screens) {
            const Look& look = looks[look_number++ % std::size(looks)];
            const std::string name = std::format("{}-{}", base::code_of(language), screen);
            test::write_file(folder + name + ".html", test::html_page(document, look.css_class));
            for (int i = 6; i < argc; ++i) {
                const auto width = static_cast<float>(std::atoi(argv[i]));
                const auto result =
                    layout::lay_out(document, {width, style::screen_of(width), layout_ratio}, loaded.engine);
                const auto& picture = painter.paint(
                    result, {.band = {0, result.height_px}, .device_pixel_ratio = ratio, .theme = look.theme});
                const auto rgba = paint::to_rgba(picture, painter);
                const auto file = std::format("{}-{}.rgba", name, width);
                test::write_file(folder + file, {reinterpret_cast<const char*>(rgba.data()), rgba.size()});
                json += std::format(R"({}{{"page":"{}.html","width":{},"picture":"{}","widthPx":{},"heightPx":{}}})",
                                    json.empty() ? "" : ",\n", name, width, file, picture.width_px, picture.height_px);
                loaded.engine.trim();
            }
        }
    }
    test::write_file(folder + "pictures.json", "[" + json + "]\n");
    return 0;
}
