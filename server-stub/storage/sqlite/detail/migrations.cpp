#include "server-stub/storage/sqlite/detail/migrations.hpp"

#include <array>
#include <format>
#include <span>
#include <string>

#include "embedded/migration_0001.hpp"
#include "embedded/migration_0002.hpp"
#include "embedded/migration_0003.hpp"
#include "embedded/migration_0004.hpp"
#include "embedded/migration_0005.hpp"
#include "embedded/migration_0006.hpp"
#include "embedded/migration_0007.hpp"
#include "embedded/migration_0008.hpp"
#include "embedded/migration_0010.hpp"
#include "embedded/migration_0011.hpp"
#include "embedded/migration_0012.hpp"
#include "embedded/migration_0015.hpp"
#include "embedded/migration_0016.hpp"
#include "embedded/migration_0017.hpp"
#include "embedded/migration_0018.hpp"
#include "embedded/migration_0019.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {
namespace {

// In order; a released one is never changed. The database keeps how many it has seen in `user_version`.
// There is no 0009: the number was never released.
auto all_migrations() {
    return std::array{
        embedded::migration_0001(), embedded::migration_0002(), embedded::migration_0003(), embedded::migration_0004(),
        embedded::migration_0005(), embedded::migration_0006(), embedded::migration_0007(), embedded::migration_0008(),
        embedded::migration_0010(), embedded::migration_0011(), embedded::migration_0012(), embedded::migration_0015(),
        embedded::migration_0016(), embedded::migration_0017(), embedded::migration_0018(), embedded::migration_0019()};
}

std::string text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

base::Result<void> apply(sqlite3* database, std::size_t number, const std::string& sql) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = run(database, sql); !done) return done;
    if (auto done = run(database, std::format("PRAGMA user_version = {}", number)); !done) return done;
    return transaction->commit();
}

}  // namespace

base::Result<void> migrate(sqlite3* database) {
    const auto migrations = all_migrations();
    const auto seen = read_integer(database, "PRAGMA user_version");
    if (!seen) return std::unexpected(seen.error());
    if (*seen > static_cast<std::int64_t>(migrations.size()))
        return std::unexpected(
            base::Error{base::ErrorCode::Conflict,
                        std::format("the data were written by a newer program (schema {}, this one knows {})", *seen,
                                    migrations.size())});
    for (auto i = static_cast<std::size_t>(*seen); i < migrations.size(); ++i)
        if (auto done = apply(database, i + 1, text_of(migrations[i])); !done) return done;
    return {};
}

}  // namespace storage::sqlite::detail
