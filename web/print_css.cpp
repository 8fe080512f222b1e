// Prints the style sheet for the build, for the size of text that is named; fonts stand under their logical names
// ("asset:fonts/latin-400.ttf").
#include <cstdio>
#include <string>

#include "shared/style/style.hpp"

int main(int argc, char** argv) {
    const auto text_size = argc == 2 ? base::parse_text_size(argv[1]) : std::nullopt;
    if (!text_size) return 2;
    const auto css =
        style::print_css([](std::string_view file) { return "asset:fonts/" + std::string(file); }, *text_size);
    std::fwrite(css.data(), 1, css.size(), stdout);
    return 0;
}
