#include "server-stub/guide_pictures.hpp"

#include <format>
#include <fstream>
#include <iterator>
#include <utility>

#include "server-stub/secrets/token.hpp"

namespace seed {
namespace {

// PNG specification, 11.2.2: the size stands in the header, after the signature, a length and a name.
constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t width_at = 16, height_at = 20, header_bytes = 24;

int integer_at(std::string_view bytes, std::size_t at) {
    int value = 0;
    for (const char byte : bytes.substr(at, 4)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

bool fits(int side) { return side >= 1 && side <= domain::image_side_limit; }

}  // namespace

base::Result<GuidePictures> read_guide_pictures(const std::filesystem::path& folder) {
    GuidePictures pictures;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "guides" / "pictures", error)) {
        if (entry.path().extension() != ".png") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto name = entry.path().stem().string();  // "citizen-1-fr"
        const auto hyphen = name.rfind('-');
        const auto language =
            hyphen == std::string::npos ? std::nullopt : base::parse_language(name.substr(hyphen + 1));
        const bool is_picture = bytes.size() > header_bytes && bytes.starts_with(signature);
        const int width = is_picture ? integer_at(bytes, width_at) : 0;
        const int height = is_picture ? integer_at(bytes, height_at) : 0;
        if (!language || !fits(width) || !fits(height))
            return std::unexpected(base::Error{base::ErrorCode::BadInput, entry.path().string() + ": no picture"});
        service::StoredImage image;
        image.name = {secrets::hash_token(bytes), domain::ImageKind::Png};
        image.width = width;
        image.height = height;
        image.language = *language;
        image.bytes = std::move(bytes);
        pictures.emplace(std::format("{}.{}", name.substr(0, hyphen), base::code_of(*language)), std::move(image));
    }
    return pictures;
}

std::string name_pictures(std::string markdown, const GuidePictures& pictures, base::Language language) {
    const auto ending = std::format(".{}", base::code_of(language));
    for (const auto& [name, image] : pictures) {
        if (!name.ends_with(ending)) continue;
        const auto named = std::format("]({})", name.substr(0, name.size() - ending.size()));
        const auto at = markdown.find(named);
        if (at == std::string::npos) continue;
        markdown.replace(at, named.size(),
                         std::format("]({})", domain::reference_of({.address = domain::address_of(image.name),
                                                                    .width = image.width,
                                                                    .height = image.height})));
    }
    return markdown;
}

}  // namespace seed
