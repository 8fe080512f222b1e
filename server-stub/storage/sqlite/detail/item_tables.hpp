// The tables of items, revisions and locks, and those of languages and of the audit log, through the one connection.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "server-stub/service/item_store.hpp"
#include "server-stub/storage/sqlite/detail/audit_table.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"
#include "server-stub/storage/sqlite/detail/content_tables.hpp"
#include "server-stub/storage/sqlite/detail/fact_table.hpp"
#include "server-stub/storage/sqlite/detail/language_table.hpp"

namespace storage::sqlite::detail {

class ItemTables final : public service::ItemStore {
public:
    // All of these, and the mutex, which guards them, must outlive this.
    static base::Result<std::unique_ptr<ItemTables>> over(sqlite3* database, ContentTables& content, std::mutex& mutex);

    base::Result<service::StoredItem> apply(service::ItemChange change) override;
    base::Result<void> apply_all(std::vector<service::ItemChange> changes) override;
    base::Result<service::StoredItem> item(service::ItemId id) override;
    base::Result<service::Revision> revision(service::ItemId id, int version) override;
    base::Result<std::vector<service::Revision>> revisions(service::ItemId id) override;
    base::Result<std::vector<service::StoredItem>> items(const service::ItemFilter& filter,
                                                         const std::optional<service::ItemCursor>& after,
                                                         std::size_t limit) override;
    base::Result<std::optional<service::ItemLock>> lock(service::ItemId id, const service::ItemLock& mine) override;
    base::Result<std::vector<service::StoredItem>> due(base::Instant now, std::size_t limit) override;
    base::Result<domain::ParityCounts> parity(std::string_view district) override;
    base::Result<std::vector<service::Gap>> gaps(const service::GapFilter& filter,
                                                 const std::optional<service::GapCursor>& after,
                                                 std::size_t limit) override;
    base::Result<domain::Verifications> facts_of(service::ItemId id) override;
    base::Result<domain::Verifications> public_facts_of(service::ItemId id) override;
    base::Result<service::DutyCounts> duty_counts(std::string_view district, base::Date today) override;
    base::Result<std::vector<service::Duty>> duties(std::string_view district, base::Date until,
                                                    const std::optional<service::DutyCursor>& after,
                                                    std::size_t limit) override;
    base::Result<std::vector<service::ItemCursor>> published(const std::vector<std::string>& districts,
                                                             domain::ItemKind kind,
                                                             const std::optional<service::ItemCursor>& after,
                                                             std::size_t limit) override;
    base::Result<std::vector<service::AuditRow>> audit_of(service::ItemId id) override;
    base::Result<std::optional<std::int64_t>> first_broken_audit_row() override;

private:
    enum class Sql : std::uint8_t;
    ItemTables(sqlite3* database, ContentTables& content, std::mutex& mutex, LanguageTable languages, FactTable facts,
               AuditTable audit, std::vector<Statement> statements)
        : database_(database),
          content_(content),
          mutex_(mutex),
          languages_(std::move(languages)),
          facts_(std::move(facts)),
          audit_(std::move(audit)),
          statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<service::StoredItem> write(service::ItemChange change);
    base::Result<void> put_facts(const service::StoredItem& item, const service::ItemChange& change);
    base::Result<service::Revision> read_revision(service::ItemId id, int version);
    base::Result<void> publish(service::ContentRow row);
    base::Result<void> put_item(service::StoredItem& item, const service::ItemChange& change);
    base::Result<std::vector<service::StoredItem>> read_items(Statement& rows);

    sqlite3* database_;
    ContentTables& content_;
    std::mutex& mutex_;
    LanguageTable languages_;
    FactTable facts_;
    AuditTable audit_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
