#include "shared/domain/workflow.hpp"

#include <algorithm>

#include "shared/domain/rating.hpp"

namespace domain {
namespace {

using enum ItemState;
using enum Taker;
using enum Right;

constexpr std::array<std::string_view, item_states.size()> state_names{
    "draft", "review", "legal-check", "scheduled", "published", "expired", "archived"};
constexpr std::array<std::string_view, item_steps.size()> step_names{"submit",  "withdraw", "return",     "accept",
                                                                     "publish", "schedule", "unschedule", "release",
                                                                     "expire",  "archive",  "revive",     "announce"};
constexpr std::array<std::string_view, step_problem_count> problem_names{
    "wrong-state",    "not-allowed", "own-work",   "reason-missing", "reason-long",
    "moment-missing", "moment-past", "until-past", "values-missing", "checks-failed"};

// The table: step, from, to, right, whose.
constexpr std::array table{
    Transition{ItemStep::Submit, Draft, Review, EditItems},
    Transition{ItemStep::Withdraw, Review, Draft, EditItems},
    Transition{ItemStep::Return, Review, Draft, ReviewItems},
    Transition{ItemStep::Return, LegalCheck, Draft, ReviewItems},
    Transition{ItemStep::Accept, Review, LegalCheck, ReviewItems, NotTheAuthor},
    Transition{ItemStep::Publish, LegalCheck, Published, PublishItems, NotTheAuthor},
    Transition{ItemStep::Schedule, LegalCheck, Scheduled, PublishItems, NotTheAuthor},
    Transition{ItemStep::Unschedule, Scheduled, LegalCheck, PublishItems},
    Transition{ItemStep::Release, Scheduled, Published, PublishItems, Clock},
    Transition{ItemStep::Expire, Published, Expired, PublishItems, Clock},
    Transition{ItemStep::Archive, Draft, Archived, PublishItems},
    Transition{ItemStep::Archive, Published, Archived, PublishItems},
    Transition{ItemStep::Archive, Expired, Archived, PublishItems},
    Transition{ItemStep::Revive, Expired, Draft, EditItems},
    Transition{ItemStep::Revive, Archived, Draft, EditItems},
    Transition{ItemStep::Announce, Draft, Published, EmergencyNotice},  // Notices alone.
};

const Transition* find(ItemState from, ItemStep step, ItemKind kind) {
    if (step == ItemStep::Announce && kind != ItemKind::Notice) return nullptr;
    for (const auto& row : table)
        if (row.step == step && row.from == from) return &row;
    return nullptr;
}

template <class Enum, std::size_t count>
std::optional<Enum> find_name(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

std::optional<StepProblem> check_request(const StepRequest& request, base::Instant now) {
    if (needs_reason(request.step) && request.reason.empty()) return StepProblem::ReasonMissing;
    if (count_code_points(request.reason).value_or(reason_limit + 1) > reason_limit) return StepProblem::ReasonLong;
    if (needs_moment(request.step) && !request.at) return StepProblem::MomentMissing;
    if (needs_moment(request.step) && *request.at <= now) return StepProblem::MomentPast;
    const auto begins = needs_moment(request.step) ? *request.at : now;
    if (makes_public(request.step) && request.until && *request.until <= begins) return StepProblem::UntilPast;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(ItemState state) { return state_names[static_cast<std::size_t>(state)]; }
std::string_view name_of(ItemStep step) { return step_names[static_cast<std::size_t>(step)]; }
std::string_view name_of(StepProblem problem) { return problem_names[static_cast<std::size_t>(problem)]; }
std::optional<ItemState> parse_item_state(std::string_view name) { return find_name<ItemState>(state_names, name); }
std::optional<ItemStep> parse_item_step(std::string_view name) { return find_name<ItemStep>(step_names, name); }

std::span<const Transition> transitions() { return table; }

std::optional<ItemState> next_state(ItemState from, ItemStep step, ItemKind kind) {
    const auto* row = find(from, step, kind);
    return row ? std::optional(row->to) : std::nullopt;
}

bool needs_reason(ItemStep step) { return step == ItemStep::Return; }
bool needs_moment(ItemStep step) { return step == ItemStep::Schedule; }
bool makes_public(ItemStep step) {
    return step == ItemStep::Publish || step == ItemStep::Schedule || step == ItemStep::Announce;
}

bool can_save(ItemState state) { return state == Draft || state == Published || state == Expired; }

bool may_step(Role role, std::string_view own, std::string_view district) {
    return std::ranges::any_of(
        table, [&](const Transition& row) { return row.taker != Clock && may(role, own, row.needed, district); });
}

std::expected<ItemState, StepProblem> judge_step(ItemState from, ItemKind kind, std::string_view district,
                                                 const Actor& actor, const StepRequest& request, base::Instant now) {
    // Who may not take the step in any state learns nothing of the state.
    const bool is_allowed = std::ranges::any_of(table, [&](const Transition& row) {
        return row.step == request.step && row.taker != Clock && may(actor.role, actor.district, row.needed, district);
    });
    if (!is_allowed) return std::unexpected(StepProblem::NotAllowed);
    const auto* row = find(from, request.step, kind);
    if (!row) return std::unexpected(StepProblem::WrongState);
    if (row->taker == NotTheAuthor && actor.wrote_newest) return std::unexpected(StepProblem::OwnWork);
    if (const auto problem = check_request(request, now)) return std::unexpected(*problem);
    return row->to;
}

}  // namespace domain
