// The one function by which the client's knowledge changes.
#pragma once

#include <vector>

#include "client/state/app_state.hpp"
#include "client/state/effect.hpp"

namespace state {

struct Step {
    AppState state;
    std::vector<Effect> effects;
    bool page_changed = false;  // The page function must run again.
};

// Events that are about how the page looks (sizes, faces, medium) are not for the state and change nothing.
Step update(AppState state, const platform::Event& event);

// The page that the server printed is the client's now: what was kept of its form comes back.
Step adopted(AppState state);

// Whether the client takes this link or form itself; if not, the browser does.
bool follows(std::string_view address);
bool submits(const AppState& state, std::string_view address);

}  // namespace state
