// One line of the log of what becomes of contributions, and the indicators that are counted from it. Neither words nor
// a receipt nor a person.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/contribution.hpp"

namespace domain {

// Of what is said below; a change of any of it is a new version, and a new trigger of the database that writes it.
inline constexpr int voice_definitions_version = 1;

enum class EventHand : std::uint8_t { Rules, Author, Staff };
inline constexpr std::array event_hands{EventHand::Rules, EventHand::Author, EventHand::Staff};
std::string_view name_of(EventHand hand);  // "rules"
std::optional<EventHand> parse_event_hand(std::string_view name);

struct VoiceEvent {
    int definitions_version = voice_definitions_version;
    base::Instant at;
    base::Date on;                  // In Morocco.
    std::int64_t contribution = 0;  // Its public number.
    std::string district;
    std::string service;  // Empty: of the district as a whole.
    ContributionKind kind = ContributionKind::Comment;
    ContributionStep step = ContributionStep::Hold;
    ContributionState from = ContributionState::Received;
    ContributionState to = ContributionState::Held;
    EventHand by = EventHand::Rules;
    std::optional<Outcome> outcome{};  // Where the step gave one.
    bool operator==(const VoiceEvent&) const = default;
};

// Version 1. A contribution is received by its first event, published by the first that leads to Published, accepted
// where it was published or referred to the court; acknowledged by the first Acknowledge, answered by the first event
// that leads to Answered. Times are whole days in Morocco from the day it was received.
struct VoiceIndicators {
    int received = 0, published = 0, accepted = 0;
    std::vector<int> days_to_acknowledge{};  // Ascending.
    std::vector<int> days_to_answer{};
    bool operator==(const VoiceIndicators&) const = default;
};
// The events in the order in which they were written. Those of another version are left out: they count otherwise.
VoiceIndicators indicators_of(std::span<const VoiceEvent> events);
// The middle one; of an even number the lower of the two. Nothing of none.
std::optional<int> median(std::span<const int> ascending);
// Accepted contributions for each thousand visits; nothing where nobody came.
std::optional<int> accepted_per_thousand(const VoiceIndicators& indicators, std::int64_t visits);

}  // namespace domain
