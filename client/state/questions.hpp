// What a page must ask the server, and what the client understands of the answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/state/app_state.hpp"
#include "shared/pages/book.hpp"

namespace state {

// What the client knows, as pages ask for it. Borrows the state.
pages::Lookup lookup_in(const AppState& state);

std::vector<pages::Question> questions_of(const routes::Page& page, const AppState& state);
// Every question has its answer, be it an error.
bool is_ready(const routes::Page& page, const AppState& state);

// A body that cannot be read is an Internal error.
Answer read_answer(domain::Subject subject, int status, int retry_after_s, std::string_view body);

}  // namespace state
