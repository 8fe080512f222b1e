#include <format>
#include <print>

#include "server-stub/commands/commands.hpp"
#include "server-stub/secrets/erasable_file.hpp"
#include "server-stub/storage/sqlite/copy.hpp"

namespace commands {

using config::Config;
using storage::sqlite::database_in;

namespace {

namespace fs = std::filesystem;

base::Result<void> named(const Config& config) {
    if (config.data.empty()) return trouble("which data folder? Name it with --data");
    if (config.copy.empty()) return trouble("which folder is the copy's? Name it with --copy");
    return {};
}

Outcome copy_key(const fs::path& from, const fs::path& to) {
    auto key = secrets::ErasableFile(key_in(from)).read();
    if (!key) return std::unexpected(key.error());
    if (!*key) return {};  // Nobody was invited here yet.
    secrets::ErasableFile copy(key_in(to));
    auto done = copy.write_at(0, **key).and_then([&] { return copy.sync(); });
    secrets::wipe(**key);
    return done;
}

// The database comes last, under its name only once it is whole: a folder without it is no copy.
Outcome transfer(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(database_in(from), error)) return trouble(std::format("there are no data in {}", from.string()));
    const auto part = to / "part";
    fs::remove(part, error);
    if (const auto done = storage::sqlite::copy_database(database_in(from), part); !done)
        return trouble(std::format("the data in {} cannot be copied: {}", from.string(), done.error().detail));
    if (auto done = copy_key(from, to); !done) return done;
    fs::rename(part, database_in(to), error);
    if (error) return trouble(std::format("the copy cannot be put into {}: {}", to.string(), error.message()));
    return {};
}

}  // namespace

Outcome backup(const Config& config) {
    if (auto done = named(config); !done) return done;
    std::error_code error;
    if (fs::create_directories(config.copy, error) && !error) fs::permissions(config.copy, fs::perms::owner_all, error);
    if (error) return trouble(std::format("the folder {} cannot be made: {}", config.copy.string(), error.message()));
    if (!fs::is_empty(config.copy, error) || error)
        return trouble(std::format("{} is not empty; name a new folder", config.copy.string()));
    if (auto done = transfer(config.data, config.copy); !done) return done;
    std::println("What {} holds is in {}.", config.data.string(), config.copy.string());
    return {};
}

Outcome restore(const Config& config) {
    if (auto done = named(config); !done) return done;
    const auto folder = storage::sqlite::DataFolder::own(config.data);
    if (!folder) return std::unexpected(folder.error());
    std::error_code error;
    if (fs::exists(database_in(config.data), error) || fs::exists(key_in(config.data), error))
        return trouble(std::format("{} holds data already; name a new folder", config.data.string()));
    if (auto done = transfer(config.copy, config.data); !done) return done;
    std::println("What {} holds is in {}. Whoever was signed in signs in again.", config.copy.string(),
                 config.data.string());
    return {};
}

}  // namespace commands
