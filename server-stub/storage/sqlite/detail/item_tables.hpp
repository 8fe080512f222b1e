// The tables of items, revisions and the audit log, through the one connection.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "server-stub/service/item_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"
#include "server-stub/storage/sqlite/detail/content_tables.hpp"

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
    base::Result<std::vector<service::AuditRow>> audit_of(service::ItemId id) override;
    base::Result<std::optional<std::int64_t>> first_broken_audit_row() override;

private:
    enum class Sql : std::uint8_t;
    ItemTables(sqlite3* database, ContentTables& content, std::mutex& mutex, std::vector<Statement> statements)
        : database_(database), content_(content), mutex_(mutex), statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<service::StoredItem> write(service::ItemChange change);
    base::Result<void> publish(service::ContentRow row);
    base::Result<void> put_item(service::StoredItem& item, const service::ItemChange& change);
    base::Result<void> put_languages(const service::StoredItem& item);
    base::Result<void> put_audit(service::AuditRow row, std::string_view content);
    base::Result<void> read_languages(service::StoredItem& item);
    base::Result<std::vector<service::StoredItem>> read_items(Statement& rows);
    base::Result<std::vector<service::AuditRow>> read_audit(Statement& rows);
    base::Result<bool> fits_content(const service::AuditRow& row);

    sqlite3* database_;
    ContentTables& content_;
    std::mutex& mutex_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
