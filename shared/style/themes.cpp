// The colours of each theme: one row for each colour, one column for each theme.
#include <array>
#include <cassert>

#include "shared/style/style.hpp"

namespace style {
namespace {

constexpr Rgb rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF)};
}

struct Row {
    Color name;
    std::array<std::uint32_t, 3> themes;  // Light, Dark, Contrast
};

constexpr std::array rows{
    Row{Color::None, {0, 0, 0}},
    Row{Color::Ground, {0xFBF8F3, 0x101714, 0xFFFFFF}},
    Row{Color::Surface, {0xFFFFFF, 0x18211D, 0xFFFFFF}},
    Row{Color::Sunk, {0xF3EEE4, 0x0B110F, 0xF2F2F2}},
    Row{Color::Ink, {0x14211D, 0xEEF3F0, 0x000000}},
    Row{Color::Quiet, {0x4A5A54, 0xAEBDB6, 0x1C2623}},
    Row{Color::Brand, {0x0B5D4E, 0x5CC4AC, 0x00382E}},
    Row{Color::BrandHover, {0x084A3E, 0x7FD6C2, 0x001F19}},
    Row{Color::BrandTint, {0xE3EFEB, 0x16332C, 0xE3F2EE}},
    Row{Color::Accent, {0xA8431F, 0xF0A07E, 0x6B2407}},
    Row{Color::AccentTint, {0xF9E9E1, 0x3A2118, 0xFFF1EA}},
    Row{Color::Line, {0xD9D2C5, 0x33413B, 0x4A4A4A}},
    Row{Color::ControlLine, {0x7C8781, 0x7F918A, 0x000000}},
    Row{Color::Focus, {0x1B4DD8, 0x8FB0FF, 0x0B2FA8}},
    Row{Color::Success, {0x1E6B3A, 0x7CCB97, 0x0B4020}},
    Row{Color::SuccessTint, {0xE4F1E8, 0x16301F, 0xE9F6ED}},
    Row{Color::Danger, {0xB3261E, 0xFF9A90, 0x7A0F0A}},
    Row{Color::DangerTint, {0xFBE9E7, 0x3A1A17, 0xFFEDEB}},
    Row{Color::OnBrand, {0xFFFFFF, 0x06231C, 0xFFFFFF}},
    Row{Color::AccentOcean, {0x1F5E8A, 0x8CC4EC, 0x0A3A5E}},
    Row{Color::AccentOceanTint, {0xE3EEF6, 0x14283A, 0xEAF4FB}},
    Row{Color::AccentOlive, {0x4F5D1B, 0xC3D07A, 0x2F3A0A}},
    Row{Color::AccentOliveTint, {0xEFF2DD, 0x262C12, 0xF4F7E3}},
    Row{Color::AccentSaffron, {0x855600, 0xF0C36A, 0x553600}},
    Row{Color::AccentSaffronTint, {0xFAEFD6, 0x35290F, 0xFFF6E0}},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].name) != i) return false;
    return rows.size() == color_count;
}
static_assert(in_order(), "one row for each colour, in the order of the enumeration");

}  // namespace

Rgb rgb_of(Color color, Theme theme) {
    assert(color != Color::None && "no colour is no picture");
    return rgb(rows[static_cast<std::size_t>(color)].themes[static_cast<std::size_t>(theme)]);
}

Color in_accent(Color color, doc::Style main) {
    const auto choose = [color](Color accent, Color tint) {
        return color == Color::Accent ? accent : color == Color::AccentTint ? tint : color;
    };
    switch (main) {
        case doc::Style::MainOcean: return choose(Color::AccentOcean, Color::AccentOceanTint);
        case doc::Style::MainOlive: return choose(Color::AccentOlive, Color::AccentOliveTint);
        case doc::Style::MainSaffron: return choose(Color::AccentSaffron, Color::AccentSaffronTint);
        default: return color;
    }
}

}  // namespace style
