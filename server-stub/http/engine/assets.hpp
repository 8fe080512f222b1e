// The files of the build, read once into a closed table: no request ever reaches the file system.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "server-stub/http/engine/message.hpp"
#include "shared/base/result.hpp"

namespace http::engine {

inline constexpr std::string_view assets_prefix = "/assets/";

class Assets {
public:
    // Every file below `folder`, except dot files, under "/assets/" and its path there. A name holds the hash of
    // its content in lower-case hexadecimal digits ("skin.3f9a….css"); "x.br" and "x.gz" beside "x" are its compressed
    // forms.
    static base::Result<Assets> load(const std::filesystem::path& folder);

    // The address of a file by its name without the hash: "skin.css", "fonts/latin-400.ttf". Empty when missing.
    std::string_view address_of(std::string_view name) const;

    // Fills in everything but the headers that all responses carry. Nothing for an unknown address.
    std::optional<Response> respond(std::string_view address, const Request& request) const;

private:
    using Bytes = std::shared_ptr<const std::string>;
    struct File {
        std::string media_type;
        std::string entity_tag;
        Bytes plain, brotli, gzip;  // The compressed ones may be missing.
    };

    std::map<std::string, File, std::less<>> files_;         // By address.
    std::map<std::string, std::string, std::less<>> names_;  // Name without hash -> address.
};

// Whether an If-None-Match header names this tag (weak comparison, RFC 9110, section 13.1.2).
bool matches_tag(std::string_view if_none_match, std::string_view entity_tag);

// A tag for a body: 64 bits of its hash, stable between runs; weak, since its compressed forms share it.
std::string entity_tag_of(std::string_view body);

}  // namespace http::engine
