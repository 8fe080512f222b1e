#include "server-stub/images/qr_code.hpp"

#include <algorithm>
#include <cstdint>
#include <png.h>
#include <qrcodegen/qrcodegen.h>
#include <vector>

namespace images {
namespace {

constexpr int version = (qr_side - 17) / 4;
using Buffer = std::array<std::uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(version)>;

}  // namespace

std::optional<QrCode> qr_code(std::string_view text) {
    if (text.size() > qr_bytes) return std::nullopt;
    Buffer words{}, drawn{};
    std::ranges::copy(text, words.begin());
    if (!qrcodegen_encodeBinary(words.data(), text.size(), drawn.data(), qrcodegen_Ecc_MEDIUM, version, version,
                                qrcodegen_Mask_AUTO, false))
        return std::nullopt;
    QrCode code{};
    for (int y = 0; y < qr_side; ++y)
        for (int x = 0; x < qr_side; ++x)
            code[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = qrcodegen_getModule(drawn.data(), x, y);
    return code;
}

std::optional<std::string> print_qr(const QrCode& code) {
    std::vector<png_byte> pixels(static_cast<std::size_t>(qr_pixels) * qr_pixels, 0);
    for (int y = 0; y < qr_side * qr_module; ++y)
        for (int x = 0; x < qr_side * qr_module; ++x) {
            const auto row = static_cast<std::size_t>(y + qr_quiet * qr_module);
            const auto column = static_cast<std::size_t>(x + qr_quiet * qr_module);
            const bool black = code[static_cast<std::size_t>(y / qr_module)][static_cast<std::size_t>(x / qr_module)];
            pixels[row * qr_pixels + column] = black ? 1 : 0;
        }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = image.height = qr_pixels;
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = 2;
    const std::array<png_byte, 6> colors{255, 255, 255, 0, 0, 0};
    std::string file(pixels.size(), '\0');
    png_alloc_size_t size = file.size();
    if (png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), qr_pixels, colors.data()) == 0)
        return std::nullopt;
    file.resize(size);
    return file;
}

}  // namespace images
