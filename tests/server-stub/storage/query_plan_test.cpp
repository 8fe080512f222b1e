// No statement of the store walks through a table that grows.
#include <algorithm>
#include <array>
#include <doctest/doctest.h>

#include "server-stub/storage/sqlite/store.hpp"

namespace {

// What is counted once a day is read whole by a settlement, not by a page. Of invitations there are few: they end.
constexpr std::array<std::string_view, 5> allowed{"visit_event", "day_tally", "visitor_count", "invitation",
                                                  "CONSTANT ROW"};

bool is_full_scan(std::string_view step) {
    return step.starts_with("SCAN ") &&
           std::ranges::none_of(allowed, [&](auto table) { return step.substr(5).starts_with(table); });
}

}  // namespace

TEST_SUITE("server-stub/storage/query_plan") {
    TEST_CASE("every statement finds its rows by an index, and sorts nothing of the content") {
        const auto store = storage::sqlite::Store::in_memory().value();
        const auto plans = store->query_plans().value();
        CHECK(plans.size() > 40);
        int lists = 0, backwards = 0;
        for (const auto& plan : plans)
            for (const auto& step : plan.steps) {
                CAPTURE(plan.sql);
                CAPTURE(step);
                CHECK_FALSE(is_full_scan(step));
                if (!plan.sql.contains("FROM content ")) continue;
                CHECK(step.starts_with("SEARCH content USING INDEX "));
                lists += step.contains("content_in_lists (district=? AND section=? AND (rank,address)>(?,?))") ? 1 : 0;
                backwards +=
                    step.contains("content_in_lists (district=? AND section=? AND (rank,address)<(?,?))") ? 1 : 0;
            }
        CHECK(lists == 1);
        CHECK(backwards == 1);
    }
}
