// Prints skin.css for the build; fonts stand under their logical names ("asset:fonts/latin-400.ttf").
#include <cstdio>
#include <string>

#include "shared/style/style.hpp"

int main() {
    const auto css = style::print_css([](std::string_view file) { return "asset:fonts/" + std::string(file); });
    std::fwrite(css.data(), 1, css.size(), stdout);
    return 0;
}
