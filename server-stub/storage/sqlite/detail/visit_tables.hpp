// The tables of the event log and of the counts, through one connection.
#pragma once

#include <span>
#include <vector>

#include "server-stub/service/visit_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class VisitTables {
public:
    // The database must outlive this.
    static base::Result<VisitTables> over(sqlite3* database);

    base::Result<void> record(std::span<const service::LoggedEvent> events, std::span<const service::DayTally> tallies);
    base::Result<void> record(std::span<const service::VisitorCount> counts);
    base::Result<std::vector<service::LoggedEvent>> events(std::int64_t from_s, std::int64_t until_s);
    base::Result<std::vector<service::DayTally>> tallies();
    base::Result<std::vector<service::VisitorCount>> visitors();

private:
    struct Statements {
        Statement insert_event, add_tally, insert_count, select_events, select_tallies, select_counts;
    };
    VisitTables(sqlite3* database, Statements statements) : database_(database), statements_(std::move(statements)) {}

    sqlite3* database_;
    Statements statements_;
};

}  // namespace storage::sqlite::detail
