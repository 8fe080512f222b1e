#include "shared/domain/rights.hpp"

#include <doctest/doctest.h>

using domain::Reach;
using domain::Right;
using domain::Role;

TEST_SUITE("shared/domain/rights") {
    TEST_CASE("a right of a district ends where the district does, and the ministry's does not") {
        CHECK(domain::may(Role::CourtHead, "rabat", Right::ReadPeople, "rabat"));
        CHECK_FALSE(domain::may(Role::CourtHead, "rabat", Right::ReadPeople, "tanger"));
        CHECK(domain::may(Role::Ministry, "", Right::ReadPeople, "rabat"));
        CHECK(domain::may(Role::Editor, "rabat", Right::EnterDesk, ""));
    }

    TEST_CASE("nobody but the ministry reaches beyond a district, but to their own account") {
        for (const auto role : domain::roles)
            for (const auto right : domain::rights)
                if (role != Role::Ministry && right != Right::OwnAccount)
                    CHECK(domain::reach_of(role, right) != Reach::Everywhere);
    }

    TEST_CASE("the ministry changes nothing anywhere") {
        for (const auto right : {Right::InvitePeople, Right::ChangePeople})
            CHECK(domain::reach_of(Role::Ministry, right) == Reach::Nowhere);
    }

    TEST_CASE("nobody gives more than they have") {
        CHECK(domain::may_give(Role::CourtHead, Role::Editor));
        CHECK(domain::may_give(Role::CourtHead, Role::CourtHead));
        CHECK_FALSE(domain::may_give(Role::CourtHead, Role::Administrator));
        CHECK(domain::may_give(Role::Administrator, Role::Administrator));
        for (const auto giver : domain::roles) {
            CHECK_FALSE(domain::may_give(giver, Role::Ministry));
            CHECK_FALSE(domain::may_give(giver, Role::Citizen));
        }
    }
}
