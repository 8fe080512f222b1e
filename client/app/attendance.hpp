// Hands what the tab sees to the visit, and its reports to the server. Never a frame: a report is not a picture.
#pragma once

#include "client/platform/event.hpp"
#include "client/platform/platform.hpp"
#include "client/state/visit.hpp"

namespace app {

class Attendance {
public:
    explicit Attendance(platform::Platform& platform);

    // True: the event was about the visit, and nobody else needs it.
    bool take(const platform::Event& event);
    // Somebody may be looking: the tab is not hidden.
    bool is_visible() const { return visit_.is_visible(); }
    void show(const state::AppState& state);
    void contribute();

private:
    void carry_out(state::VisitStep step);

    platform::Platform& platform_;
    state::Visit visit_;
};

}  // namespace app
