#include "server-stub/storage/sqlite/copy.hpp"

#include <cerrno>
#include <fcntl.h>
#include <format>
#include <system_error>
#include <unistd.h>

#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite {
namespace {

using Done = base::Result<void>;

// In a statement's text: VACUUM takes its file as an expression.
std::string quoted(const std::string& text) {
    std::string all = "'";
    for (const char c : text) all += c == '\'' ? "''" : std::string(1, c);
    return all + "'";
}

Done sync(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = file >= 0 && ::fsync(file) == 0;
    const int error = errno;
    if (file >= 0) ::close(file);
    if (done) return {};
    return std::unexpected(base::Error{base::ErrorCode::Unavailable,
                                       std::format("{}: {}", path.string(), std::generic_category().message(error))});
}

Done take_snapshot(const std::filesystem::path& from, const std::filesystem::path& to) {
    const auto source = detail::open_to_read(from.string());
    if (!source) return std::unexpected(source.error());
    // The copy is written through this connection, too; what it reads stays as it is, for it was opened to be read.
    return detail::run(source->get(), "PRAGMA query_only = OFF; VACUUM INTO " + quoted(to.string()));
}

// One file without a log beside it, so that it can be read where nothing may be written.
Done finish(const std::filesystem::path& copy) {
    const auto database = detail::open(copy.string());
    if (!database) return std::unexpected(database.error());
    if (auto done = detail::run(database->get(), "DELETE FROM session"); !done) return done;
    if (auto done = detail::run(database->get(), "PRAGMA journal_mode = DELETE"); !done) return done;
    const auto verdict = detail::read_text(database->get(), "PRAGMA integrity_check(1)");
    if (!verdict) return std::unexpected(verdict.error());
    if (*verdict == "ok") return {};
    return std::unexpected(base::Error{base::ErrorCode::Internal, "the copy is damaged: " + *verdict});
}

}  // namespace

Done copy_database(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code error;
    auto done =
        take_snapshot(from, to).and_then([&] { return finish(to); }).and_then([&] { return sync(to); }).and_then([&] {
            return sync(to.parent_path());
        });
    if (done) {
        using enum std::filesystem::perms;
        std::filesystem::permissions(to, owner_read | owner_write, error);
    } else {
        std::filesystem::remove(to, error);
    }
    return done;
}

}  // namespace storage::sqlite
