#include "server-stub/storage/sqlite/detail/connection.hpp"

#include <format>

namespace storage::sqlite::detail {

std::unexpected<base::Error> failure(sqlite3* database, std::string_view what) {
    const char* reason = database ? sqlite3_errmsg(database) : "out of memory";
    return std::unexpected(base::Error{base::ErrorCode::Unavailable, std::format("{}: {}", what, reason)});
}

base::Result<Database> open(const std::string& path) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    Database database(opened);
    if (code != SQLITE_OK) return failure(opened, "the database cannot be opened");

    // Versions 3.7.0 to 3.51.2 can damage the log when two connections write or checkpoint at once
    // (sqlite.org/wal.html, "the WAL-reset bug"), so all others only read.
    if (auto done = run(opened,
                        "PRAGMA journal_mode = WAL;"
                        "PRAGMA synchronous = FULL;"
                        "PRAGMA foreign_keys = ON;"
                        "PRAGMA secure_delete = ON;"
                        "PRAGMA trusted_schema = OFF;");
        !done)
        return std::unexpected(done.error());
    return database;
}

base::Result<Database> open_to_read(const std::string& path) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    Database database(opened);
    if (code != SQLITE_OK) return failure(opened, "the database cannot be opened to be read");
    sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (auto done = run(opened, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA trusted_schema = OFF;");
        !done)
        return std::unexpected(done.error());
    return database;
}

base::Result<void> run(sqlite3* database, const std::string& sql) {
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(database, "a statement failed");
    return {};
}

namespace {

template <class Value, class Read>
base::Result<Value> read_one(sqlite3* database, const std::string& sql, Read read) {
    auto statement = Statement::prepare(database, sql);
    if (!statement) return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return failure(database, "no row");
    return read(*statement);
}

}  // namespace

base::Result<std::int64_t> read_integer(sqlite3* database, const std::string& sql) {
    return read_one<std::int64_t>(database, sql, [](const Statement& row) { return row.integer(0); });
}

base::Result<std::string> read_text(sqlite3* database, const std::string& sql) {
    return read_one<std::string>(database, sql, [](const Statement& row) { return row.text(0); });
}

base::Result<Statement> Statement::prepare(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK) return failure(database, "a statement cannot be prepared");
    return Statement(handle);
}

base::Result<std::vector<Statement>> Statement::prepare_all(sqlite3* database,
                                                            std::span<const std::string_view> texts) {
    std::vector<Statement> statements;
    for (const auto sql : texts) {
        auto statement = prepare(database, sql);
        if (!statement) return std::unexpected(statement.error());
        statements.push_back(std::move(*statement));
    }
    return statements;
}

base::Result<bool> Statement::step() {
    switch (sqlite3_step(handle_.get())) {
        case SQLITE_ROW: return true;
        case SQLITE_DONE: return false;
        default: return failure(sqlite3_db_handle(handle_.get()), "a statement failed");
    }
}

base::Result<void> Statement::execute() {
    const auto row = step();
    reset();
    if (!row) return std::unexpected(row.error());
    return {};
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
}

std::string Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

void Statement::bind(int index, std::string_view value) {
    // A null pointer would bind NULL, and an empty view may hold one.
    const char* bytes = value.empty() ? "" : value.data();
    sqlite3_bind_text(handle_.get(), index, bytes, static_cast<int>(value.size()), SQLITE_STATIC);
}

void Statement::bind(int index, const OptionalText& value) {
    if (value) bind(index, *value);
    else bind(index, nullptr);
}

void Statement::bind(int index, const OptionalInteger& value) {
    if (value) bind(index, *value);
    else bind(index, nullptr);
}

void Statement::bind(int index, Blob value) {
    sqlite3_bind_blob(handle_.get(), index, value.bytes.data(), static_cast<int>(value.bytes.size()), SQLITE_STATIC);
}

base::Result<Transaction> Transaction::begin(sqlite3* database) {
    if (auto done = run(database, "BEGIN IMMEDIATE"); !done) return std::unexpected(done.error());
    return Transaction(database);
}

base::Result<void> Transaction::commit() {
    auto done = run(database_, "COMMIT");
    if (done) database_ = nullptr;
    return done;
}

Transaction::~Transaction() {
    // Some failures, a full disk among them, have rolled back already.
    if (database_ && !sqlite3_get_autocommit(database_)) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace storage::sqlite::detail
