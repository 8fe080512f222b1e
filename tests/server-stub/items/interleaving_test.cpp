#include <array>
#include <random>

#include "shared/domain/item_difference.hpp"
#include "tests/server-stub/items/desk.hpp"

using namespace test;
using Why = service::EditRefusal::Why;

// Two editors, one item: each reads, writes and sends at random moments.
TEST_SUITE("server-stub/service/editing") {
    TEST_CASE(
        "in 10,000 random interleavings of two editors no acknowledged text is lost, and every late save is told") {
        auto desk = Desk::in_memory();
        std::mt19937 random(20'261'122);
        std::size_t saved = 0, refused = 0, merged = 0;
        for (int round = 0; round < 200; ++round) {
            const auto item = desk.create("item-" + std::to_string(round));
            struct Open {
                service::Editor who;
                int version;
                domain::Values values;
            };
            std::array<Open, 2> open{Open{editor, 1, an_article()}, Open{reviewer, 1, an_article()}};
            std::vector<domain::Values> acknowledged{an_article()};  // By version, from 1.
            for (int move = 0; move < 50; ++move) {
                auto& me = open[random() % 2];
                if (random() % 2 == 0) {
                    const auto* path = random() % 2 == 0 ? "title/ar" : "body/ar";
                    me.values[path] = "text " + std::to_string(round) + "." + std::to_string(move);
                    continue;
                }
                const auto done = desk.editing.save(me.who, "rabat", item.id, me.version, me.values, morning);
                const int newest = static_cast<int>(acknowledged.size());
                CHECK(done.has_value() == (me.version == newest));
                if (done) {
                    if (done->version > newest) {
                        acknowledged.push_back(me.values);
                        ++saved;
                    }
                    me.version = done->version;
                    continue;
                }
                // What is needed for the merge is in the answer and in the history.
                ++refused;
                CHECK(done.error().why == Why::Changed);
                REQUIRE(done.error().current);
                CHECK(done.error().current->version == newest);
                const auto base = desk.editing.revision(me.who, "rabat", item.id, me.version);
                const auto theirs = desk.editing.revision(me.who, "rabat", item.id, newest);
                REQUIRE(base);
                REQUIRE(theirs);
                const auto facts = domain::merge_facts(base->values, me.values, theirs->values);
                for (const auto& fact : facts)
                    if (fact.side == domain::MergeSide::Conflict) {
                        CHECK(fact.mine == domain::text_at(me.values, fact.path));
                        CHECK(fact.theirs == domain::text_at(acknowledged.back(), fact.path));
                    }
                me.values = domain::merged(facts, domain::MergeSide::Mine);
                me.version = newest;
                ++merged;
            }
            for (std::size_t version = 1; version <= acknowledged.size(); ++version)
                CHECK(desk.editing.revision(editor, "rabat", item.id, static_cast<int>(version))->values ==
                      acknowledged[version - 1]);
        }
        CHECK(saved > 1000);
        CHECK(refused > 1000);
        MESSAGE(saved, " saved, ", refused, " refused, ", merged, " merged");
        CHECK(desk.has_whole_audit());
    }
}
