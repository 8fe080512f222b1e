// Which facts of which text grow old, and what of a district is due.
#pragma once

#include <vector>

#include "server-stub/service/item_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

// Under the mutex of who asks.
class FactTable {
public:
    static base::Result<FactTable> over(sqlite3* database);

    // Within a transaction: these instead of what was there.
    base::Result<void> put(const service::StoredItem& item, const domain::Verifications& facts);
    base::Result<domain::Verifications> of_item(service::ItemId item);
    // The same of what is public.
    base::Result<void> put_public(service::ItemId item, const domain::Verifications& facts);
    base::Result<domain::Verifications> of_public(service::ItemId item);
    base::Result<service::DutyCounts> counts(std::string_view district, base::Date today);
    base::Result<std::vector<service::DutyLine>> duties(std::string_view district, base::Date until,
                                                        const std::optional<service::DutyCursor>& after,
                                                        std::size_t limit);

private:
    enum class Sql : std::uint8_t;
    explicit FactTable(std::vector<Statement> statements) : statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }

    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
