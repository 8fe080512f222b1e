#include "server-stub/service/opening.hpp"

#include <algorithm>
#include <chrono>
#include <functional>

#include "shared/domain/court_sheet.hpp"

namespace service {

domain::OpenState opening_at(const domain::Calendar& calendar, const LegalTime& zone, const domain::CourtId& court,
                             base::Instant now) {
    using namespace std::chrono;
    auto state = domain::open_state(calendar, court, zone.local_at(now));
    if (state.until) {
        const milliseconds remaining(zone.instant_at(*state.until).milliseconds - now.milliseconds);
        state.minutes_remaining = static_cast<int>(ceil<minutes>(remaining).count());
    }
    return state;
}

domain::DistrictNow district_now(const domain::Calendar& calendar, const LegalTime& zone,
                                 const domain::District& district, std::span<const domain::Notice> notices,
                                 base::Instant now) {
    constexpr std::int64_t minute = 60'000;
    now.milliseconds -= (now.milliseconds % minute + minute) % minute;
    domain::DistrictNow answer{zone.local_at(now), now, {}, {}};
    const domain::CourtId appeal{std::string(domain::appeal_slug)};
    // A court that has not begun its work has no door, whatever the hours of all courts are.
    const auto add = [&](const domain::CourtId& court) {
        answer.courts.push_back({court, opening_at(calendar, zone, court, now),
                                 domain::hours_in_force(calendar, court, answer.local.date)});
    };
    if (district.operational) add(appeal);
    for (const auto& court : district.courts) add(court.id);
    const auto today = answer.local.date;
    for (const auto& notice : notices)
        if (notice.from <= today && today <= notice.to) answer.notices.push_back(notice);
    std::ranges::stable_sort(answer.notices, std::greater(), &domain::Notice::is_urgent);
    return answer;
}

}  // namespace service
