#include "shared/domain/moderation_report.hpp"

#include <doctest/doctest.h>

using domain::ContributionState;
using domain::ContributionStep;
using domain::DeclineReason;
using domain::ModerationCount;
using domain::ModerationQuarter;
using domain::ShownCount;

TEST_SUITE("shared/domain/moderation_report") {
    TEST_CASE("a quarter is three months; its first day, and that of one long before") {
        CHECK(domain::quarter_of({2026, 1, 1}) == domain::Quarter{2026, 1});
        CHECK(domain::quarter_of({2026, 3, 31}) == domain::Quarter{2026, 1});
        CHECK(domain::quarter_of({2026, 4, 1}) == domain::Quarter{2026, 2});
        CHECK(domain::quarter_of({2026, 12, 31}) == domain::Quarter{2026, 4});
        CHECK(domain::first_day({2026, 4}) == base::Date{2026, 10, 1});
        CHECK(domain::first_day({2026, 4}, 7) == base::Date{2025, 1, 1});
        CHECK(domain::first_day({2026, 1}, 1) == base::Date{2025, 10, 1});
        CHECK(domain::last_day({2026, 4}) == base::Date{2026, 12, 31});
        CHECK(domain::last_day({2028, 1}) == base::Date{2028, 3, 31});
    }

    TEST_CASE("each step counts as what it is") {
        using enum ContributionState;
        ModerationQuarter quarter;
        domain::count_step(quarter, {ContributionStep::Publish, Received, Published, {}, 10});
        domain::count_step(quarter, {ContributionStep::Hold, Received, Held, {}, 7});
        domain::count_step(quarter, {ContributionStep::Refer, Received, Private, {}, 2});
        domain::count_step(quarter, {ContributionStep::Publish, Held, Published, {}, 3});
        domain::count_step(quarter, {ContributionStep::Refer, Held, Private, {}, 1});
        domain::count_step(quarter, {ContributionStep::Redact, Held, Held, DeclineReason::Insult, 1});
        domain::count_step(quarter, {ContributionStep::Redact, Answered, Answered, DeclineReason::Hate, 1});
        domain::count_step(quarter, {ContributionStep::Decline, Held, Declined, DeclineReason::Threat, 2});
        domain::count_step(quarter, {ContributionStep::Appeal, Declined, Appealed, {}, 2});
        domain::count_step(quarter, {ContributionStep::Overturn, Appealed, Published, {}, 1});
        domain::count_step(quarter, {ContributionStep::Uphold, Appealed, DeclinedForGood, {}, 1});
        domain::count_step(quarter, {ContributionStep::Acknowledge, Published, Acknowledged, {}, 9});
        CHECK(quarter.counts == std::array{19, 10, 7, 3, 3, 2, 2, 1});
        std::array<int, domain::decline_reasons.size()> declined{};
        declined[static_cast<std::size_t>(DeclineReason::Threat)] = 2;
        CHECK(quarter.declined == declined);
    }

    TEST_CASE("five in a row are not told apart where that could tell who; none is") {
        for (const auto what : domain::moderation_counts)
            for (int count = 0; count <= 12; ++count) {
                ModerationQuarter quarter;
                quarter.counts[static_cast<std::size_t>(what)] = count;
                const bool is_told = what == ModerationCount::Received || what == ModerationCount::PublishedAtOnce;
                const auto range = count == 0   ? ShownCount{0, 0}
                                   : count < 5  ? ShownCount{1, 4}
                                   : count < 10 ? ShownCount{5, 9}
                                                : ShownCount{10, 14};
                CAPTURE(domain::name_of(what));
                CHECK(domain::shown(quarter, what) == (is_told ? ShownCount{count, count} : range));
            }
        for (const auto reason : domain::decline_reasons) {
            ModerationQuarter quarter;
            CHECK(domain::shown(quarter, reason) == ShownCount{0, 0});
            quarter.declined[static_cast<std::size_t>(reason)] = 4;
            CHECK(domain::shown(quarter, reason) == ShownCount{1, 4});
            quarter.declined[static_cast<std::size_t>(reason)] = 5;
            CHECK(domain::shown(quarter, reason) == ShownCount{5, 9});
        }
    }

    TEST_CASE("half were judged within so many hours; of fewer than five that is not told") {
        ModerationQuarter quarter;
        quarter.hours_held = {90, 1, 5, 3};
        CHECK_FALSE(domain::shown_hours_held(quarter));
        quarter.hours_held.push_back(4);
        CHECK(domain::shown_hours_held(quarter) == 4);
    }
}
