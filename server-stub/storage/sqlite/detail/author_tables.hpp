// What authors say of the answers, and the log of what becomes of contributions, through the one connection.
#pragma once

#include <memory>
#include <mutex>

#include "server-stub/service/author_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class AuthorTables final : public service::AuthorStore {
public:
    // Both must outlive it; the mutex guards the database.
    static base::Result<std::unique_ptr<AuthorTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<void> add_verdict(const service::StoredContribution& contribution,
                                   const domain::AuthorVerdict& verdict, base::Instant at) override;
    base::Result<service::VerdictCounts> verdict_counts(std::string_view district) override;
    base::Result<void> attach(std::int64_t account, std::int64_t contribution) override;
    base::Result<void> detach(std::int64_t account, std::int64_t contribution) override;
    base::Result<bool> is_attached(std::int64_t account, std::int64_t contribution) override;
    base::Result<std::vector<service::StoredContribution>> attached(std::int64_t account) override;
    base::Result<std::vector<domain::VoiceEvent>> voice_events(base::Instant from, base::Instant until) override;

private:
    AuthorTables(sqlite3* database, std::mutex& mutex, std::vector<Statement> statements)
        : database_(database), mutex_(mutex), statements_(std::move(statements)) {}

    enum class Sql : std::uint8_t;
    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }

    sqlite3* database_;
    std::mutex& mutex_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
