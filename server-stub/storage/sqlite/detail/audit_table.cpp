#include "server-stub/storage/sqlite/detail/audit_table.hpp"

#include <array>
#include <utility>

#include "server-stub/secrets/token.hpp"

namespace storage::sqlite::detail {
namespace {

using service::AuditRow;

#define RIHAB_AUDIT_COLUMNS \
    "number, at_ms, account, role, district, item, what, version, state, detail, content_hash, hash"

// In the order of AuditTable::Sql.
constexpr std::array<std::string_view, 5> texts{
    "INSERT INTO audit (" RIHAB_AUDIT_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "SELECT number, hash FROM audit WHERE number = (SELECT max(number) FROM audit)",
    "SELECT " RIHAB_AUDIT_COLUMNS " FROM audit WHERE item = ? ORDER BY number",
    "SELECT " RIHAB_AUDIT_COLUMNS " FROM audit WHERE number > ? ORDER BY number LIMIT 500",
    "SELECT content FROM revision WHERE item = ? AND version = ?"};

#undef RIHAB_AUDIT_COLUMNS

// The newest number that was ever given, and whether every revision has a row that says who saved it. Reads whole
// tables, so it is asked by a check alone.
constexpr std::string_view count_audit =
    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0), (SELECT count(*) FROM revision),"
    " (SELECT count(*) FROM audit WHERE content_hash <> '')";

base::Result<std::vector<AuditRow>> rows_in(Statement& rows) {
    std::vector<AuditRow> read;
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        // A state that is unknown is one that somebody changed: the hash will tell.
        const auto state = domain::parse_item_state(rows.text(8)).value_or(domain::ItemState::Draft);
        read.push_back({.number = rows.integer(0),
                        .at = {rows.integer(1)},
                        .account = rows.integer(2),
                        .role = rows.text(3),
                        .district = rows.text(4),
                        .item = rows.integer(5),
                        .what = rows.text(6),
                        .version = static_cast<int>(rows.integer(7)),
                        .state = state,
                        .detail = rows.text(9),
                        .content_hash = rows.text(10),
                        .hash = rows.text(11)});
    }
    rows.reset();
    return read;
}

}  // namespace

enum class AuditTable::Sql : std::uint8_t { Insert, SelectLast, OfItem, After, SelectContent };

base::Result<AuditTable> AuditTable::over(sqlite3* database) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::SelectContent) + 1);
    auto statements = Statement::prepare_all(database, texts);
    if (!statements) return std::unexpected(statements.error());
    return AuditTable(database, std::move(*statements));
}

base::Result<void> AuditTable::add(AuditRow row, std::string_view content) {
    auto& last = statement(Sql::SelectLast).with();
    const auto found = last.step();
    if (!found) return std::unexpected(found.error());
    row.number = *found ? last.integer(0) + 1 : 1;
    const auto previous = *found ? last.text(1) : std::string();
    last.reset();
    if (!content.empty()) row.content_hash = secrets::hash_token(content);
    row.hash = service::hash_of(previous, row);
    const std::string_view role = row.role, district = row.district, what = row.what, detail = row.detail,
                           content_hash = row.content_hash, hash = row.hash;
    return statement(Sql::Insert)
        .with(row.number, row.at.milliseconds, row.account, role, district, row.item, what, row.version,
              domain::name_of(row.state), detail, content_hash, hash)
        .execute();
}

base::Result<std::vector<AuditRow>> AuditTable::of_item(service::ItemId id) {
    return rows_in(statement(Sql::OfItem).with(id));
}

// Whether the revision that a row speaks of is still what it was.
base::Result<bool> AuditTable::fits_content(const AuditRow& row) {
    if (row.content_hash.empty()) return true;
    auto& revision = statement(Sql::SelectContent).with(row.item, row.version);
    const auto found = revision.step();
    if (!found) return std::unexpected(found.error());
    const bool fits = *found && secrets::hash_token(revision.text(0)) == row.content_hash;
    revision.reset();
    return fits;
}

base::Result<std::optional<std::int64_t>> AuditTable::first_broken_row() {
    std::string previous;
    std::int64_t number = 0;
    for (;;) {
        const auto rows = rows_in(statement(Sql::After).with(number));
        if (!rows) return std::unexpected(rows.error());
        if (rows->empty()) break;
        for (const auto& row : *rows) {
            const auto fits = fits_content(row);
            if (!fits) return std::unexpected(fits.error());
            if (row.number != number + 1 || row.hash != service::hash_of(previous, row) || !*fits) return number + 1;
            number = row.number;
            previous = row.hash;
        }
    }
    // Rows that were cut off at the end.
    auto counts = Statement::prepare(database_, count_audit);
    if (!counts) return std::unexpected(counts.error());
    const auto found = counts->step();
    if (!found) return std::unexpected(found.error());
    const bool is_whole = counts->integer(0) == number && counts->integer(1) == counts->integer(2);
    return is_whole ? std::nullopt : std::optional(number + 1);
}

}  // namespace storage::sqlite::detail
