// How an item gets from its author to the public: its states, the steps between them, and who may take each.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>

#include "shared/base/clock.hpp"
#include "shared/domain/item_field.hpp"
#include "shared/domain/rights.hpp"

namespace domain {

// Of the newest revision. An older one may be public at the same time.
enum class ItemState : std::uint8_t { Draft, Review, LegalCheck, Scheduled, Published, Expired, Archived };
inline constexpr std::array item_states{ItemState::Draft,     ItemState::Review,    ItemState::LegalCheck,
                                        ItemState::Scheduled, ItemState::Published, ItemState::Expired,
                                        ItemState::Archived};
std::string_view name_of(ItemState state);  // "legal-check"
std::optional<ItemState> parse_item_state(std::string_view name);

enum class ItemStep : std::uint8_t {
    Submit,
    Withdraw,
    Return,
    Accept,
    Publish,
    Schedule,
    Unschedule,
    Release,  // By the clock.
    Expire,   // By the clock.
    Archive,
    Revive,
    Announce,
};
inline constexpr std::array item_steps{ItemStep::Submit,  ItemStep::Withdraw, ItemStep::Return,     ItemStep::Accept,
                                       ItemStep::Publish, ItemStep::Schedule, ItemStep::Unschedule, ItemStep::Release,
                                       ItemStep::Expire,  ItemStep::Archive,  ItemStep::Revive,     ItemStep::Announce};
std::string_view name_of(ItemStep step);  // "submit"
std::optional<ItemStep> parse_item_step(std::string_view name);

// Whose step it is besides the right.
enum class Taker : std::uint8_t {
    Anybody,
    NotTheAuthor,  // Who wrote the newest revision does not judge it.
    Clock,
};

struct Transition {
    ItemStep step;
    ItemState from;
    ItemState to;
    Right needed;  // Of Taker::Clock without meaning.
    Taker taker = Taker::Anybody;
};
std::span<const Transition> transitions();

// A notice may be announced; everything else goes the long way.
std::optional<ItemState> next_state(ItemState from, ItemStep step, ItemKind kind);
bool needs_reason(ItemStep step);
bool needs_moment(ItemStep step);  // When it takes effect.
bool makes_public(ItemStep step);

// A save in a public state makes a draft, while what is public stays.
bool can_save(ItemState state);

enum class StepProblem : std::uint8_t {
    WrongState,
    NotAllowed,
    OwnWork,
    ReasonMissing,
    ReasonLong,
    MomentMissing,
    MomentPast,
    UntilPast,      // It would end before it begins.
    ValuesMissing,  // See missing_values.
    ChecksFailed,   // See check_item.
};
inline constexpr std::size_t step_problem_count = static_cast<std::size_t>(StepProblem::ChecksFailed) + 1;
std::string_view name_of(StepProblem problem);  // "wrong-state"

inline constexpr std::size_t reason_limit = 1'000;  // Code points.

struct Actor {
    Role role = Role::Citizen;
    std::string_view district;  // That the role belongs to.
    bool wrote_newest = false;
};

struct StepRequest {
    ItemStep step = ItemStep::Submit;
    std::optional<base::Instant> at;     // Schedule: when it becomes public.
    std::optional<base::Instant> until;  // Of steps that make public: when it ends to be so.
    std::string_view reason;
};

// Whether some step at all is open to this role in this district.
bool may_step(Role role, std::string_view own, std::string_view district);
// The state after it, or what stands against it. Whether the values are complete is not looked at.
std::expected<ItemState, StepProblem> judge_step(ItemState from, ItemKind kind, std::string_view district,
                                                 const Actor& actor, const StepRequest& request, base::Instant now);

}  // namespace domain
