// Writes real and random pages for a browser test: skin.css, one HTML file for each page, and boxes.json with what our
// layout makes of them. Usage: box-samples FOLDER TEXT_SIZE PAGES_PER_LANGUAGE SEED EVERY WIDTH...
// Random pages and the sheet, which has nearly every style, are laid out at each width; of the cases of the other
// screens one in EVERY: with 4 each screen meets each width in one of the languages.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <format>

#include "client/layout/layout.hpp"
#include "tests/client/layout/html_page.hpp"
#include "tests/client/layout/loaded_fonts.hpp"
#include "tests/client/layout/random_page.hpp"
#include "tests/support/screens.hpp"

namespace {

std::string json_of(const layout::Placed& placed) {
    std::string lines;
    if (placed.text) {
        for (std::size_t i = 0; i < placed.text->lines.lines.size(); ++i) {
            const auto& line = placed.text->lines.lines[i];
            lines +=
                std::format("{}[{:.4f},{:.4f}]", lines.empty() ? "" : ",", placed.text->line_left_px[i], line.width_px);
        }
    }
    return std::format(R"(["{}",{:.4f},{:.4f},{:.4f},{:.4f},[{}]])", doc::print_id(placed.node->id), placed.box.x,
                       placed.box.y, placed.box.width, placed.box.height, lines);
}

std::string json_of(const layout::Result& result) {
    std::string boxes;
    for (const auto& placed : result.boxes) boxes += (boxes.empty() ? "" : ",\n") + json_of(placed);
    return std::format("{{\"width\":{},\"height\":{:.4f},\"boxes\":[{}]}}", result.width_px, result.height_px, boxes);
}

}  // namespace

int main(int argc, char** argv) {
    const auto text_size = argc < 7 ? std::nullopt : base::parse_text_size(argv[2]);
    if (!text_size) {
        std::fputs("Usage: box-samples FOLDER TEXT_SIZE PAGES_PER_LANGUAGE SEED EVERY WIDTH...\n", stderr);
        return 2;
    }
    const std::string folder = std::string(argv[1]) + "/";
    const int pages = std::atoi(argv[3]);
    const auto every = static_cast<std::size_t>(std::max(1, std::atoi(argv[5])));
    test::Random random(static_cast<unsigned>(std::atoi(argv[4])));
    test::LoadedFonts loaded;
    test::write_skin_css(folder, *text_size);

    std::string json;
    for (const auto language : base::languages) {
        auto screens = test::screens(language);
        const auto screen_count = screens.size();
        for (int page = 0; page < pages; ++page)
            screens.push_back({std::format("{}", page), test::random_styled_page(random, language)});
        for (std::size_t page = 0; page < screens.size(); ++page) {
            const auto& [screen, document] = screens[page];
            const std::string name = std::format("{}-{}.html", base::code_of(language), screen);
            test::write_file(folder + name, test::html_page(document));
            const bool is_whole = screen == "sheet" || page >= screen_count;
            std::string widths;
            for (std::size_t i = 6; i < static_cast<std::size_t>(argc); ++i) {
                if (!is_whole && (page + base::index_of(language) + i) % every != 0) continue;
                const auto width = static_cast<float>(std::atoi(argv[i]));
                const auto result =
                    layout::lay_out(document, {width, style::screen_of(width, *text_size)}, loaded.engine);
                widths += (widths.empty() ? "" : ",\n") + json_of(result);
                loaded.engine.trim();
            }
            json += std::format("{}{{\"page\":\"{}\",\"widths\":[{}]}}", json.empty() ? "" : ",\n", name, widths);
        }
    }
    test::write_file(folder + "boxes.json", "[" + json + "]\n");
    return 0;
}
