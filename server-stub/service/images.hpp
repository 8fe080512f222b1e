// What happens to a picture that somebody at a desk sends: it is made anew, named after its bytes, and kept.
#pragma once

#include <expected>
#include <functional>
#include <string_view>

#include "server-stub/images/cleaner.hpp"
#include "server-stub/service/image_store.hpp"

namespace service {

struct SentImage {
    std::string_view bytes;
    domain::ImageKind claimed = domain::ImageKind::Jpeg;
    std::string district;
    std::string text;  // What it shows, cleaned; may be empty.
    base::Language language = base::Language::Ar;
};

class Images {
public:
    using Cleaner = std::function<images::Cleaned(std::string_view bytes, domain::ImageKind claimed)>;
    using Report = std::function<void(const images::Cleaned&)>;  // For the log: of every picture, taken or not.

    Images(ImageStore& store, Cleaner cleaner, Report report)
        : store_(store), cleaner_(std::move(cleaner)), report_(std::move(report)) {}

    // Waits for the cleaner, which may take seconds. From any thread.
    std::expected<domain::Image, domain::ImageProblem> take(const SentImage& sent, base::Instant now);
    base::Result<StoredImage> find(const domain::ImageName& name) { return store_.find(name); }
    base::Result<std::vector<ImageStore::Listed>> list(std::string_view district,
                                                       const std::optional<ImageStore::Place>& after,
                                                       std::size_t limit) {
        return store_.list(district, after, limit);
    }

private:
    ImageStore& store_;
    Cleaner cleaner_;
    Report report_;
};

}  // namespace service
