#include "client/app/attendance.hpp"

#include "shared/base/padded.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/visit.hpp"

namespace app {
namespace {

// Of its own bits: who knows the key of a visit must not be able to guess the key of a rating, or the other way round.
std::string new_key(platform::Platform& platform) {
    std::string key;
    for (int i = 0; i < 4; ++i) key += base::padded(platform.random(), 8, 16);
    return key;
}

}  // namespace

Attendance::Attendance(platform::Platform& platform)
    : platform_(platform), visit_([&platform] { return new_key(platform); }) {}

bool Attendance::take(const platform::Event& event) {
    using enum platform::PresenceChanged::What;
    const double now = platform_.now_ms();
    const auto* timer = std::get_if<platform::TimerFired>(&event);
    if (timer != nullptr && timer->timer == state::heartbeat) return carry_out(visit_.beat(now)), true;
    const auto* presence = std::get_if<platform::PresenceChanged>(&event);
    if (presence == nullptr) return false;
    switch (presence->what) {
        case Hidden: carry_out(visit_.see_hidden(now)); break;
        case Visible: carry_out(visit_.see_visible(now)); break;
        case Input: carry_out(visit_.see_input(now)); break;
    }
    return true;
}

void Attendance::show(const state::AppState& state) {
    carry_out(visit_.show(state::screen_of(state), platform_.now_ms()));
}

void Attendance::contribute() { carry_out(visit_.contribute(platform_.now_ms())); }

void Attendance::carry_out(state::VisitStep step) {
    for (const auto& report : step.reports) platform_.beacon(routes::api_events(), wire::encode(report));
    if (step.timer_ms) platform_.start_timer(state::heartbeat, *step.timer_ms);
}

}  // namespace app
