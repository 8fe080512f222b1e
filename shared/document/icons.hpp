// Our own vector icons: one path each, printed as SVG and painted by the canvas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace doc {

enum class IconName : std::uint8_t { None, Khatam, Check, Alert, Face1, Face2, Face3, Face4, Face5, Step, Dot };
inline constexpr std::size_t icon_count = static_cast<std::size_t>(IconName::Dot) + 1;

struct Icon {
    float view = 0;          // Side of the square view box.
    float stroke_width = 0;  // In view-box units; 0 means filled, even-odd.
    std::string_view path;   // SVG path data with absolute M, L, Q, C and Z only.
};

const Icon& icon_of(IconName name);

// As attributes of SVG: "0 0 20 20", and "2.4" (tenths are all that our icons use).
std::string view_box_of(const Icon& icon);
std::string stroke_width_of(const Icon& icon);

}  // namespace doc
