#include "server-stub/service/images.hpp"

#include "server-stub/secrets/token.hpp"

namespace service {

using domain::ImageProblem;

std::expected<domain::Image, ImageProblem> Images::take(const SentImage& sent, base::Instant now) {
    if (sent.bytes.size() > domain::image_bytes_limit) return std::unexpected(ImageProblem::TooLarge);
    auto cleaned = cleaner_(sent.bytes, sent.claimed);
    report_(cleaned);
    if (!cleaned.picture) return std::unexpected(cleaned.picture.error());
    auto& picture = *cleaned.picture;
    const domain::ImageName name{secrets::hash_token(picture.bytes), picture.kind};
    const auto kept = store_.put({.name = name,
                                  .width = picture.width,
                                  .height = picture.height,
                                  .district = sent.district,
                                  .text = sent.text,
                                  .language = sent.language,
                                  .added_at = now,
                                  .bytes = std::move(picture.bytes)});
    if (!kept) return std::unexpected(ImageProblem::Unavailable);
    return domain::Image{.address = domain::address_of(name), .width = picture.width, .height = picture.height};
}

}  // namespace service
