#include "server-stub/images/worker.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <unistd.h>
#include <vector>

#include "server-stub/images/detail/cage.hpp"
#include "server-stub/images/detail/codec.hpp"
#include "server-stub/images/detail/verdict.hpp"
#include "shared/domain/image.hpp"

namespace images {
namespace {

using detail::Picture;
using domain::ImageKind;

constexpr std::array<std::uint8_t, 8> png_signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::array<std::uint8_t, 3> jpeg_signature{0xff, 0xd8, 0xff};

std::vector<std::uint8_t> read_input() {
    std::vector<std::uint8_t> bytes(domain::image_bytes_limit + 1);
    std::size_t size = 0;
    for (;;) {
        const auto count = ::read(STDIN_FILENO, bytes.data() + size, bytes.size() - size);
        if (count < 0) detail::refuse(Verdict::NotAnImage);
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    if (size > domain::image_bytes_limit) detail::refuse(Verdict::NotAnImage);
    bytes.resize(size);
    return bytes;
}

bool begins_with(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> signature) {
    return bytes.size() > signature.size() && std::ranges::equal(bytes.first(signature.size()), signature);
}

Picture read(std::span<const std::uint8_t> bytes, ImageKind kind) {
    const bool is_png = kind == ImageKind::Png;
    if (!begins_with(bytes, is_png ? std::span<const std::uint8_t>(png_signature) : jpeg_signature))
        detail::refuse(Verdict::NotAnImage);
    return is_png ? detail::read_png(bytes) : detail::read_jpeg(bytes);
}

struct Printed {
    ImageKind kind;
    std::string bytes;
};

// A photograph stays one. A drawing is smaller as a PNG, and its edges stay sharp; what has holes is nothing else.
Printed print(const Picture& picture, ImageKind source) {
    if (!picture.is_opaque()) return {ImageKind::Png, detail::print_png(picture)};
    Printed photograph{ImageKind::Jpeg, detail::print_jpeg(picture)};
    if (source == ImageKind::Jpeg) return photograph;
    Printed drawing{ImageKind::Png, detail::print_png(picture)};
    return drawing.bytes.size() <= photograph.bytes.size() ? drawing : photograph;
}

}  // namespace

void detail::check_size(std::uint64_t width, std::uint64_t height) {
    if (width == 0 || height == 0) refuse(Verdict::NotAnImage);
    if (width * height > std::uint64_t{domain::image_pixels_limit}) refuse(Verdict::TooManyPixels);
}

int run_worker(std::span<const std::string> arguments) {
    const auto kind = arguments.size() == 1 ? domain::parse_image_type(arguments.front()) : std::nullopt;
    if (!kind || !detail::close_cage()) return 1;
    std::set_new_handler([] { detail::refuse(Verdict::TooManyPixels); });
    const auto bytes = read_input();
    const auto picture = read(bytes, *kind);
    const auto printed = print(picture, *kind);
    detail::say(Verdict::Clean, {.type = domain::media_type_of(printed.kind),
                                 .width = picture.size.width,
                                 .height = picture.size.height,
                                 .bytes = printed.bytes});
}

}  // namespace images
