#include <filesystem>
#include <sqlite3.h>

#include "tests/server-stub/items/desk.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

using namespace test;
using domain::ItemStep;

namespace {

// As somebody with the file in their hands.
class Raw {
public:
    explicit Raw(const std::filesystem::path& file) { REQUIRE(sqlite3_open(file.c_str(), &database_) == SQLITE_OK); }
    ~Raw() { sqlite3_close(database_); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    bool run(const std::string& sql) {
        return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    std::string plan_of(const std::string& sql) {
        std::string plan;
        const auto add = [](void* out, int count, char** columns, char**) {
            static_cast<std::string*>(out)->append(columns[count - 1]).append("\n");
            return 0;
        };
        REQUIRE(sqlite3_exec(database_, ("EXPLAIN QUERY PLAN " + sql).c_str(), add, &plan, nullptr) == SQLITE_OK);
        return plan;
    }

private:
    sqlite3* database_ = nullptr;
};

// Nine rows: three items, each with a save, submit and accept.
void fill(const std::filesystem::path& file) {
    auto desk = Desk::in(file);
    for (const auto* slug : {"a", "b", "c"}) desk.checked(slug);
    REQUIRE(desk.has_whole_audit());
}

}  // namespace

TEST_SUITE("server-stub/storage/sqlite/audit") {
    TEST_CASE("the audit log and the revisions cannot be changed by a statement") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        fill(file);
        Raw raw(file);
        CHECK_FALSE(raw.run("UPDATE audit SET role = 'editor' WHERE number = 2"));
        CHECK_FALSE(raw.run("DELETE FROM audit WHERE number = 9"));
        CHECK_FALSE(raw.run("UPDATE revision SET content = '{}'"));
        CHECK_FALSE(raw.run("DELETE FROM revision"));
    }

    TEST_CASE("whoever takes the triggers away and changes, takes out or adds something is found at its row") {
        struct Row {
            std::string tampering;
            std::int64_t first_broken;
        };
        const Row rows[] = {
            {"UPDATE audit SET account = 99 WHERE number = 4", 4},
            {"UPDATE audit SET at_ms = at_ms + 1 WHERE number = 1", 1},
            {"UPDATE audit SET detail = 'x' WHERE number = 9", 9},
            {"UPDATE audit SET state = 'nowhere' WHERE number = 5", 5},
            {"UPDATE audit SET hash = (SELECT hash FROM audit WHERE number = 6) WHERE number = 7", 7},
            {"DELETE FROM audit WHERE number = 3", 3},
            {"DELETE FROM audit WHERE number > 7", 8},
            {"INSERT INTO audit SELECT 10, at_ms, account, role, district, item, what, version, state, detail,"
             " content_hash, hash FROM audit WHERE number = 9",
             10},
            {"UPDATE revision SET content = replace(content, 'a', 'b') WHERE item = 2", 4},
            {"DELETE FROM revision WHERE item = 3", 7},
            {"INSERT INTO revision SELECT item, 2, account, role, made_at_ms, content FROM revision WHERE item = 1",
             10},
        };
        for (const auto& row : rows) {
            CAPTURE(row.tampering);
            const TemporaryFolder folder;
            const auto file = folder.path() / "rihab.sqlite";
            fill(file);
            {
                Raw raw(file);
                for (const auto* trigger : {"audit_stays", "audit_remains", "revision_stays", "revision_remains"})
                    REQUIRE(raw.run(std::string("DROP TRIGGER ") + trigger));
                REQUIRE(raw.run(row.tampering));
            }
            auto desk = Desk::in(file);
            CHECK(desk.store->items().first_broken_audit_row().value() == row.first_broken);
        }
    }

    TEST_CASE("no list of the desk and no look of the clock reads the whole table") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        fill(file);
        Raw raw(file);
        for (const auto* filter :
             {"", " AND kind = 'article'", " AND state = 'draft'", " AND kind = 'article' AND state = 'draft'"}) {
            const auto plan = raw.plan_of(std::string("SELECT * FROM item WHERE district = 'rabat'") + filter +
                                          " AND (changed_at_ms, id) < (5, 5) ORDER BY changed_at_ms DESC, id DESC");
            CAPTURE(plan);
            CHECK(plan.starts_with("SEARCH item USING INDEX"));
            CHECK_FALSE(plan.contains("TEMP B-TREE"));
        }
        for (const auto& sql : {"SELECT * FROM item WHERE release_at_ms <= 5 OR expires_at_ms <= 5",
                                "SELECT * FROM item_language WHERE item = 1",
                                "SELECT * FROM revision WHERE item = 1 ORDER BY version DESC",
                                "SELECT * FROM audit WHERE item = 1 ORDER BY number"}) {
            const auto plan = raw.plan_of(sql);
            CAPTURE(plan);
            CHECK_FALSE(plan.contains("SCAN"));
        }
    }
}
