// What waits at a desk, found by what an inbox asks for.
#pragma once

#include <vector>

#include "server-stub/service/contribution_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

// Under the mutex of who asks.
class InboxTables {
public:
    static base::Result<InboxTables> over(sqlite3* database);

    // The oldest first.
    base::Result<std::vector<service::StoredContribution>> list(const service::ContributionFilter& filter);
    // Of whatever kind, service and clock.
    base::Result<std::vector<domain::VoiceGroup>> groups(const service::ContributionFilter& filter);

    // By the folded name. NotFound.
    base::Result<service::Colleague> colleague(std::string_view district, const std::string& folded);
    // Whose it is; 0: nobody's.
    base::Result<std::int64_t> assigned(std::int64_t contribution);
    // Conflict where the account is not of its district, or has not this role, any more.
    base::Result<void> assign(const service::StoredContribution& contribution, const service::Colleague& to,
                              const service::StepBy& by, base::Instant at);
    base::Result<void> unassign(std::int64_t contribution);

private:
    enum class Sql : std::uint8_t;
    explicit InboxTables(std::vector<Statement> statements) : statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }

    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
