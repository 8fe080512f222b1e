#include "server-stub/storage/sqlite/detail/image_tables.hpp"

#include <limits>

namespace storage::sqlite::detail {
namespace {

constexpr std::string_view insert_image =
    "INSERT INTO image (hash, district, kind, width, height, text, language, added_at_ms, bytes)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash, district)"
    " DO UPDATE SET text = excluded.text, language = excluded.language WHERE excluded.text <> ''";
constexpr std::string_view select_image =
    "SELECT district, width, height, text, language, added_at_ms, bytes FROM image WHERE hash = ? AND kind = ?"
    " ORDER BY district LIMIT 1";
constexpr std::string_view look_for_image = "SELECT 1 FROM image WHERE hash = ? AND kind = ? LIMIT 1";
constexpr std::string_view list_images =
    "SELECT hash, kind, width, height, text, language, added_at_ms, rowid FROM image"
    " WHERE district = ? AND (added_at_ms, rowid) < (?, ?) ORDER BY added_at_ms DESC, rowid DESC LIMIT ?";

}  // namespace

base::Result<std::unique_ptr<ImageTables>> ImageTables::over(sqlite3* database, std::mutex& mutex) {
    auto insert = Statement::prepare(database, insert_image);
    if (!insert) return std::unexpected(insert.error());
    auto select = Statement::prepare(database, select_image);
    if (!select) return std::unexpected(select.error());
    auto look = Statement::prepare(database, look_for_image);
    if (!look) return std::unexpected(look.error());
    auto list = Statement::prepare(database, list_images);
    if (!list) return std::unexpected(list.error());
    return std::unique_ptr<ImageTables>(
        new ImageTables(mutex, std::move(*insert), std::move(*select), std::move(*look), std::move(*list)));
}

base::Result<void> ImageTables::put(const service::StoredImage& image) {
    const std::lock_guard lock(mutex_);
    return insert_
        .with(std::string_view(image.name.hash), std::string_view(image.district),
              domain::media_type_of(image.name.kind), image.width, image.height, std::string_view(image.text),
              base::code_of(image.language), image.added_at.milliseconds, Blob{image.bytes})
        .execute();
}

base::Result<service::StoredImage> ImageTables::find(const domain::ImageName& name) {
    const std::lock_guard lock(mutex_);
    auto& row = select_.with(std::string_view(name.hash), domain::media_type_of(name.kind));
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::unexpected(base::Error{base::ErrorCode::NotFound, "no such picture"});
    service::StoredImage image{.name = name,
                               .width = static_cast<int>(row.integer(1)),
                               .height = static_cast<int>(row.integer(2)),
                               .district = row.text(0),
                               .text = row.text(3),
                               .language = base::parse_language(row.text(4)).value_or(base::Language::Ar),
                               .added_at = {row.integer(5)},
                               .bytes = row.text(6)};
    row.reset();
    return image;
}

base::Result<bool> ImageTables::has(const domain::ImageName& name) {
    const std::lock_guard lock(mutex_);
    auto& row = look_.with(std::string_view(name.hash), domain::media_type_of(name.kind));
    const auto found = row.step();
    row.reset();
    return found;
}

base::Result<std::vector<service::ImageStore::Listed>> ImageTables::list(std::string_view district,
                                                                         const std::optional<Place>& after,
                                                                         std::size_t limit) {
    const std::lock_guard lock(mutex_);
    constexpr auto end = std::numeric_limits<std::int64_t>::max();
    auto& row = list_.with(district, after ? after->added_at.milliseconds : end, after ? after->row : end,
                           static_cast<std::int64_t>(limit));
    std::vector<Listed> found;
    while (true) {
        const auto more = row.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) return found;
        const base::Instant added_at{row.integer(6)};
        found.push_back(
            {.image = {.name = {row.text(0), domain::parse_image_type(row.text(1)).value_or(domain::ImageKind::Jpeg)},
                       .width = static_cast<int>(row.integer(2)),
                       .height = static_cast<int>(row.integer(3)),
                       .district = std::string(district),
                       .text = row.text(4),
                       .language = base::parse_language(row.text(5)).value_or(base::Language::Ar),
                       .added_at = added_at,
                       .bytes = {}},
             .place = {added_at, row.integer(7)}});
    }
}

}  // namespace storage::sqlite::detail
