#include "shared/domain/image.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "shared/base/utf8.hpp"
#include "shared/domain/account.hpp"

namespace domain {
namespace {

constexpr std::size_t hash_digits = 64;

struct KindNames {
    ImageKind kind;
    std::string_view media_type;
    std::string_view extension;
};
constexpr std::array kinds{KindNames{ImageKind::Jpeg, "image/jpeg", "jpg"},
                           KindNames{ImageKind::Png, "image/png", "png"}};

constexpr std::array<std::string_view, image_problems.size()> names_of_problems{
    "image-unreadable",    "image-too-large",    "image-too-many-pixels",
    "image-took-too-long", "image-without-text", "image-unavailable"};

constexpr std::string_view folder = "/images/";  // Of addresses.

bool is_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

std::optional<ImageKind> parse_image_type(std::string_view media_type) {
    const auto found = std::ranges::find(kinds, media_type, &KindNames::media_type);
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

std::string_view media_type_of(ImageKind kind) { return kinds[static_cast<std::size_t>(kind)].media_type; }
std::string_view extension_of(ImageKind kind) { return kinds[static_cast<std::size_t>(kind)].extension; }
std::string_view name_of(ImageProblem problem) { return names_of_problems[static_cast<std::size_t>(problem)]; }

std::optional<ImageName> parse_image_name(std::string_view name) {
    const auto hash = name.substr(0, hash_digits);
    if (hash.size() != hash_digits || !std::ranges::all_of(hash, is_digit)) return std::nullopt;
    for (const auto& each : kinds)
        if (name.substr(hash_digits) == std::string(".").append(each.extension))
            return ImageName{std::string(hash), each.kind};
    return std::nullopt;
}

std::string print(const ImageName& name) { return name.hash + "." + std::string(extension_of(name.kind)); }

std::string address_of(const ImageName& name) { return std::string(folder) + print(name); }

std::optional<Image> parse_image_reference(std::string_view reference) {
    const auto size_at = reference.find('#');
    if (!reference.starts_with(folder) || size_at == reference.npos) return std::nullopt;
    const auto address = reference.substr(0, size_at);
    auto rest = reference.substr(size_at + 1);
    const auto side = [&]() -> int {
        int pixels = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), pixels);
        if (error != std::errc() || pixels < 1 || pixels > image_side_limit) return 0;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        return pixels;
    };
    const int width = side();
    if (width == 0 || !rest.starts_with('x')) return std::nullopt;
    rest.remove_prefix(1);
    const int height = side();
    if (height == 0 || !rest.empty() || !parse_image_name(address.substr(folder.size()))) return std::nullopt;
    return Image{.address = std::string(address), .width = width, .height = height};
}

std::string reference_of(const Image& image) {
    return image.address + "#" + std::to_string(image.width) + "x" + std::to_string(image.height);
}

ImageName name_of(const Image& image) {
    const auto name = parse_image_name(std::string_view(image.address).substr(folder.size()));
    assert(name && "a picture of ours has an address of ours");
    return name.value_or(ImageName{});
}

std::string clean_image_text(std::string_view text) {
    const auto line = clean_name(text);
    std::string_view rest = line;
    std::size_t length = 0;
    for (; !rest.empty() && length < image_text_limit; ++length)
        rest.remove_prefix(base::first_code_point(rest).length);
    return line.substr(0, line.size() - rest.size());
}

}  // namespace domain
