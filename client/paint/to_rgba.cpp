// Shows a picture without a GPU: each quad blended in turn, as WebGL does it.
#include <algorithm>

#include "client/paint/screen.hpp"

namespace paint {
namespace {

std::uint8_t blend(std::uint8_t below, std::uint8_t above, int alpha) {
    return static_cast<std::uint8_t>((below * (255 - alpha) + above * alpha + 127) / 255);
}

int alpha_at(const Quad& quad, const Sheet& sheet, int x, int y) {
    if (quad.sheet == solid || quad.sheet == pictured) return 255;
    return sheet.alpha[static_cast<std::size_t>((quad.source_y + y) * sheet.width + quad.source_x + x)];
}

}  // namespace

std::vector<std::uint8_t> to_rgba(const Picture& picture, const Painter& painter) {
    std::vector<std::uint8_t> rgba;
    rgba.reserve(static_cast<std::size_t>(picture.width_px * picture.height_px) * 4);
    for (int i = 0; i < picture.width_px * picture.height_px; ++i)
        rgba.insert(rgba.end(), {picture.background.red, picture.background.green, picture.background.blue, 255});
    for (const auto& quad : picture.quads) {
        const Sheet sheet = quad.sheet == solid || quad.sheet == pictured ? Sheet{} : painter.sheet(quad.sheet);
        for (int y = std::max(0, -quad.y); y < quad.height && quad.y + y < picture.height_px; ++y) {
            for (int x = std::max(0, -quad.x); x < quad.width && quad.x + x < picture.width_px; ++x) {
                auto* pixel = &rgba[static_cast<std::size_t>((quad.y + y) * picture.width_px + quad.x + x) * 4];
                const int alpha = alpha_at(quad, sheet, x, y);
                pixel[0] = blend(pixel[0], quad.color.red, alpha);
                pixel[1] = blend(pixel[1], quad.color.green, alpha);
                pixel[2] = blend(pixel[2], quad.color.blue, alpha);
            }
        }
    }
    return rgba;
}

}  // namespace paint
