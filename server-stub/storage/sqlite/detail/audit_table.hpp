// The audit log: each row's hash is that of the one before and of the row.
#pragma once

#include <string_view>
#include <vector>

#include "server-stub/service/item_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

// Under the mutex of who asks.
class AuditTable {
public:
    static base::Result<AuditTable> over(sqlite3* database);

    // Within a transaction. `content` is that of the revision that was made; empty for none.
    base::Result<void> add(service::AuditRow row, std::string_view content);
    base::Result<std::vector<service::AuditRow>> of_item(service::ItemId id);
    // As ItemStore says it.
    base::Result<std::optional<std::int64_t>> first_broken_row();

private:
    enum class Sql : std::uint8_t;
    AuditTable(sqlite3* database, std::vector<Statement> statements)
        : database_(database), statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<bool> fits_content(const service::AuditRow& row);

    sqlite3* database_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
