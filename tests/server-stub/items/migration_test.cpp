// Databases of older programs, brought along.
#include <filesystem>
#include <span>
#include <sqlite3.h>

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
#include "tests/server-stub/items/desk.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

using namespace test;
using domain::LanguageStatus;

namespace {

void write_older(const std::filesystem::path& file, std::size_t schema, const std::string& rows) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    const std::array migrations{embedded::migration_0001(), embedded::migration_0002(), embedded::migration_0003(),
                                embedded::migration_0004(), embedded::migration_0005(), embedded::migration_0006(),
                                embedded::migration_0007(), embedded::migration_0008(), embedded::migration_0010(),
                                embedded::migration_0011(), embedded::migration_0012(), embedded::migration_0015(),
                                embedded::migration_0016()};
    const auto run = [&](const std::string& sql) {
        CAPTURE(sqlite3_errmsg(database));
        REQUIRE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    };
    for (const auto& migration : std::span(migrations).first(schema))
        run({reinterpret_cast<const char*>(migration.data()), migration.size()});
    run("PRAGMA user_version = " + std::to_string(schema));
    run(rows);
    sqlite3_close(database);
}

// Version n was made n minutes after the morning.
std::string item_row(int id, const std::string& state, int version) {
    const auto number = std::to_string(id);
    auto sql =
        "INSERT INTO item (id, district, kind, slug, state, original, titles, version, published_version, author,"
        " changed_at_ms) VALUES (" +
        number + ", 'rabat', 'article', 'a" + number + "', '" + state + "', 'ar', '{}', " + std::to_string(version) +
        ", 0, 1, 0);";
    for (int one = 1; one <= version; ++one)
        sql += "INSERT INTO revision VALUES (" + number + ", " + std::to_string(one) + ", 1, 'editor', " +
               std::to_string(minutes_later(one).milliseconds) +
               ", '{\"original\":\"ar\",\"title/ar\":\"t\",\"title/fr\":\"t\"}');";
    return sql;
}

std::string language_row(int id, const std::string& language, int changed, int approved, int complete) {
    return "INSERT INTO item_language VALUES (" + std::to_string(id) + ", '" + language + "', " +
           std::to_string(changed) + ", " + std::to_string(approved) + ", " + std::to_string(complete) + ");";
}

}  // namespace

TEST_SUITE("server-stub/storage/migrations") {
    TEST_CASE("what was written before parity was kept has its standings, its days and its counts") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        write_older(file, 6,
                    item_row(1, "draft", 5) + language_row(1, "ar", 4, 2, 1) + language_row(1, "fr", 2, 0, 1) +
                        language_row(1, "en", 5, 0, 1) + language_row(1, "zgh", 0, 0, 0) + item_row(2, "archived", 1) +
                        language_row(2, "ar", 1, 0, 1) + language_row(2, "fr", 0, 0, 0) +
                        language_row(2, "en", 0, 0, 0) + language_row(2, "zgh", 0, 0, 0) + item_row(3, "published", 2) +
                        language_row(3, "ar", 1, 2, 1) + language_row(3, "fr", 2, 2, 1) +
                        language_row(3, "en", 2, 0, 0) + language_row(3, "zgh", 0, 0, 0));
        auto desk = Desk::in(file);
        const auto counts = desk.editing.parity(editor, "rabat").value();
        const auto count = [&](base::Language language, LanguageStatus status) {
            return counts.sum(domain::ItemKind::Article, language, status);
        };
        using enum base::Language;
        using enum LanguageStatus;
        CHECK(counts.sum({}, {}, {}) == 8);
        CHECK(count(Ar, Proposed) == 1);
        CHECK(count(Ar, Approved) == 1);
        CHECK(count(Fr, Stale) == 1);
        CHECK(count(Fr, Approved) == 1);
        CHECK(count(En, Proposed) == 1);
        CHECK(count(En, Missing) == 1);
        CHECK(count(Zgh, Missing) == 2);
        const auto gaps = desk.editing.gaps(editor, {"rabat", {}, {}, {}}, {}, 10).value();
        std::vector<service::GapLine> lines;
        for (const auto& gap : gaps) lines.push_back({gap.item.id, gap.language, gap.standing});
        CHECK(lines == std::vector<service::GapLine>{{1, Zgh, {Missing, minutes_later(1)}},
                                                     {3, Zgh, {Missing, minutes_later(1)}},
                                                     {3, En, {Missing, minutes_later(1)}},
                                                     {1, Fr, {Stale, minutes_later(4)}}});
        // And it goes on from there.
        CHECK(desk.editing.find(editor, "rabat", 1)->languages[base::index_of(Fr)].changed_version == 2);
        REQUIRE(desk.editing.save(editor, "rabat", 1, 5, an_article(), minutes_later(9)));
        CHECK(desk.editing.parity(editor, "rabat").value().sum({}, {}, {}) == 8);
    }

    TEST_CASE("a guide and a question that had one address before they had one list get two") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        const std::string longest(64, 'x');
        std::string rows;
        const auto add = [&](int id, const std::string& kind, const std::string& slug,
                             const std::string& district = "rabat") {
            rows += item_row(id, "draft", 1) + "UPDATE item SET kind = '" + kind + "', slug = '" + slug +
                    "', district = '" + district + "' WHERE id = " + std::to_string(id) + ";";
            for (const auto* language : {"ar", "zgh", "fr", "en"})
                rows += "INSERT INTO item_language VALUES (" + std::to_string(id) + ", '" + language + "', 1, 0, 0, '" +
                        district + "', '" + kind + "', 'missing', 0, 1);";
        };
        add(1, "guide", "papers");
        add(2, "question", "papers");
        add(3, "document", "papers");
        add(4, "question", "papers", "fes");
        add(5, "article", "papers");
        add(6, "guide", longest);
        add(17, "question", longest);
        add(18, "question", "papers-2");
        write_older(file, 8, rows);
        const auto desk = Desk::in(file);
        const auto slug = [&](service::ItemId id) { return desk.store->items().item(id).value().slug; };
        CHECK(slug(1) == "papers");
        CHECK(slug(2) == "papers-2-2");
        CHECK(slug(3) == "papers-3");
        CHECK(slug(4) == "papers");
        CHECK(slug(5) == "papers");
        CHECK(slug(6) == longest);
        CHECK(slug(17) == std::string(61, 'x') + "-17");
        CHECK(slug(18) == "papers-2");
    }

    TEST_CASE("what was written before freshness was kept was verified on its sheet's day, else when it came") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        const auto sheet = [](int id, const std::string& state, const std::string& values) {
            const auto number = std::to_string(id);
            return "INSERT INTO item (id, district, kind, slug, state, original, titles, version, published_version,"
                   " author, changed_at_ms) VALUES (" +
                   number + ", 'rabat', 'sheet', 's" + number + "', '" + state +
                   "', 'fr', '{}', 1, 0, 1, 0); INSERT INTO revision VALUES (" + number + ", 1, 0, 'seed', " +
                   std::to_string(morning.milliseconds) + ", '{\"original\":\"fr\"," + values + "}');";
        };
        write_older(file, 6,
                    sheet(1, "published",
                          R"("last-checked":"2026-03-02","fee/fr":"20 DH","fee/ar":"20","papers/0/text/fr":"carte",)"
                          R"("papers/0/copies":"2","title/fr":"t")") +
                        sheet(2, "draft", R"("where/fr":"guichet")") + sheet(3, "archived", R"("fee/fr":"20 DH")"));
        auto desk = Desk::in(file);
        const auto facts = desk.store->items().facts_of(1).value();
        REQUIRE(facts.size() == 3);
        CHECK(facts.front() == domain::Verification{"fee", {{2026, 3, 2}, 0, "seed"}, {2026, 9, 1}});
        CHECK(facts.back().path == "papers/0/text");
        CHECK(desk.store->items().facts_of(2).value().front().by.on == base::Date{2026, 11, 22});
        CHECK(desk.editing.duty_counts(editor, "rabat", morning).value() == service::DutyCounts{3, 0});
    }

    TEST_CASE("the log of events says why a moderator declined, also of what was declined before") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        const auto step = [](int number, const std::string& values) {
            return "INSERT INTO contribution_step (contribution, number, step, from_state, to_state, account, role, "
                   "at_ms,"
                   " on_day, words, reason) VALUES (1, " +
                   std::to_string(number) + ", " + values + ");";
        };
        write_older(file, 13,
                    "INSERT INTO receipt (code, language, received_at_ms, received_on)"
                    " VALUES ('1234567890123456', 'fr', 0, '2026-11-02');"
                    "INSERT INTO contribution (receipt, district, service, kind, text, state, version, concerns,"
                    " acknowledge_by, answer_by, has_appealed, has_contested) VALUES ('1234567890123456', 'rabat', '',"
                    " 'comment', 'a', 'declined', 2, '', '2026-11-17', '2027-01-04', 0, 0);" +
                        step(1, "'hold', 'received', 'held', 0, 'rules', 0, '2026-11-02', '', NULL") +
                        step(2, "'decline', 'held', 'declined', 1, 'moderator', 1, '2026-11-02', '', 'threat'"));
        const auto store = storage::sqlite::Store::open(file).value();
        const auto quarters = store->reports().moderation("rabat", {2026, 1, 1}).value();
        REQUIRE(quarters.size() == 1);
        CHECK(quarters[0].declined[static_cast<std::size_t>(domain::DeclineReason::Threat)] == 1);
        CHECK(quarters[0].hours_held == std::vector{1});
    }
}
