// Owning handles over the C interface of SQLite, with errors as values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.hpp"

namespace storage::sqlite::detail {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

// `path` may be ":memory:". On a disk: write-ahead log, every commit synced. The one connection that writes.
base::Result<Database> open(const std::string& path);
// A second connection to what `open` has opened: it neither writes nor checkpoints, and waits for no commit.
// It must be closed before the first.
base::Result<Database> open_to_read(const std::string& path);

// One or several statements without results.
base::Result<void> run(sqlite3* database, const std::string& sql);
base::Result<std::int64_t> read_integer(sqlite3* database, const std::string& sql);
base::Result<std::string> read_text(sqlite3* database, const std::string& sql);

std::unexpected<base::Error> failure(sqlite3* database, std::string_view what);

using OptionalInteger = std::optional<std::int64_t>;  // Without a value NULL.
using OptionalText = std::optional<std::string_view>;

// Bytes that are no text. They must live as long as texts must.
struct Blob {
    std::string_view bytes;
};

// A prepared statement that is kept and used again.
class Statement {
public:
    static base::Result<Statement> prepare(sqlite3* database, std::string_view sql);
    static base::Result<std::vector<Statement>> prepare_all(sqlite3* database, std::span<const std::string_view> texts);

    // Starts over, then binds from the first parameter on. Texts must live until the last `step`.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    // True when there is a row to read.
    base::Result<bool> step();
    // For statements without rows.
    base::Result<void> execute();
    // Ends reading, so that the statement holds no lock and no text.
    void reset();

    std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
    std::string text(int column) const;  // Of a blob, too.
    bool is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

private:
    explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
    void bind(int index, std::int64_t value) { sqlite3_bind_int64(handle_.get(), index, value); }
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, std::string_view value);
    void bind(int index, const OptionalInteger& value);
    void bind(int index, const OptionalText& value);
    void bind(int index, Blob value);
    void bind(int index, std::nullptr_t) { sqlite3_bind_null(handle_.get(), index); }

    std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle_;
};

// Hands each row to `read`, and lets go of the statement. Internal, said as `damaged`, where `read` says that it cannot
// be read.
template <class Read>
base::Result<void> for_each_row(Statement& rows, std::string_view damaged, const Read& read) {
    for (;;) {
        const auto more = rows.step();
        if (more && *more && read(std::as_const(rows))) continue;
        rows.reset();
        if (!more) return std::unexpected(more.error());
        if (!*more) return {};
        return std::unexpected(base::Error{base::ErrorCode::Internal, std::string(damaged)});
    }
}

// Rolls back unless it was committed.
class Transaction {
public:
    static base::Result<Transaction> begin(sqlite3* database);
    base::Result<void> commit();

    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

private:
    explicit Transaction(sqlite3* database) : database_(database) {}
    sqlite3* database_;
};

}  // namespace storage::sqlite::detail
