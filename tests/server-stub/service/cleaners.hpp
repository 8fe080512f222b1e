// Pictures without a process of their own: what is sent is what is kept.
#pragma once

#include "server-stub/service/images.hpp"

namespace test {

inline service::Images images_in(service::ImageStore& store) {
    return {store,
            [](std::string_view bytes, domain::ImageKind kind) {
                return images::Cleaned{.picture = images::Picture{kind, 4, 3, std::string(bytes)}};
            },
            [](const images::Cleaned&) {}};
}

}  // namespace test
