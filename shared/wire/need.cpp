#include "shared/wire/need.hpp"

#include <utility>

#include "shared/wire/detail/need_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

Need as_sent(const domain::Need& need, std::vector<Contribution> newest) {
    Need sent{.service = need.service,
              .people = need.people(),
              .suggestions = need.suggestions,
              .other_papers = need.other_papers,
              .waiting = need.waiting(),
              .ratings = need.ratings,
              .worded = need.worded,
              .asking = need.asking,
              .newest = std::move(newest)};
    for (const auto outcome : domain::outcomes)
        if (const auto count = need.outcomes[static_cast<std::size_t>(outcome)]; count > 0)
            sent.outcomes.push_back({outcome, count});
    for (const auto reason : domain::reasons)
        if (const auto count = need.reasons[static_cast<std::size_t>(reason)]; count > 0)
            sent.reasons.push_back({reason, count});
    return sent;
}

std::string encode(const List<Need>& needs) { return detail::encode_text(needs); }

}  // namespace wire
