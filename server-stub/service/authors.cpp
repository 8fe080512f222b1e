#include "server-stub/service/authors.hpp"

#include <utility>

namespace service {

using Why = VerdictRefusal::Why;

std::expected<StoredContribution, VerdictRefusal> Authors::judge_answer(StoredContribution one,
                                                                        const std::string& choice,
                                                                        const std::string& words, base::Instant now) {
    auto looked = contributions_.look_at(one.district, words);
    if (const auto problem = domain::verdict_problem(one.state, one.verdict.has_value(), choice, looked.text))
        return std::unexpected(VerdictRefusal{.why = Why::Problem, .problem = *problem});
    one.verdict = domain::AuthorVerdict{.helped = domain::parse_verdict(choice).value_or(false),
                                        .words = std::move(looked.text),
                                        .is_public = looked.concerns.empty() && !looked.is_private,
                                        .on = legal_time_.date_at(now)};
    const auto done = store_.add_verdict(one, *one.verdict, now);
    if (done) return one;
    // Somebody with the same number was quicker.
    if (done.error().code == base::ErrorCode::Conflict)
        return std::unexpected(VerdictRefusal{.why = Why::Problem, .problem = domain::VerdictProblem::AlreadyDone});
    return std::unexpected(VerdictRefusal{.why = Why::Unavailable});
}

}  // namespace service
