// The QR code of a page's address, which the server makes anew for whoever may see the page.
#pragma once

#include <string>

#include "shared/document/builder.hpp"

namespace desk {

inline constexpr int qr_pixels = 245;  // Wide and high, with the white around it.

inline doc::Node qr_picture(const std::string& page, std::string words) {
    const auto side = std::to_string(qr_pixels);
    return doc::control(doc::Tag::Img, doc::Style::Picture,
                        {.key = "qr",
                         .attributes = {{doc::Attribute::Src, page + "/qr.png"},
                                        {doc::Attribute::Alt, std::move(words)},
                                        {doc::Attribute::Width, side},
                                        {doc::Attribute::Height, side}}});
}

}  // namespace desk
