// Who of a desk takes care of what somebody said.
#include "server-stub/service/contributions.hpp"

namespace service {

std::expected<StoredContribution, AssignmentRefusal> Contributions::assign(StoredContribution one, const StepBy& by,
                                                                           const AssignmentWish& wish,
                                                                           base::Instant now) {
    using Why = AssignmentRefusal::Why;
    domain::AssignmentAsked asked{.by = by.account,
                                  .by_role = by.role.value_or(domain::Role::Citizen),
                                  .has = one.assigned ? one.assigned->account : 0,
                                  .state = one.state,
                                  .redaction = one.redaction};
    std::optional<Colleague> to;
    if (!wish.to.empty()) {
        const auto found = parts_.store.colleague(one.district, wish.to);
        if (found) to = *found;
        else if (found.error().code != base::ErrorCode::NotFound)
            return std::unexpected(AssignmentRefusal{.why = Why::Unavailable});
        asked.to = to ? to->account : -1;  // Somebody, but nobody of this desk.
        if (to) asked.to_role = to->role;
    }
    const auto has = one.assigned ? one.assigned->name : std::string();
    if (wish.had && *wish.had != has && asked.to != asked.has)
        return std::unexpected(AssignmentRefusal{.why = Why::Changed});
    if (const auto problem = domain::assignment_problem(asked))
        return std::unexpected(AssignmentRefusal{.why = Why::Problem, .problem = *problem});
    const auto done = parts_.store.assign(one, to, by, now);
    if (!done && done.error().code == base::ErrorCode::Conflict)
        return std::unexpected(AssignmentRefusal{.why = Why::Changed});
    if (!done) return std::unexpected(AssignmentRefusal{.why = Why::Unavailable});
    one.assigned = std::move(to);
    return one;
}

}  // namespace service
