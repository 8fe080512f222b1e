// From what the client knows to the document of the page: the same page functions as the server's.
#pragma once

#include "client/state/app_state.hpp"
#include "shared/document/document.hpp"

namespace app {

doc::Document page_of(const state::AppState& state);

}  // namespace app
