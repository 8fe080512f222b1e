// What moderation did in a district, quarter by quarter.
#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/moderation_report.hpp"
#include "shared/domain/moderation_rules.hpp"

namespace wire {

struct ModerationCounted {
    domain::ModerationCount what = domain::ModerationCount::Received;
    int at_least = 0, at_most = 0;
    bool operator==(const ModerationCounted&) const = default;
};
struct DeclinedFor {
    domain::DeclineReason reason = domain::DeclineReason::Insult;
    int at_least = 0, at_most = 0;
    bool operator==(const DeclinedFor&) const = default;
};
struct ModerationQuarter {
    base::Date from, until;
    std::vector<ModerationCounted> counts;
    std::vector<DeclinedFor> declined;
    int hours_held = 0;
    bool operator==(const ModerationQuarter&) const = default;
};
// Reasons for which nothing was declined are left out.
ModerationQuarter as_sent(const domain::ModerationQuarter& quarter);

struct RuleInForce {
    std::string rule;
    bool is_on = true;
    bool is_chosen = false;  // By the portal; else it holds everywhere.
    bool operator==(const RuleInForce&) const = default;
};
struct ModerationReport {
    std::vector<ModerationQuarter> items;
    std::vector<RuleInForce> rules;
    bool operator==(const ModerationReport&) const = default;
};
// Those that hold everywhere first.
std::vector<RuleInForce> as_sent(const domain::ModerationRules& rules);
std::string encode(const ModerationReport& report);

}  // namespace wire
