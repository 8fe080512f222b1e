// Where the pictures of the courts are kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/language.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/image.hpp"

namespace service {

struct StoredImage {
    domain::ImageName name;
    int width = 0;  // In pixels.
    int height = 0;
    std::string district;
    std::string text;                              // What it shows; may be empty.
    base::Language language = base::Language::Ar;  // Of the text.
    base::Instant added_at;
    std::string bytes;
    bool operator==(const StoredImage&) const = default;
};

class ImageStore {
public:
    virtual ~ImageStore() = default;

    // What the district has already stays; a text that is given takes the place of the one before.
    virtual base::Result<void> put(const StoredImage& image) = 0;
    // Of whichever district; NotFound where there is none.
    virtual base::Result<StoredImage> find(const domain::ImageName& name) = 0;
    // Whether `find` would find it.
    virtual base::Result<bool> has(const domain::ImageName& name) = 0;
    // Of a district, the newest first, without their bytes. `after` is a place that an earlier part ended at.
    struct Place {
        base::Instant added_at;
        std::int64_t row = 0;
        bool operator==(const Place&) const = default;
    };
    struct Listed {
        StoredImage image;
        Place place;
    };
    virtual base::Result<std::vector<Listed>> list(std::string_view district, const std::optional<Place>& after,
                                                   std::size_t limit) = 0;
};

}  // namespace service
