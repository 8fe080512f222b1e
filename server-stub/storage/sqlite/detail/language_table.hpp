// How far each language of each item is, and what of a district is missing.
#pragma once

#include <vector>

#include "server-stub/service/item_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

// Under the mutex of who asks.
class LanguageTable {
public:
    static base::Result<LanguageTable> over(sqlite3* database);

    // Within a transaction; the standing of each language follows from its marks.
    base::Result<void> put(const service::StoredItem& item, base::Instant now);
    base::Result<domain::LanguageMarks> marks_of(service::ItemId item);
    base::Result<domain::ParityCounts> counts(std::string_view district);
    base::Result<std::vector<service::GapLine>> gaps(const service::GapFilter& filter,
                                                     const std::optional<service::GapCursor>& after, std::size_t limit);

private:
    enum class Sql : std::uint8_t;
    explicit LanguageTable(std::vector<Statement> statements) : statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<void> add_gaps(const service::GapFilter& filter, const service::GapLine& place,
                                std::optional<service::GapCursor> after, std::size_t limit,
                                std::vector<service::GapLine>& gaps);

    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
