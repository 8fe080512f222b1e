// A document as a browser test opens it: alone with skin.css.
#pragma once

#include <format>
#include <fstream>
#include <string>

#include "shared/document/html.hpp"
#include "shared/style/style.hpp"

namespace test {

inline void write_file(const std::string& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

inline void write_skin_css(const std::string& folder, base::TextSize text_size = base::TextSize::Normal) {
    write_file(folder + "/skin.css",
               style::print_css([](std::string_view file) { return "/fonts/" + std::string(file); }, text_size));
}

inline std::string html_page(const doc::Document& document, std::string_view theme_class = "theme-light") {
    return std::format(
        "<!doctype html><html lang=\"{0}\" dir=\"{1}\" class=\"skin-html {3}\"><head><meta charset=\"utf-8\">"
        "<link rel=\"stylesheet\" href=\"skin.css\"><title>x</title></head><body><canvas "
        "aria-hidden=\"true\"></canvas>{2}"
        "</body></html>\n",
        base::code_of(document.language), base::code_of(base::direction_of(document.language)), doc::to_html(document),
        theme_class);
}

}  // namespace test
