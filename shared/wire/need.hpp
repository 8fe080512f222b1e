// What people ask of the courts of a district, service by service.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/need.hpp"
#include "shared/wire/contribution.hpp"

namespace wire {

struct OutcomeCount {
    domain::Outcome outcome = domain::Outcome::Done;
    int count = 0;
    bool operator==(const OutcomeCount&) const = default;
};
struct ReasonCount {
    domain::Reason reason = domain::Reason::Other;
    int count = 0;
    bool operator==(const ReasonCount&) const = default;
};

struct Need {
    std::string service;
    int people = 0;
    int suggestions = 0;
    int other_papers = 0;
    std::vector<OutcomeCount> outcomes;
    int waiting = 0;
    int ratings = 0;
    int worded = 0;
    int asking = 0;
    std::vector<ReasonCount> reasons;
    std::vector<Contribution> newest;
    bool operator==(const Need&) const = default;
};
// Counts of nothing are left out.
Need as_sent(const domain::Need& need, std::vector<Contribution> newest);
std::string encode(const List<Need>& needs);

}  // namespace wire
