// Pictures that a court shows: what kinds there are, and why one is not taken.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

enum class ImageKind : std::uint8_t { Jpeg, Png };

// "image/jpeg", "image/png"; nothing for every other type.
std::optional<ImageKind> parse_image_type(std::string_view media_type);
std::string_view media_type_of(ImageKind kind);
std::string_view extension_of(ImageKind kind);  // "jpg", "png"

enum class ImageProblem : std::uint8_t {
    NotAnImage,     // Neither PNG nor JPEG, not what it was said to be, or damaged.
    TooLarge,       // More bytes than are taken.
    TooManyPixels,  // More than are decoded, or than fit into the memory for it.
    TookTooLong,
    NoText,  // Nothing says what it shows.
    Unavailable,
};
inline constexpr std::array image_problems{ImageProblem::NotAnImage,    ImageProblem::TooLarge,
                                           ImageProblem::TooManyPixels, ImageProblem::TookTooLong,
                                           ImageProblem::NoText,        ImageProblem::Unavailable};
std::string_view name_of(ImageProblem problem);  // "image-too-large"

inline constexpr std::size_t image_bytes_limit = 8 * 1024 * 1024;
inline constexpr std::int64_t image_pixels_limit = 40'000'000;
inline constexpr int image_side_limit = 1600;         // Of what is shown, in pixels; larger ones are made smaller.
inline constexpr std::size_t image_text_limit = 250;  // Code points of what says what it shows.

// "9f86…0a08.jpg": the hash of the bytes in lower-case hexadecimal digits, and the extension.
struct ImageName {
    std::string hash;
    ImageKind kind = ImageKind::Jpeg;
    bool operator==(const ImageName&) const = default;
};
std::optional<ImageName> parse_image_name(std::string_view name);
std::string print(const ImageName& name);
std::string address_of(const ImageName& name);  // "/images/9f86…0a08.jpg"

// A picture that can be shown.
struct Image {
    std::string address;  // Without host.
    int width = 0;        // In pixels.
    int height = 0;
    bool operator==(const Image&) const = default;
};

// As a text names a picture: "/images/9f86…0a08.jpg#1200x800", so that its place on a page is known before it has come.
// Nothing for what is none of ours, or larger than `image_side_limit`.
std::optional<Image> parse_image_reference(std::string_view reference);
std::string reference_of(const Image& image);
// Of a picture that came from such a reference.
ImageName name_of(const Image& image);

// One line, without space at its ends, no longer than `image_text_limit`.
std::string clean_image_text(std::string_view text);

}  // namespace domain
