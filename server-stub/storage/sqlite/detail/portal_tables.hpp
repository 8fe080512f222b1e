// The tables of declarations and remarks, and the activation of a portal, through the one connection.
#pragma once

#include <memory>
#include <mutex>

#include "server-stub/service/portal_store.hpp"
#include "server-stub/storage/sqlite/detail/audit_table.hpp"
#include "server-stub/storage/sqlite/detail/content_tables.hpp"

namespace storage::sqlite::detail {

class PortalTables final : public service::PortalStore {
public:
    // All of these must outlive it; the mutex guards the database.
    static base::Result<std::unique_ptr<PortalTables>> over(sqlite3* database, ContentTables& content,
                                                            std::mutex& mutex);

    base::Result<service::PortalCounts> counts(std::string_view district) override;
    base::Result<std::vector<service::StoredDeclaration>> declarations(std::string_view district) override;
    base::Result<void> declare(domain::Declaration what, const service::Deed& deed) override;
    base::Result<std::vector<service::StoredRemark>> remarks(std::string_view district) override;
    base::Result<void> add_remark(const service::StoredRemark& remark, std::string_view report) override;
    base::Result<void> answer(std::int64_t remark, std::string_view text, const service::Deed& deed,
                              std::string_view report) override;
    base::Result<void> activate(const service::ContentRow& district, std::string_view before, const ReportOf& report,
                                std::string_view act, const service::Deed& deed) override;

private:
    enum class Sql : std::uint8_t;
    PortalTables(sqlite3* database, ContentTables& content, std::mutex& mutex, AuditTable audit,
                 std::vector<Statement> statements)
        : database_(database),
          content_(content),
          mutex_(mutex),
          audit_(std::move(audit)),
          statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<int> count(Sql sql, std::string_view district, std::string_view of);
    // These three within the lock.
    base::Result<std::vector<service::StoredRemark>> read_remarks(std::string_view district);
    base::Result<void> expect_closed(std::string_view report);
    base::Result<void> note(const service::Deed& deed, std::string_view what, std::string detail);

    sqlite3* database_;
    ContentTables& content_;
    std::mutex& mutex_;
    AuditTable audit_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
