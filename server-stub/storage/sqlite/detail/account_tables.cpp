#include "server-stub/storage/sqlite/detail/account_tables.hpp"

#include <array>
#include <utility>

namespace storage::sqlite::detail {
namespace {

using service::StoredAccount;
using service::StoredInvitation;
using service::StoredSession;

// In the order of AccountTables::Sql.
constexpr std::array<std::string_view, 27> texts{
    "INSERT INTO account (name, folded, email, role, district, password_hash, sealed_code_key, code_confirmed,"
    " last_code_step, made_at_ms) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
    " WHERE NOT EXISTS (SELECT 1 FROM invitation WHERE folded = ?2 AND expires_at_ms > ?10)"
    " ON CONFLICT (folded) DO NOTHING",
    "SELECT id, name, folded, email, role, district, password_hash, sealed_code_key, code_confirmed, last_code_step,"
    " made_at_ms FROM account WHERE folded = ?",
    "SELECT id, name, folded, email, role, district, password_hash, sealed_code_key, code_confirmed, last_code_step,"
    " made_at_ms FROM account WHERE id = ?",
    "UPDATE OR IGNORE account SET name = ?2, folded = ?3, email = ?4, role = ?5, district = ?6, password_hash = ?7,"
    " sealed_code_key = ?8, code_confirmed = ?9, last_code_step = ?10 WHERE id = ?1"
    " AND NOT EXISTS (SELECT 1 FROM invitation WHERE folded = ?3 AND account IS NOT ?1)",
    "DELETE FROM account WHERE id = ?",
    "SELECT name, role, 0, folded FROM account WHERE district = ?1"
    " UNION ALL SELECT name, role, 1, folded FROM invitation WHERE district = ?1 AND expires_at_ms > ?2 AND account IS "
    "NULL"
    " ORDER BY 4",
    "INSERT INTO session (token_hash, account, stage, made_at_ms, seen_at_ms) VALUES (?, ?, ?, ?, ?)",
    "SELECT token_hash, account, stage, made_at_ms, seen_at_ms FROM session WHERE token_hash = ?",
    "UPDATE session SET seen_at_ms = ?2 WHERE token_hash = ?1", "DELETE FROM session WHERE token_hash = ?",
    "DELETE FROM session WHERE account = ? AND token_hash <> ?",
    "INSERT INTO device (token_hash, account, made_at_ms) VALUES (?, ?, ?)",
    "SELECT 1 FROM device WHERE token_hash = ? AND account = ?",
    "SELECT failed, last_ms FROM sign_in_try WHERE mark = ?",
    "INSERT INTO sign_in_try (mark, failed, last_ms) VALUES (?, 1, ?)"
    " ON CONFLICT (mark) DO UPDATE SET failed = failed + 1, last_ms = excluded.last_ms",
    "DELETE FROM sign_in_try WHERE mark = ?", "INSERT INTO recovery_code (account, mark) VALUES (?, ?)",
    "DELETE FROM recovery_code WHERE account = ? AND mark = ?", "DELETE FROM recovery_code WHERE account = ?",
    "INSERT INTO invitation (token_hash, name, folded, role, district, expires_at_ms, account)"
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0)"
    " WHERE NOT EXISTS (SELECT 1 FROM account WHERE folded = ?3 AND id <> ?7) ON CONFLICT (folded) DO NOTHING",
    "SELECT token_hash, name, role, district, expires_at_ms, coalesce(account, 0) FROM invitation"
    " WHERE token_hash = ?",
    // Those that have ended make room for their names.
    "DELETE FROM invitation WHERE token_hash = ?1 OR expires_at_ms <= ?2", "DELETE FROM device WHERE account = ?",
    "DELETE FROM invitation WHERE account = ?", "DELETE FROM sign_in_try WHERE last_ms < ?",
    "DELETE FROM device WHERE made_at_ms < ?", "DELETE FROM session WHERE made_at_ms < ?"};

std::unexpected<base::Error> missing(std::string_view what) {
    return std::unexpected(base::Error{base::ErrorCode::NotFound, std::string(what)});
}

std::unexpected<base::Error> taken() {
    return std::unexpected(base::Error{base::ErrorCode::Conflict, "the name is taken"});
}

std::unexpected<base::Error> damaged() {
    return std::unexpected(base::Error{base::ErrorCode::Internal, "an account in the database cannot be read"});
}

}  // namespace

enum class AccountTables::Sql : std::uint8_t {
    InsertAccount,
    AccountNamed,
    AccountWithId,
    ChangeAccount,
    DeleteAccount,
    People,
    InsertSession,
    SelectSession,
    SeeSession,
    DeleteSession,
    DeleteSessions,
    InsertDevice,
    SelectDevice,
    SelectTries,
    CountTry,
    DeleteTries,
    InsertRecovery,
    DeleteRecovery,
    DeleteRecoveries,
    InsertInvitation,
    SelectInvitation,
    DeleteInvitation,
    DeleteDevices,
    DeleteResets,
    ForgetTries,
    ForgetDevices,
    ForgetSessions,
};

base::Result<std::unique_ptr<AccountTables>> AccountTables::over(sqlite3* database, std::mutex& mutex) {
    static_assert(texts.size() == static_cast<std::size_t>(Sql::ForgetSessions) + 1);
    std::vector<Statement> prepared;
    for (const auto sql : texts) {
        auto statement = Statement::prepare(database, sql);
        if (!statement) return std::unexpected(statement.error());
        prepared.push_back(std::move(*statement));
    }
    auto audit = AuditTable::over(database);
    if (!audit) return std::unexpected(audit.error());
    return std::unique_ptr<AccountTables>(new AccountTables(database, mutex, std::move(*audit), std::move(prepared)));
}

template <class... Values>
base::Result<void> AccountTables::execute(Sql sql, const Values&... values) {
    return statement(sql).with(values...).execute();
}

base::Result<StoredAccount> AccountTables::read_account(Statement& row) {
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return missing("no such account");
    const auto role = domain::parse_role(row.text(4));
    if (!role) return damaged();
    StoredAccount account{.id = row.integer(0),
                          .name = row.text(1),
                          .folded = row.text(2),
                          .email = row.text(3),
                          .role = *role,
                          .district = row.text(5),
                          .password_hash = row.text(6),
                          .sealed_code_key = row.text(7),
                          .code_confirmed = row.integer(8) != 0,
                          .last_code_step = row.integer(9),
                          .made_at = {row.integer(10)}};
    row.reset();
    return account;
}

base::Result<StoredAccount> AccountTables::insert_account(StoredAccount account) {
    const std::string_view name = account.name, folded = account.folded, email = account.email,
                           district = account.district, hash = account.password_hash, key = account.sealed_code_key;
    if (auto done = execute(Sql::InsertAccount, name, folded, email, domain::name_of(account.role), district, hash, key,
                            account.code_confirmed ? 1 : 0, account.last_code_step, account.made_at.milliseconds);
        !done)
        return std::unexpected(done.error());
    if (sqlite3_changes(database_) == 0) return taken();
    account.id = sqlite3_last_insert_rowid(database_);
    return account;
}

base::Result<StoredAccount> AccountTables::add_account(StoredAccount account) {
    const std::lock_guard lock(mutex_);
    return insert_account(std::move(account));
}

base::Result<StoredAccount> AccountTables::account_named(std::string_view folded) {
    const std::lock_guard lock(mutex_);
    return read_account(statement(Sql::AccountNamed).with(folded));
}

base::Result<StoredAccount> AccountTables::account(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return read_account(statement(Sql::AccountWithId).with(id));
}

base::Result<void> AccountTables::change_account(const StoredAccount& account) {
    const std::lock_guard lock(mutex_);
    return update_account(account);
}

base::Result<void> AccountTables::update_account(const StoredAccount& account) {
    const std::string_view name = account.name, folded = account.folded, email = account.email,
                           district = account.district, hash = account.password_hash, key = account.sealed_code_key;
    if (auto done = execute(Sql::ChangeAccount, account.id, name, folded, email, domain::name_of(account.role),
                            district, hash, key, account.code_confirmed ? 1 : 0, account.last_code_step);
        !done)
        return done;
    if (sqlite3_changes(database_) == 0) return taken();
    return {};
}

base::Result<void> AccountTables::delete_account(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::DeleteAccount, id);
}

base::Result<std::vector<domain::Person>> AccountTables::people(std::string_view district, base::Instant now) {
    const std::lock_guard lock(mutex_);
    std::vector<domain::Person> people;
    auto& rows = statement(Sql::People).with(district, now.milliseconds);
    for (;;) {
        const auto more = rows.step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        const auto role = domain::parse_role(rows.text(1));
        if (!role) return damaged();
        people.push_back({rows.text(0), *role, rows.integer(2) != 0});
    }
    rows.reset();
    return people;
}

base::Result<void> AccountTables::put_session(const StoredSession& session, std::string_view old) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = execute(Sql::DeleteSession, old); !done) return done;
    const std::string_view hash = session.token_hash;
    if (auto done = execute(Sql::InsertSession, hash, session.account, static_cast<int>(session.stage),
                            session.made_at.milliseconds, session.seen_at.milliseconds);
        !done)
        return done;
    return transaction->commit();
}

base::Result<StoredSession> AccountTables::session(std::string_view token_hash) {
    const std::lock_guard lock(mutex_);
    auto& row = statement(Sql::SelectSession).with(token_hash);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return missing("no such session");
    StoredSession session{.token_hash = row.text(0),
                          .account = row.integer(1),
                          .stage = static_cast<service::Stage>(row.integer(2)),
                          .made_at = {row.integer(3)},
                          .seen_at = {row.integer(4)}};
    row.reset();
    return session;
}

base::Result<void> AccountTables::see_session(std::string_view token_hash, base::Instant now) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::SeeSession, token_hash, now.milliseconds);
}

base::Result<void> AccountTables::end_session(std::string_view token_hash) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::DeleteSession, token_hash);
}

base::Result<void> AccountTables::end_sessions(std::int64_t account, std::string_view but) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::DeleteSessions, account, but);
}

base::Result<void> AccountTables::know_device(std::string_view token_hash, std::int64_t account, base::Instant now) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::InsertDevice, token_hash, account, now.milliseconds);
}

base::Result<bool> AccountTables::is_known_device(std::string_view token_hash, std::int64_t account) {
    const std::lock_guard lock(mutex_);
    auto& row = statement(Sql::SelectDevice).with(token_hash, account);
    auto found = row.step();
    row.reset();
    return found;
}

base::Result<service::Tries> AccountTables::tries(std::string_view mark) {
    const std::lock_guard lock(mutex_);
    auto& row = statement(Sql::SelectTries).with(mark);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    const auto tries = *found ? service::Tries{static_cast<int>(row.integer(0)), {row.integer(1)}} : service::Tries{};
    row.reset();
    return tries;
}

base::Result<void> AccountTables::count_try(std::string_view mark, base::Instant now) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::CountTry, mark, now.milliseconds);
}

base::Result<void> AccountTables::forget_tries(std::string_view mark) {
    const std::lock_guard lock(mutex_);
    return execute(Sql::DeleteTries, mark);
}

base::Result<void> AccountTables::unlock(const StoredAccount& account, std::span<const std::string> marks,
                                         base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const std::string_view mark : marks)
        if (auto done = execute(Sql::DeleteTries, mark); !done) return done;
    if (auto done = note({{}, account.district, "unlock", std::to_string(account.id), now}); !done) return done;
    return transaction->commit();
}

// Within a transaction. Whose account it is stays a number, as names are forgotten with their accounts and the log
// never is.
base::Result<void> AccountTables::note(Note note) {
    return audit_.add({.at = note.at,
                       .account = note.by.account,
                       .role = std::move(note.by.role),
                       .district = std::move(note.district),
                       .what = std::move(note.what),
                       .detail = std::move(note.detail)},
                      {});
}

base::Result<void> AccountTables::put_recovery_codes(std::int64_t account, std::span<const std::string> marks) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = execute(Sql::DeleteRecoveries, account); !done) return done;
    for (const std::string_view mark : marks)
        if (auto done = execute(Sql::InsertRecovery, account, mark); !done) return done;
    return transaction->commit();
}

base::Result<bool> AccountTables::use_recovery_code(std::int64_t account, std::string_view mark) {
    const std::lock_guard lock(mutex_);
    if (auto done = execute(Sql::DeleteRecovery, account, mark); !done) return std::unexpected(done.error());
    return sqlite3_changes(database_) == 1;
}

base::Result<void> AccountTables::invite(const StoredInvitation& invitation, const service::Doer& by,
                                         base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = execute(Sql::DeleteInvitation, std::string_view(), now.milliseconds); !done) return done;
    if (auto done = insert_invitation(invitation); !done) return done;
    if (auto done = note({by, invitation.district, "invite", std::string(domain::name_of(invitation.role)), now});
        !done)
        return done;
    return transaction->commit();
}

base::Result<void> AccountTables::insert_invitation(const StoredInvitation& invitation) {
    const auto folded_name = domain::fold_name(invitation.name);
    const std::string_view hash = invitation.token_hash, name = invitation.name, folded = folded_name,
                           district = invitation.district;
    if (auto done = execute(Sql::InsertInvitation, hash, name, folded, domain::name_of(invitation.role), district,
                            invitation.expires_at.milliseconds, invitation.account);
        !done)
        return done;
    if (sqlite3_changes(database_) == 0) return taken();
    return {};
}

base::Result<void> AccountTables::reset(const StoredAccount& shut, const StoredInvitation& invitation,
                                        base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = update_account(shut); !done) return done;
    if (auto done = execute(Sql::DeleteSessions, shut.id, std::string_view()); !done) return done;
    for (const auto sql : {Sql::DeleteDevices, Sql::DeleteRecoveries, Sql::DeleteResets})
        if (auto done = execute(sql, shut.id); !done) return done;
    if (auto done = insert_invitation(invitation); !done) return done;
    if (auto done = note({{}, shut.district, "reset", std::to_string(shut.id), now}); !done) return done;
    return transaction->commit();
}

base::Result<void> AccountTables::forget_old(base::Instant tries, base::Instant devices, base::Instant sessions) {
    const std::lock_guard lock(mutex_);
    if (auto done = execute(Sql::ForgetTries, tries.milliseconds); !done) return done;
    if (auto done = execute(Sql::ForgetDevices, devices.milliseconds); !done) return done;
    return execute(Sql::ForgetSessions, sessions.milliseconds);
}

base::Result<StoredInvitation> AccountTables::invitation(std::string_view token_hash) {
    const std::lock_guard lock(mutex_);
    auto& row = statement(Sql::SelectInvitation).with(token_hash);
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return missing("no such invitation");
    const auto role = domain::parse_role(row.text(2));
    if (!role) return damaged();
    StoredInvitation invitation{.token_hash = row.text(0),
                                .name = row.text(1),
                                .role = *role,
                                .district = row.text(3),
                                .expires_at = {row.integer(4)},
                                .account = row.integer(5)};
    row.reset();
    return invitation;
}

base::Result<StoredAccount> AccountTables::accept(std::string_view token_hash, StoredAccount account,
                                                  base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = execute(Sql::DeleteInvitation, token_hash, std::int64_t{0}); !done)
        return std::unexpected(done.error());
    if (sqlite3_changes(database_) == 0) return missing("no such invitation");
    if (account.id == 0) {
        auto added = insert_account(std::move(account));
        if (!added) return added;
        account = std::move(*added);
    } else if (auto done = update_account(account); !done) {
        return std::unexpected(done.error());
    }
    const std::string role(domain::name_of(account.role));
    if (auto done = note({{account.id, role}, account.district, "join", {}, now}); !done)
        return std::unexpected(done.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return account;
}

base::Result<void> AccountTables::give_role(const StoredAccount& account, const service::Doer& by, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = update_account(account); !done) return done;
    if (auto done = execute(Sql::DeleteSessions, account.id, std::string_view()); !done) return done;
    auto detail = std::to_string(account.id).append(" ").append(domain::name_of(account.role));
    if (auto done = note({by, account.district, "give-role", std::move(detail), now}); !done) return done;
    return transaction->commit();
}

base::Result<void> AccountTables::dismiss(const StoredAccount& account, const service::Doer& by, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = execute(Sql::DeleteAccount, account.id); !done) return done;
    if (auto done = note({by, account.district, "dismiss", std::to_string(account.id), now}); !done) return done;
    return transaction->commit();
}

}  // namespace storage::sqlite::detail
