#include "shared/domain/need.hpp"

#include <doctest/doctest.h>

TEST_SUITE("shared/domain/need") {
    TEST_CASE("people are counted once, however many things their rating names, and what has no outcome waits") {
        domain::Need need{.service = "nationality", .suggestions = 4, .other_papers = 2, .ratings = 9, .asking = 3};
        need.outcomes[static_cast<std::size_t>(domain::Outcome::Done)] = 1;
        need.outcomes[static_cast<std::size_t>(domain::Outcome::Refused)] = 2;
        need.reasons = {3, 3, 3, 0, 0, 0, 0, 0};
        CHECK(need.contributions() == 6);
        CHECK(need.people() == 9);
        CHECK(need.waiting() == 3);
    }

    TEST_CASE("what most people said comes first, then the alphabet; a rating that wants nothing is no need") {
        std::vector<domain::Need> needs{{.service = "c", .suggestions = 1},
                                        {.service = "praised", .ratings = 40, .worded = 40},
                                        {.service = "b", .suggestions = 1},
                                        {.service = "a", .ratings = 2, .asking = 2},
                                        {.service = "", .suggestions = 1}};
        domain::sort_needs(needs);
        std::vector<std::string> order;
        for (const auto& need : needs) order.push_back(need.service);
        CHECK(order == std::vector<std::string>{"a", "", "b", "c"});
    }
}
