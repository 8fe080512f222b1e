#include "shared/domain/voice_event.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

VoiceEvent event(std::int64_t contribution, ContributionStep step, ContributionState from, ContributionState to,
                 base::Date on) {
    return {.on = on, .contribution = contribution, .step = step, .from = from, .to = to};
}

}  // namespace

TEST_SUITE("shared/domain/voice_event") {
    using enum ContributionState;
    using Step = ContributionStep;

    TEST_CASE("received, published and accepted are counted once each, and times in days from the day it came") {
        std::vector<VoiceEvent> events{
            event(1, Step::Hold, Received, Held, {2026, 11, 2}),
            event(2, Step::Publish, Received, Published, {2026, 11, 2}),
            event(3, Step::Refer, Received, Private, {2026, 11, 3}),
            event(4, Step::Hold, Received, Held, {2026, 11, 3}),
            event(1, Step::Publish, Held, Published, {2026, 11, 3}),
            event(2, Step::Acknowledge, Published, Acknowledged, {2026, 11, 5}),
            event(3, Step::Acknowledge, Private, Acknowledged, {2026, 11, 14}),
            event(2, Step::Ask, Acknowledged, NeedsInformation, {2026, 11, 6}),
            event(2, Step::Supply, NeedsInformation, Acknowledged, {2026, 11, 8}),
            event(2, Step::Answer, Acknowledged, Answered, {2026, 11, 22}),
            event(2, Step::Fulfil, Answered, Answered, {2026, 12, 22}),
            event(4, Step::Decline, Held, Declined, {2026, 11, 4}),
            event(9, Step::Acknowledge, Published, Acknowledged, {2026, 11, 4}),  // Began before these.
        };
        auto other = event(5, Step::Publish, Received, Published, {2026, 11, 2});
        other.definitions_version = voice_definitions_version + 1;
        events.push_back(other);
        const VoiceIndicators expected{
            .received = 4, .published = 2, .accepted = 3, .days_to_acknowledge = {3, 11}, .days_to_answer = {20}};
        CHECK(indicators_of(events) == expected);
        CHECK(median(expected.days_to_acknowledge) == 3);
        CHECK(accepted_per_thousand(expected, 1'500) == 2);
    }

    TEST_CASE("of nothing there is no middle, and of no visit no share") {
        CHECK(indicators_of({}) == VoiceIndicators{});
        CHECK_FALSE(median({}));
        CHECK_FALSE(accepted_per_thousand({}, 0));
        CHECK(median(std::vector{1, 4, 9}) == 4);
    }
}
