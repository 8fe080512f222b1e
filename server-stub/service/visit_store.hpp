// Where the event log and the counts of visitors are kept. One contract, tested alike against every store.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/visit.hpp"

namespace service {

// One line of the event log. Neither an address nor a browser nor an account.
struct LoggedEvent {
    std::int64_t time_s = 0;  // Since 1970, by the server's clock.
    std::string portal;
    domain::Channel channel = domain::Channel::Web;
    base::Language language = base::Language::Ar;
    std::string visit;
    std::string screen;
    domain::VisitEventType type = domain::VisitEventType::Screen;
    int value = 0;
    bool operator==(const LoggedEvent&) const = default;
};

// What is only counted, by day and portal.
enum class Tally : std::uint8_t {
    Pages,   // HTML pages that the server gave to anybody but a robot, with or without script.
    Robots,  // Requests of robots: pages and reports that count nowhere else.
};
std::string_view name_of(Tally tally);

struct DayTally {
    base::Date day;  // In Morocco.
    std::string portal;
    Tally what = Tally::Pages;
    std::int64_t count = 0;
    bool operator==(const DayTally&) const = default;
};

struct VisitorCount {
    std::string period;  // "2026-11-22" or "2026-11".
    std::string portal;
    std::int64_t visitors = 0;        // Of a day: exact. Of a month: estimated.
    std::int64_t counted_from_s = 0;  // When the salt was made; later than the period's beginning: a part is missing.
    bool operator==(const VisitorCount&) const = default;
};

class VisitStore {
public:
    virtual ~VisitStore() = default;

    // Appends the events and adds to the tallies, in one transaction.
    virtual base::Result<void> record_visits(std::span<const LoggedEvent> events,
                                             std::span<const DayTally> tallies) = 0;
    // Of periods that are over. What is there already stays as it is.
    virtual base::Result<void> record_visitors(std::span<const VisitorCount> counts) = 0;

    // From one second to before the other, in the order in which they were written.
    virtual base::Result<std::vector<LoggedEvent>> visit_events(std::int64_t from_s, std::int64_t until_s) = 0;
    virtual base::Result<std::vector<DayTally>> tallies() = 0;
    virtual base::Result<std::vector<VisitorCount>> visitors() = 0;
};

}  // namespace service
