// The tables of accounts, sessions and invitations, through the one connection.
#pragma once

#include <mutex>
#include <string_view>
#include <vector>

#include "server-stub/service/account_store.hpp"
#include "server-stub/storage/sqlite/detail/audit_table.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

class AccountTables final : public service::AccountStore {
public:
    // The database and the mutex, which guards it, must outlive this.
    static base::Result<std::unique_ptr<AccountTables>> over(sqlite3* database, std::mutex& mutex);

    base::Result<service::StoredAccount> add_account(service::StoredAccount account) override;
    base::Result<service::StoredAccount> account_named(std::string_view folded) override;
    base::Result<service::StoredAccount> account(std::int64_t id) override;
    base::Result<void> change_account(const service::StoredAccount& account) override;
    base::Result<void> delete_account(std::int64_t id) override;
    base::Result<std::vector<domain::Person>> people(std::string_view district, base::Instant now) override;

    base::Result<void> put_session(const service::StoredSession& session, std::string_view old) override;
    base::Result<service::StoredSession> session(std::string_view token_hash) override;
    base::Result<void> see_session(std::string_view token_hash, base::Instant now) override;
    base::Result<void> end_session(std::string_view token_hash) override;
    base::Result<void> end_sessions(std::int64_t account, std::string_view but) override;

    base::Result<void> know_device(std::string_view token_hash, std::int64_t account, base::Instant now) override;
    base::Result<bool> is_known_device(std::string_view token_hash, std::int64_t account) override;

    base::Result<service::Tries> tries(std::string_view mark) override;
    base::Result<void> count_try(std::string_view mark, base::Instant now) override;
    base::Result<void> forget_tries(std::string_view mark) override;
    base::Result<void> unlock(const service::StoredAccount& account, std::span<const std::string> marks,
                              base::Instant now) override;

    base::Result<void> put_recovery_codes(std::int64_t account, std::span<const std::string> marks) override;
    base::Result<bool> use_recovery_code(std::int64_t account, std::string_view mark) override;

    base::Result<void> invite(const service::StoredInvitation& invitation, const service::Doer& by,
                              base::Instant now) override;
    base::Result<service::StoredInvitation> invitation(std::string_view token_hash) override;
    base::Result<void> reset(const service::StoredAccount& shut, const service::StoredInvitation& invitation,
                             base::Instant now) override;
    base::Result<service::StoredAccount> accept(std::string_view token_hash, service::StoredAccount account,
                                                base::Instant now) override;
    base::Result<void> give_role(const service::StoredAccount& account, const service::Doer& by,
                                 base::Instant now) override;
    base::Result<void> dismiss(const service::StoredAccount& account, const service::Doer& by,
                               base::Instant now) override;
    base::Result<void> forget_old(base::Instant tries, base::Instant devices, base::Instant sessions) override;

private:
    enum class Sql : std::uint8_t;
    AccountTables(sqlite3* database, std::mutex& mutex, AuditTable audit, std::vector<Statement> statements)
        : database_(database), mutex_(mutex), audit_(std::move(audit)), statements_(std::move(statements)) {}

    Statement& statement(Sql sql) { return statements_[static_cast<std::size_t>(sql)]; }
    base::Result<service::StoredAccount> read_account(Statement& row);
    base::Result<service::StoredAccount> insert_account(service::StoredAccount account);
    base::Result<void> update_account(const service::StoredAccount& account);
    base::Result<void> insert_invitation(const service::StoredInvitation& invitation);
    struct Note {
        service::Doer by;
        std::string district, what, detail;
        base::Instant at;
    };
    base::Result<void> note(Note note);
    template <class... Values>
    base::Result<void> execute(Sql sql, const Values&... values);

    sqlite3* database_;
    std::mutex& mutex_;
    AuditTable audit_;
    std::vector<Statement> statements_;
};

}  // namespace storage::sqlite::detail
