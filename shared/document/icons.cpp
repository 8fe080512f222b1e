#include "shared/document/icons.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace doc {
namespace {

// Three nested eight-point stars, even-odd: the khatam.
constexpr std::string_view khatam =
    "M50.00 2.00L64.06 16.06L83.94 16.06L83.94 35.94L98.00 50.00L83.94 64.06L83.94 83.94L64.06 83.94L"
    "50.00 98.00L35.94 83.94L16.06 83.94L16.06 64.06L2.00 50.00L16.06 35.94L16.06 16.06L35.94 16.06ZM"
    "50.00 20.00L58.79 28.79L71.21 28.79L71.21 41.21L80.00 50.00L71.21 58.79L71.21 71.21L58.79 71.21L"
    "50.00 80.00L41.21 71.21L28.79 71.21L28.79 58.79L20.00 50.00L28.79 41.21L28.79 28.79L41.21 28.79Z"
    "M50.00 35.00L54.39 39.39L60.61 39.39L60.61 45.61L65.00 50.00L60.61 54.39L60.61 60.61L54.39 60.61"
    "L50.00 65.00L45.61 60.61L39.39 60.61L39.39 54.39L35.00 50.00L39.39 45.61L39.39 39.39L45.61 39.39"
    "Z";

#define FACE                                                                                           \
    "M3 17C3 9.268 9.268 3 17 3C24.732 3 31 9.268 31 17C31 24.732 24.732 31 17 31C9.268 31 3 24.732 3" \
    " 17ZM12 13L12 14M22 13L22 14"
constexpr std::array icons{
    Icon{},
    Icon{.view = 100, .path = khatam},
    Icon{.view = 20, .stroke_width = 2.4f, .path = "M4 10.5L8.5 15L16.5 6"},
    Icon{.view = 24, .stroke_width = 2.2f, .path = "M12 3.5L22 20.5L2 20.5ZM12 10L12 14.5M12 17.4L12 17.5"},
    Icon{.view = 34, .stroke_width = 2.4f, .path = FACE "M11 25Q17 18 23 25"},
    Icon{.view = 34, .stroke_width = 2.4f, .path = FACE "M11.5 24Q17 20 22.5 24"},
    Icon{.view = 34, .stroke_width = 2.4f, .path = FACE "M11.5 23L22.5 23"},
    Icon{.view = 34, .stroke_width = 2.4f, .path = FACE "M11.5 21.5Q17 26 22.5 21.5"},
    Icon{.view = 34, .stroke_width = 2.4f, .path = FACE "M11 20.5Q17 28.5 23 20.5"},
    Icon{.view = 20,
         .stroke_width = 2.2f,
         .path = "M4 10C4 6.69 6.69 4 10 4C13.31 4 16 6.69 16 10C16 13.31 13.31 16 10 16C6.69 16 4 13.31 4 10Z"},
    Icon{.view = 20,
         .path = "M7 10C7 8.34 8.34 7 10 7C11.66 7 13 8.34 13 10C13 11.66 11.66 13 10 13C8.34 13 7 11.66 7 10Z"},
};
#undef FACE

}  // namespace

const Icon& icon_of(IconName name) { return icons[static_cast<std::size_t>(name)]; }

std::string view_box_of(const Icon& icon) {
    const auto side = std::to_string(static_cast<int>(icon.view));
    return "0 0 " + side + ' ' + side;
}

std::string stroke_width_of(const Icon& icon) {
    const auto tenths = static_cast<int>(std::lround(icon.stroke_width * 10));
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : '.' + std::to_string(tenths % 10));
}

}  // namespace doc
