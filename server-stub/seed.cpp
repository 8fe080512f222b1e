#include "server-stub/seed.hpp"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>
#include <set>

#include "shared/routes/routes.hpp"
#include "shared/wire/district.hpp"
#include "shared/wire/sheet.hpp"

namespace seed {
namespace {

using Items = std::vector<service::ContentItem>;

std::unexpected<base::Error> broken(const std::filesystem::path& file, std::string_view reason) {
    return std::unexpected(base::Error{base::ErrorCode::BadInput, std::format("{}: {}", file.string(), reason)});
}

base::Result<std::string> read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return broken(path, "the file cannot be read");
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

template <class Value>
base::Result<Value> checked(const std::filesystem::path& file, wire::Decoded<Value> decoded) {
    if (!decoded) return broken(file, std::format("{} (at \"{}\")", decoded.error().detail, decoded.error().pointer));
    return std::move(*decoded);
}

base::Result<void> add_districts(Items& items, const std::filesystem::path& file) {
    const auto text = read_text(file);
    if (!text) return std::unexpected(text.error());
    const auto list = checked(file, wire::decode_districts(*text));
    if (!list) return std::unexpected(list.error());
    for (const auto& district : list->items)
        items.push_back({routes::api_district(district.id.value()), wire::encode(district)});
    return {};
}

base::Result<void> add_sheet(Items& items, const std::filesystem::path& file) {
    const auto text = read_text(file);
    if (!text) return std::unexpected(text.error());
    const auto sheet = checked(file, wire::decode_sheet(*text));
    if (!sheet) return std::unexpected(sheet.error());
    items.push_back({routes::api_sheet(sheet->district.value(), sheet->id.value()), wire::encode(*sheet)});
    return {};
}

}  // namespace

base::Result<Items> read(const std::filesystem::path& folder) {
    Items items;
    if (auto done = add_districts(items, folder / "districts.json"); !done) return std::unexpected(done.error());
    std::set<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entries(folder / "sheets", error), end; !error && entries != end;
         entries.increment(error))
        if (entries->is_regular_file() && entries->path().extension() == ".json") files.insert(entries->path());
    if (error) return broken(folder / "sheets", error.message());
    for (const auto& file : files)
        if (auto done = add_sheet(items, file); !done) return std::unexpected(done.error());
    return items;
}

}  // namespace seed
