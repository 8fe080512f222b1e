// Brotli for bodies that are made while the server runs. Files of the build are compressed by the build.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http::engine {

enum class Effort : std::uint8_t {
    PerResponse,  // About a millisecond for a page.
    Once,         // For bodies that are kept.
};

// Nothing when compression does not pay.
std::optional<std::string> brotli(std::string_view bytes, Effort effort);

// Whether an Accept-Encoding header takes the coding ("br", "gzip"); q=0 means that it does not.
bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace http::engine
