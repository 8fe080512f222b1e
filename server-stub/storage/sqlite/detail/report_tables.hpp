// What moderation did, counted over the log of events, through the one connection.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "server-stub/service/report_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class ReportTables final : public service::ReportStore {
public:
    // Both must outlive it; the mutex guards the database.
    static base::Result<std::unique_ptr<ReportTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<std::vector<domain::ModerationQuarter>> moderation(std::string_view district,
                                                                    base::Date from) override;

private:
    ReportTables(std::mutex& mutex, std::vector<Statement> statements)
        : mutex_(mutex), statements_(std::move(statements)) {}

    enum class Sql : std::uint8_t;
    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    // Within the lock; the newest quarter first.
    using ByQuarter = std::map<domain::Quarter, domain::ModerationQuarter, std::greater<>>;
    base::Result<void> count_steps(std::string_view district, std::string_view from, ByQuarter& quarters);
    base::Result<void> measure_held(std::string_view district, std::string_view from, ByQuarter& quarters);

    std::mutex& mutex_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
