#include "server-stub/storage/sqlite/detail/content_tables.hpp"

#include <array>
#include <limits>
#include <utility>

namespace storage::sqlite::detail {
namespace {

using service::ContentCursor;
using service::ContentLine;
using service::ContentRow;

// In the order of ContentTables::Sql.
constexpr std::array<std::string_view, 7> texts{
    "INSERT INTO content (address, district, section, rank, summary, body) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (address) DO UPDATE SET district = excluded.district, section = excluded.section,"
    " rank = excluded.rank, summary = excluded.summary, body = excluded.body",
    "DELETE FROM content WHERE address = ?",
    "DELETE FROM content",
    "SELECT address, district, section, rank, summary, body FROM content WHERE address = ?",
    "SELECT body FROM content WHERE address = ?",
    "SELECT rank, address, summary FROM content WHERE district = ? AND section = ? AND (rank, address) > (?, ?)"
    " ORDER BY rank, address LIMIT ?",
    "SELECT rank, address, summary FROM content WHERE district = ? AND section = ? AND (rank, address) < (?, ?)"
    " ORDER BY rank DESC, address DESC LIMIT ?",
};

// Before every line of a list.
const ContentCursor start{std::numeric_limits<std::int64_t>::min(), {}};

}  // namespace

enum class ContentTables::Sql : std::uint8_t { Put, Remove, RemoveAll, Find, Body, List, ListBefore };

base::Result<ContentTables> ContentTables::over(sqlite3* database) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::ListBefore) + 1);
    std::vector<Statement> prepared;
    for (const auto sql : texts) {
        auto statement = Statement::prepare(database, sql);
        if (!statement) return std::unexpected(statement.error());
        prepared.push_back(std::move(*statement));
    }
    return ContentTables(std::move(prepared));
}

base::Result<void> ContentTables::put(const ContentRow& row) {
    const std::string_view address = row.address, district = row.district, section = row.section, summary = row.summary,
                           body = row.body;
    return statement(Sql::Put).with(address, district, section, row.rank, summary, body).execute();
}

base::Result<void> ContentTables::remove(std::string_view address) {
    return statement(Sql::Remove).with(address).execute();
}

base::Result<void> ContentTables::remove_all() { return statement(Sql::RemoveAll).execute(); }

base::Result<std::optional<ContentRow>> ContentTables::find(std::string_view address) {
    auto& row = statement(Sql::Find).with(address);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    std::optional<ContentRow> content;
    if (*found) content = ContentRow{row.text(0), row.text(1), row.text(2), row.integer(3), row.text(4), row.text(5)};
    row.reset();
    return content;
}

base::Result<std::optional<std::string>> ContentTables::body(std::string_view address) {
    auto& row = statement(Sql::Body).with(address);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    auto body = *found ? std::optional(row.text(0)) : std::nullopt;
    row.reset();
    return body;
}

base::Result<std::vector<ContentLine>> ContentTables::list(std::string_view district, std::string_view section,
                                                           const std::optional<ContentCursor>& after,
                                                           std::size_t limit) {
    return lines(Sql::List, district, section, after ? *after : start, limit);
}

base::Result<std::vector<ContentLine>> ContentTables::list_before(std::string_view district, std::string_view section,
                                                                  const ContentCursor& before, std::size_t limit) {
    return lines(Sql::ListBefore, district, section, before, limit);
}

base::Result<std::vector<ContentLine>> ContentTables::lines(Sql sql, std::string_view district,
                                                            std::string_view section, const ContentCursor& from,
                                                            std::size_t limit) {
    const std::string_view address = from.address;
    auto& rows = statement(sql).with(district, section, from.rank, address, static_cast<std::int64_t>(limit));
    std::vector<ContentLine> lines;
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        lines.push_back({{rows.integer(0), rows.text(1)}, rows.text(2)});
    }
    rows.reset();
    return lines;
}

}  // namespace storage::sqlite::detail
