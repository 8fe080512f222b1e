// Several contributions answered together while the disk fails.
#include <sqlite3.h>

#include "tests/server-stub/http/portal.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

namespace {

using http::engine::Header;
using http::engine::Method;

// Another process spoils the database of a portal: no more can be kept of this contribution.
void spoil(const std::filesystem::path& file, int contribution) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    const auto sql = "CREATE TRIGGER spoilt BEFORE INSERT ON contribution_step WHEN NEW.contribution = " +
                     std::to_string(contribution) + " BEGIN SELECT RAISE(ABORT, 'full'); END";
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

}  // namespace

TEST_SUITE("server-stub/http/voice_bulk") {
    TEST_CASE("where the disk fails halfway the page says what was done, and keeps the rest ticked, with the words") {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "rihab.db";
        test::Portal portal(test::small_content(), false, storage::sqlite::Store::open(file).value());
        const auto moderator = portal.sign_in("moderator", domain::Role::Moderator),
                   editor = portal.sign_in("editor", domain::Role::Editor);
        const std::string desk = "/api/v1/desk/rabat/voice/";
        for (const std::string number : {"1", "2", "3"}) {
            const auto sent = portal.send(Method::Post, "/api/v1/districts/rabat/contributions",
                                          {{"content-type", "application/json"}, {"idempotency-key", "bulk-" + number}},
                                          R"({"kind": "suggestion", "text": "Un banc, salle )" + number + R"("})");
            REQUIRE(sent.status == 201);
            const auto published = portal.send(Method::Post, desk + number + "/steps",
                                               {{"content-type", "application/json"}, {"if-match", "\"1\""}, moderator},
                                               R"({"step": "publish"})");
            REQUIRE(published.status == 200);
        }
        spoil(file, 2);
        const auto page = portal.post_form(
            "/en/desk/rabat/voice?show=court",
            "step=acknowledge&pick=1-2&pick=2-2&pick=3-2&answer-outcome=done&answer-words=Two+benches+stand+there.",
            {editor});
        CHECK(page.status == 503);
        const auto text = test::text_of(page);
        CHECK(text.contains("Two benches stand there."));
        // What was done is ticked as it is now; of what was not, nothing was tried.
        for (const auto* pick : {"1-3", "2-2", "3-2"}) CHECK(text.contains("value=\"" + std::string(pick) + "\""));
        CHECK(text.contains("href=\"#acknowledge-send\""));
        for (const auto* number : {"2", "3"})
            CHECK(test::text_of(portal.get(desk + number, {editor})).contains("\"published\""));
    }
}
