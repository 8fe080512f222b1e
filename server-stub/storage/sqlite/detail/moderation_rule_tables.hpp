// The table of what portals switch, through the one connection.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "server-stub/service/moderation_rule_store.hpp"
#include "server-stub/storage/sqlite/detail/audit_table.hpp"

namespace storage::sqlite::detail {

class ModerationRuleTables final : public service::ModerationRuleStore {
public:
    // Both must outlive it; the mutex guards the database.
    static base::Result<std::unique_ptr<ModerationRuleTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<service::KeptModerationRules> rules(std::string_view district) override;
    base::Result<bool> set(const domain::ModerationRules& rules, const service::Deed& deed) override;

private:
    ModerationRuleTables(sqlite3* database, std::mutex& mutex, AuditTable audit, std::vector<Statement> statements)
        : database_(database), mutex_(mutex), audit_(std::move(audit)), statements_(std::move(statements)) {}

    enum class Sql : std::uint8_t;
    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    // These two within the lock.
    base::Result<service::KeptModerationRules> read(std::string_view district);
    base::Result<void> note(const service::Deed& deed, domain::PortalRule rule, bool is_on);

    sqlite3* database_;
    std::mutex& mutex_;
    AuditTable audit_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
