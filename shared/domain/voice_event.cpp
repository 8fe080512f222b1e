#include "shared/domain/voice_event.hpp"

#include <algorithm>
#include <map>

#include "shared/domain/hours.hpp"

namespace domain {
namespace {

constexpr std::array<std::string_view, event_hands.size()> hand_names{"rules", "author", "staff"};

struct Life {
    base::Date received_on;
    bool is_published = false, is_referred = false;
    std::optional<base::Date> acknowledged_on{}, answered_on{};
};

void note(Life& life, const VoiceEvent& event) {
    if (event.to == ContributionState::Published) life.is_published = true;
    if (event.to == ContributionState::Private) life.is_referred = true;
    if (event.step == ContributionStep::Acknowledge && !life.acknowledged_on) life.acknowledged_on = event.on;
    if (event.to == ContributionState::Answered && !life.answered_on) life.answered_on = event.on;
}

}  // namespace

std::string_view name_of(EventHand hand) { return hand_names[static_cast<std::size_t>(hand)]; }
std::optional<EventHand> parse_event_hand(std::string_view name) {
    const auto found = std::ranges::find(hand_names, name);
    if (found == hand_names.end()) return std::nullopt;
    return static_cast<EventHand>(found - hand_names.begin());
}

VoiceIndicators indicators_of(std::span<const VoiceEvent> events) {
    std::map<std::int64_t, Life> lives;
    for (const auto& event : events) {
        if (event.definitions_version != voice_definitions_version) continue;
        // Of what began before these events nobody knows when it was received.
        if (event.from == ContributionState::Received) lives[event.contribution].received_on = event.on;
        if (const auto life = lives.find(event.contribution); life != lives.end()) note(life->second, event);
    }
    VoiceIndicators all;
    for (const auto& [number, life] : lives) {
        ++all.received;
        all.published += life.is_published ? 1 : 0;
        all.accepted += life.is_published || life.is_referred ? 1 : 0;
        if (life.acknowledged_on)
            all.days_to_acknowledge.push_back(days_between(life.received_on, *life.acknowledged_on));
        if (life.answered_on) all.days_to_answer.push_back(days_between(life.received_on, *life.answered_on));
    }
    std::ranges::sort(all.days_to_acknowledge);
    std::ranges::sort(all.days_to_answer);
    return all;
}

std::optional<int> median(std::span<const int> ascending) {
    if (ascending.empty()) return std::nullopt;
    return ascending[(ascending.size() - 1) / 2];
}

std::optional<int> accepted_per_thousand(const VoiceIndicators& indicators, std::int64_t visits) {
    if (visits <= 0) return std::nullopt;
    return static_cast<int>(std::int64_t{indicators.accepted} * 1'000 / visits);
}

}  // namespace domain
