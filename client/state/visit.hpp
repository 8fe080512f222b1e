// How long which screen was in use: a pure machine from what the tab sees to reports for the server. It knows nobody,
// keeps its key in memory alone, and asks for a timer only while the reader is there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/state/app_state.hpp"
#include "shared/domain/visit.hpp"

namespace state {

// Of the one timer that a visit has; requests and journeys count from 1.
inline constexpr std::uint32_t heartbeat = 0xffff'ffff;

struct Screen {
    std::string portal;
    base::Language language = base::Language::Ar;
    std::string id;
    bool operator==(const Screen&) const = default;
};
// Kind and slug of the page shown, never a code or a query. "error" where the address is no page.
Screen screen_of(const AppState& state);

struct VisitStep {
    std::vector<domain::VisitBatch> reports;  // To be sent at once.
    std::optional<int> timer_ms;              // Start the heartbeat.
};

class Visit {
public:
    using NewKey = std::function<std::string()>;

    explicit Visit(NewKey new_key) : new_key_(std::move(new_key)) {}

    // All times in ms of a clock that only goes on.
    VisitStep show(const Screen& screen, double now_ms);  // The same screen again changes nothing.
    VisitStep see_input(double now_ms);
    VisitStep see_visible(double now_ms);
    bool is_visible() const { return is_visible_; }
    VisitStep see_hidden(double now_ms);  // Behind another tab, or the page goes: it may never come back.
    VisitStep beat(double now_ms);        // The heartbeat's timer.
    VisitStep contribute(double now_ms);  // The server has accepted something.

private:
    struct Event {
        double at_ms = 0;
        domain::VisitEvent event;
    };

    void count_up_to(double now_ms);
    void tell_active(double now_ms);
    void tell(domain::VisitEventType type, int value, double now_ms);
    void begin_if_over(double now_ms);
    bool is_in_use(double now_ms) const;
    VisitStep step(double now_ms, bool send);
    domain::VisitBatch take_report(double now_ms);

    NewKey new_key_;
    std::string key_;  // Empty: no visit yet.
    std::optional<Screen> screen_;
    bool is_visible_ = true;
    bool timer_runs_ = false;
    double seen_ms_ = 0;     // The last activity.
    double counted_ms_ = 0;  // Up to here, time is counted.
    double rest_ms_ = 0;     // Counted, but not yet told: less than the next second, or the interval that runs.
    int told_s_ = 0;         // Of this visit.
    int beats_ = 0;          // Since the last report.
    std::vector<Event> waiting_;
};

}  // namespace state
