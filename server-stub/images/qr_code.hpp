// A QR code (ISO/IEC 18004): of one size, 41 modules, level M, for an address of at most 106 bytes.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace images {

inline constexpr int qr_side = 41;
inline constexpr std::size_t qr_bytes = 106;
inline constexpr int qr_quiet = 4;   // Modules of white around it.
inline constexpr int qr_module = 5;  // Pixels of one.
inline constexpr int qr_pixels = (qr_side + 2 * qr_quiet) * qr_module;

using QrCode = std::array<std::bitset<qr_side>, qr_side>;  // Rows; a bit that is set is black.

// Nothing where the text is too long.
std::optional<QrCode> qr_code(std::string_view text);

// A PNG file in black and white, `qr_pixels` wide and high. Nothing where it could not be written.
std::optional<std::string> print_qr(const QrCode& code);

}  // namespace images
