#include "server-stub/http/engine/assets.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <iterator>
#include <optional>

#include "server-stub/http/engine/compress.hpp"
#include "server-stub/http/engine/network.hpp"

namespace http::engine {
namespace {

constexpr std::string_view immutable = "public, max-age=31536000, immutable";
constexpr std::size_t shortest_hash = 8;

struct MediaType {
    std::string_view extension;
    std::string_view name;
};
constexpr std::array media_types{
    MediaType{".wasm", "application/wasm"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".mjs", "text/javascript; charset=utf-8"},
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".ttf", "font/ttf"},
    MediaType{".json", "application/json"},
    MediaType{".svg", "image/svg+xml"},
    MediaType{".png", "image/png"},
    MediaType{".ico", "image/x-icon"},
    MediaType{".webmanifest", "application/manifest+json"},
    MediaType{".txt", "text/plain; charset=utf-8"},
};

std::string media_type_of(const std::filesystem::path& path) {
    const auto found = std::ranges::find(media_types, path.extension().string(), &MediaType::extension);
    return std::string(found == media_types.end() ? "application/octet-stream" : found->name);
}

bool is_hash(std::string_view part) {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return part.size() >= shortest_hash && std::ranges::all_of(part, is_digit);
}

// "fonts/latin-400.3f9ab2c1.ttf" -> "fonts/latin-400.ttf"
std::string without_hash(std::string_view path) {
    const auto extension = path.rfind('.');
    if (extension == std::string_view::npos || extension == 0) return std::string(path);
    const auto hash = path.rfind('.', extension - 1);
    if (hash == std::string_view::npos || !is_hash(path.substr(hash + 1, extension - hash - 1)))
        return std::string(path);
    return std::string(path.substr(0, hash)).append(path.substr(extension));
}

std::shared_ptr<const std::string> read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return nullptr;
    auto bytes = std::make_shared<std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    return file.bad() ? nullptr : bytes;
}

bool is_compressed_form(const std::filesystem::path& path) {
    return (path.extension() == ".br" || path.extension() == ".gz") &&
           std::filesystem::exists(std::filesystem::path(path).replace_extension());
}

std::shared_ptr<const std::string> read_if_there(std::filesystem::path path, std::string_view suffix) {
    path += suffix;
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored) ? read(path) : nullptr;
}

}  // namespace

std::string entity_tag_of(std::string_view body) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(body.data());
    return std::format("W/\"{:016x}\"", keyed_hash({}, {bytes, body.size()}));
}

bool matches_tag(std::string_view if_none_match, std::string_view entity_tag) {
    // Tags of ours hold no comma and no quote within, so looking for the quoted text is exact.
    if (entity_tag.starts_with("W/")) entity_tag.remove_prefix(2);
    return if_none_match == "*" || (!entity_tag.empty() && if_none_match.contains(entity_tag));
}

base::Result<Assets> Assets::load(const std::filesystem::path& folder) {
    Assets assets;
    std::error_code error;
    const auto unreadable = [&](std::string_view what) {
        return std::unexpected(
            base::Error{base::ErrorCode::Unavailable,
                        std::format("the folder of assets {} cannot be read: {}", folder.string(), what)});
    };
    for (std::filesystem::recursive_directory_iterator entries(folder, error), end; entries != end;
         entries.increment(error)) {
        if (error) break;
        const auto& path = entries->path();
        if (!entries->is_regular_file() || path.filename().string().starts_with('.') || is_compressed_form(path))
            continue;
        File file{media_type_of(path), {}, read(path), read_if_there(path, ".br"), read_if_there(path, ".gz")};
        if (!file.plain) return unreadable(path.filename().string());
        file.entity_tag = entity_tag_of(*file.plain);
        const auto name = path.lexically_relative(folder).generic_string();
        const auto address = std::string(assets_prefix) + name;
        assets.names_[without_hash(name)] = address;
        assets.files_[address] = std::move(file);
    }
    if (error) return unreadable(error.message());
    return assets;
}

std::string_view Assets::address_of(std::string_view name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<Response> Assets::respond(std::string_view address, const Request& request) const {
    const auto found = files_.find(address);
    if (found == files_.end()) return std::nullopt;
    const auto& file = found->second;

    Response response;
    response.set("Cache-Control", std::string(immutable));
    response.set("ETag", file.entity_tag);
    response.set("Vary", "Accept-Encoding");
    if (matches_tag(request.header("if-none-match"), file.entity_tag)) {
        response.status = 304;
        return response;
    }
    response.set("Content-Type", file.media_type);
    const auto accepted = request.header("accept-encoding");
    if (file.brotli && accepts(accepted, "br")) {
        response.set("Content-Encoding", "br");
        response.body = file.brotli;
    } else if (file.gzip && accepts(accepted, "gzip")) {
        response.set("Content-Encoding", "gzip");
        response.body = file.gzip;
    } else {
        response.body = file.plain;
    }
    return response;
}

}  // namespace http::engine
