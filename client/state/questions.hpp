// What a page must ask the server, and what it understands of the answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/state/app_state.hpp"

namespace state {

enum class Subject : std::uint8_t { District, Sheet, Services, Receipt };

struct Question {
    std::string address;
    Subject subject = Subject::Sheet;
};

// What the page needs, known or not. A receipt asks for its service only once it is here.
std::vector<Question> questions_of(const routes::Page& page, const AppState& state);
// Every question has its answer, be it an error.
bool is_ready(const routes::Page& page, const AppState& state);

// A body that cannot be read is an Internal error.
Answer read_answer(Subject subject, int status, int retry_after_s, std::string_view body);

}  // namespace state
