// The database itself refuses to change what was logged, whoever asks it.
#include <array>
#include <doctest/doctest.h>
#include <memory>
#include <sqlite3.h>
#include <string>

#include "server-stub/storage/sqlite/data_folder.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

namespace {

std::string attempt(const std::filesystem::path& file, const char* sql) {
    sqlite3* opened = nullptr;
    sqlite3_open(file.c_str(), &opened);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, sqlite3_close);
    char* reason = nullptr;
    sqlite3_exec(opened, sql, nullptr, nullptr, &reason);
    std::string text = reason ? reason : "";
    sqlite3_free(reason);
    return text;
}

}  // namespace

TEST_SUITE("server-stub/storage/append_only") {
    TEST_CASE("rows of the event log and counts of visitors can be neither changed nor deleted") {
        const test::TemporaryFolder folder;
        const auto file = storage::sqlite::database_in(folder.path());
        {
            auto store = storage::sqlite::Store::open(file).value();
            const service::LoggedEvent event{.visit = std::string(32, 'a'), .screen = "receipt"};
            REQUIRE(store->record_visits(std::array{event}, {}));
            REQUIRE(store->record_visitors(std::array{service::VisitorCount{"2026-11-22", "rabat", 7, 5}}));
        }
        CHECK(attempt(file, "UPDATE visit_event SET value = 9") == "the event log is append-only");
        CHECK(attempt(file, "DELETE FROM visit_event") == "the event log is append-only");
        CHECK(attempt(file, "UPDATE visitor_count SET visitors = 9") == "counts of visitors are not rewritten");
        CHECK(attempt(file, "DELETE FROM visitor_count") == "counts of visitors are not rewritten");
        auto store = storage::sqlite::Store::open(file).value();
        CHECK(store->visit_events(0, 1)->size() == 1);
    }
}
