#include <filesystem>

#include "tests/server-stub/items/desk.hpp"
#include "tests/server-stub/storage/temporary_folder.hpp"

using namespace test;
using domain::ItemState;
using domain::ItemStep;

TEST_SUITE("server-stub/service/editing") {
    TEST_CASE("a scheduled item is released at its moment and expires at its end, each once, also over a restart") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "rihab.sqlite";
        service::ItemId id = 0;
        {
            auto desk = Desk::in(file);
            const auto item =
                desk.step(head, desk.checked("a"),
                          {.step = ItemStep::Schedule, .at = minutes_later(10), .until = minutes_later(20)});
            id = item.id;
            CHECK(desk.editing.run_clock(minutes_later(9)) == std::size_t{0});
            CHECK_FALSE(desk.is_public("a"));
        }
        {
            auto desk = Desk::in(file);
            CHECK(desk.editing.run_clock(minutes_later(10)) == std::size_t{1});
            CHECK(desk.editing.run_clock(minutes_later(10)) == std::size_t{0});
            CHECK(desk.is_public("a"));
            CHECK(desk.editing.find(editor, "rabat", id)->state == ItemState::Published);
        }
        auto desk = Desk::in(file);
        CHECK(desk.editing.run_clock(minutes_later(20)) == std::size_t{1});
        CHECK(desk.editing.run_clock(minutes_later(30)) == std::size_t{0});
        CHECK_FALSE(desk.is_public("a"));
        CHECK(desk.editing.find(editor, "rabat", id)->state == ItemState::Expired);
        CHECK(desk.audit_of(id) ==
              std::vector<std::string>{"save", "submit", "accept", "schedule", "release", "expire"});
        CHECK(desk.has_whole_audit());
    }

    TEST_CASE("what was due twice while the server was off happens in its order") {
        auto desk = Desk::in_memory();
        const auto item = desk.step(head, desk.checked("a"),
                                    {.step = ItemStep::Schedule, .at = minutes_later(10), .until = minutes_later(20)});
        CHECK(desk.editing.run_clock(minutes_later(60)) == std::size_t{2});
        CHECK_FALSE(desk.is_public("a"));
        CHECK(desk.editing.find(editor, "rabat", item.id)->state == ItemState::Expired);
    }

    TEST_CASE("what is public ends at its time although its next version is a draft, which stays one") {
        auto desk = Desk::in_memory();
        const auto item = desk.step(head, desk.checked("a"), {.step = ItemStep::Publish, .until = minutes_later(10)});
        REQUIRE(desk.editing.save(editor, "rabat", item.id, 1, an_article("x"), minutes_later(5)));
        CHECK(desk.editing.run_clock(minutes_later(10)) == std::size_t{1});
        CHECK_FALSE(desk.is_public("a"));
        CHECK(desk.editing.find(editor, "rabat", item.id)->state == ItemState::Draft);
    }

    TEST_CASE("an item that is taken off the schedule is not released") {
        auto desk = Desk::in_memory();
        auto item = desk.step(head, desk.checked("a"), {.step = ItemStep::Schedule, .at = minutes_later(10)});
        item = desk.step(head, item, {.step = ItemStep::Unschedule});
        CHECK(item.state == ItemState::LegalCheck);
        CHECK(desk.editing.run_clock(minutes_later(10)) == std::size_t{0});
        CHECK_FALSE(desk.is_public("a"));
    }
}
