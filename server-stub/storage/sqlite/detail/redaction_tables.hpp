// Passages that moderators replaced, and the texts as they were, which are sealed; texts before their authors corrected
// them.
#pragma once

#include <vector>

#include "server-stub/service/contribution_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

// Under the mutex and within the transaction of who asks.
class RedactionTables {
public:
    static base::Result<RedactionTables> over(sqlite3* database);

    // What a step changes here. It comes before the text itself is changed: what it was is sealed.
    base::Result<void> note(std::int64_t contribution, const service::StoredStep& step);
    base::Result<std::vector<service::SealedOriginal>> originals(std::int64_t contribution);
    base::Result<std::vector<service::SealedOriginal>> revisions(std::int64_t contribution);
    // Whose day has come, but for those that somebody must still judge.
    base::Result<void> remove_until(base::Date today);

private:
    enum class Sql : std::uint8_t;
    explicit RedactionTables(std::vector<Statement> statements) : statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<void> seal(std::int64_t contribution, const service::StoredStep& step);
    base::Result<void> forget(std::int64_t contribution);
    static base::Result<std::vector<service::SealedOriginal>> read(Statement& rows);

    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
