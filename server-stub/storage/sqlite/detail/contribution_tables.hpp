// The tables of what people say to the courts, through the one connection.
#pragma once

#include <memory>
#include <mutex>

#include "server-stub/service/contribution_store.hpp"
#include "server-stub/storage/sqlite/detail/audit_table.hpp"
#include "server-stub/storage/sqlite/detail/inbox_tables.hpp"
#include "server-stub/storage/sqlite/detail/redaction_tables.hpp"

namespace storage::sqlite::detail {

class ContributionTables final : public service::ContributionStore {
public:
    // Both must outlive it; the mutex guards the database.
    static base::Result<std::unique_ptr<ContributionTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<service::StoredContribution> add(const service::StoredContribution& contribution,
                                                  const service::StoredStep& first, std::string_view key,
                                                  const service::CodeSource& codes) override;
    base::Result<service::StoredContribution> find(const domain::ReceiptCode& code) override;
    base::Result<service::StoredContribution> find(std::string_view district, std::int64_t id) override;
    base::Result<std::vector<service::StoredStep>> steps(std::int64_t id) override;
    base::Result<std::vector<service::StoredContribution>> list(const service::ContributionFilter& filter) override;
    base::Result<std::vector<domain::VoiceGroup>> groups(const service::ContributionFilter& filter) override;
    base::Result<void> take(const service::StoredContribution& after,
                            std::span<const service::StoredStep> steps) override;
    base::Result<service::Colleague> colleague(std::string_view district, std::string_view name) override;
    base::Result<void> assign(const service::StoredContribution& contribution,
                              const std::optional<service::Colleague>& to, const service::StepBy& by,
                              base::Instant at) override;
    base::Result<service::VoiceCounts> counts(std::string_view district, base::Date today) override;
    base::Result<std::vector<service::StoredContribution>> with_term_until(base::Date until,
                                                                           const service::TermCursor& after,
                                                                           std::size_t limit) override;
    base::Result<bool> raise(const service::StoredAlarm& alarm, std::string_view district) override;
    base::Result<std::vector<service::StoredAlarm>> alarms(std::int64_t id) override;
    base::Result<std::vector<service::Escalation>> escalations(std::string_view district, domain::Alarm alarm) override;
    base::Result<std::vector<service::SealedOriginal>> originals(std::int64_t id) override;
    base::Result<std::vector<service::SealedOriginal>> revisions(std::int64_t id) override;
    base::Result<std::vector<service::SealedOriginal>> open_sealed(const service::StoredContribution& contribution,
                                                                   const service::Opening& opening) override;
    base::Result<void> remove_originals(base::Date today) override;

private:
    enum class Sql : std::uint8_t;
    ContributionTables(sqlite3* database, std::mutex& mutex, AuditTable audit, RedactionTables redactions,
                       InboxTables inbox, std::vector<Statement> statements)
        : database_(database),
          mutex_(mutex),
          audit_(std::move(audit)),
          redactions_(std::move(redactions)),
          inbox_(std::move(inbox)),
          statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    // All of these within the lock.
    base::Result<service::StoredContribution> read_one(Statement& row);
    base::Result<std::optional<service::StoredContribution>> with_key(std::string_view key);
    base::Result<domain::ReceiptCode> add_receipt(const service::StoredContribution& contribution,
                                                  const service::CodeSource& codes);
    base::Result<void> add_step(std::int64_t id, const service::StoredStep& step);
    base::Result<void> note(const service::StoredContribution& contribution, const service::StepBy& by,
                            base::Instant at, std::string what, std::string_view why);

    sqlite3* database_;
    std::mutex& mutex_;
    AuditTable audit_;
    RedactionTables redactions_;
    InboxTables inbox_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
