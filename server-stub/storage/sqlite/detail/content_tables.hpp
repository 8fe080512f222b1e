// The table of published content, through one connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/service/content_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class ContentTables {
public:
    // The database must outlive this. All of it may be used within a transaction of the caller's.
    static base::Result<ContentTables> over(sqlite3* database);

    // In place of what stood at its address.
    base::Result<void> put(const service::ContentRow& row);
    // Fine where nothing stands there.
    base::Result<void> remove(std::string_view address);
    base::Result<void> remove_all();

    base::Result<std::optional<service::ContentRow>> find(std::string_view address);
    base::Result<std::optional<std::string>> body(std::string_view address);
    // At most `limit` lines of a list, those after `after` or the first.
    base::Result<std::vector<service::ContentLine>> list(std::string_view district, std::string_view section,
                                                         const std::optional<service::ContentCursor>& after,
                                                         std::size_t limit);
    // At most `limit` lines of a list, those before `before`, the nearest first.
    base::Result<std::vector<service::ContentLine>> list_before(std::string_view district, std::string_view section,
                                                                const service::ContentCursor& before,
                                                                std::size_t limit);

private:
    enum class Sql : std::uint8_t;
    explicit ContentTables(std::vector<Statement> statements) : statements_(std::move(statements)) {}
    base::Result<std::vector<service::ContentLine>> lines(Sql sql, std::string_view district, std::string_view section,
                                                          const service::ContentCursor& from, std::size_t limit);
    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }

    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
