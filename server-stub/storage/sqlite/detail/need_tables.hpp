// What people ask of the courts, counted over the tables of contributions and ratings, through the one connection.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "server-stub/service/need_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class NeedTables final : public service::NeedStore {
public:
    // Both must outlive it; the mutex guards the database.
    static base::Result<std::unique_ptr<NeedTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<std::vector<service::NeedGroup>> needs(std::string_view district, std::size_t newest) override;
    base::Result<service::RatingCounts> rating_counts(std::string_view district) override;

private:
    NeedTables(std::mutex& mutex, std::vector<Statement> statements)
        : mutex_(mutex), statements_(std::move(statements)) {}

    enum class Sql : std::uint8_t;
    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    // All of these within the lock.
    using ByService = std::map<std::string, domain::Need>;
    base::Result<void> count_contributions(std::string_view district, ByService& needs);
    base::Result<void> count_ratings(std::string_view district, ByService& needs);

    std::mutex& mutex_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
