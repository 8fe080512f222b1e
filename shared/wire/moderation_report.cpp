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

std::string encode(const List<ModerationQuarter>& quarters) { return detail::encode_text(quarters); }

}  // namespace wire
