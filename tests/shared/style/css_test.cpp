#include <doctest/doctest.h>
#include <format>
#include <string>

#include "fonts/font_table.hpp"
#include "shared/style/style.hpp"

namespace {

std::string css() {
    return style::print_css([](std::string_view file) { return std::format("/assets/{}", file); });
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE("shared/style/css") {
    TEST_CASE("the same table prints the same bytes") { CHECK(css() == css()); }

    TEST_CASE("every style that shows anything has its rule, every face its address") {
        const auto text = css();
        for (std::size_t i = 0; i < doc::style_count; ++i) {
            const auto name = doc::name_of(static_cast<doc::Style>(i));
            CAPTURE(name);
            CHECK(has(text, std::format(".{}", name)));
        }
        for (const auto& face : fonts::all_faces()) CHECK(has(text, std::format("url(\"/assets/{}\")", face.file)));
    }

    TEST_CASE("only the canvas knows left; no rule uses a layout that we cannot repeat") {
        auto text = css();
        const std::string_view canvas = ";left:0;";
        text.erase(text.find(canvas), canvas.size());
        for (const auto word : {"left:", "right:", "-left", "-right", "float:", "grid", "display:table",
                                "margin-inline:auto", "margin:auto", "content:\"", "1ch", "@import"}) {
            CAPTURE(word);
            CHECK_FALSE(has(text, word));
        }
    }

    TEST_CASE("the canvas skin holds on a screen with its own colours only") {
        const auto text = css();
        const auto begin = text.find("@media screen and (forced-colors:none)");
        REQUIRE(begin != std::string::npos);
        CHECK(text.find("skin-canvas") > begin);
        CHECK(has(text, "body>canvas{display:none"));
    }

    TEST_CASE("numbers are printed as they are meant") {
        const auto text = css();
        CHECK(has(text, "line-height:1.55;"));
        CHECK(has(text, "min-width:760px"));
    }
}
