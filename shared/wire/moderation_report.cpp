#include "shared/wire/moderation_report.hpp"

#include "shared/wire/detail/moderation_report_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

ModerationQuarter as_sent(const domain::ModerationQuarter& quarter) {
    ModerationQuarter sent{.from = domain::first_day(quarter.quarter), .until = domain::last_day(quarter.quarter)};
    for (const auto what : domain::moderation_counts) {
        const auto count = domain::shown(quarter, what);
        sent.counts.push_back({what, count.at_least, count.at_most});
    }
    for (const auto reason : domain::decline_reasons)
        if (const auto count = domain::shown(quarter, reason); count.at_most > 0)
            sent.declined.push_back({reason, count.at_least, count.at_most});
    sent.hours_held = domain::shown_hours_held(quarter).value_or(0);
    return sent;
}

std::vector<RuleInForce> as_sent(const domain::ModerationRules& rules) {
    std::vector<RuleInForce> sent;
    for (std::size_t i = 0; i < domain::concern_count; ++i) {
        const auto concern = static_cast<domain::Concern>(i);
        const auto why = domain::fixed_for(concern);
        if (why && *why != domain::FixedFor::Unasked)
            sent.push_back({std::string(domain::name_of(concern)), true, false});
    }
    for (const auto rule : domain::portal_rules)
        sent.push_back({std::string(domain::name_of(rule)), rules.is_on(rule), true});
    return sent;
}

std::string encode(const ModerationReport& report) { return detail::encode_text(report); }

}  // namespace wire
