#include "client/state/questions.hpp"

#include <algorithm>

#include "shared/wire/answer.hpp"

namespace state {
namespace {

base::ErrorCode error_of(int status) {
    switch (status) {
        case 0: return base::ErrorCode::Offline;
        case 404: return base::ErrorCode::NotFound;
        case 429: return base::ErrorCode::TooMany;
        default: return status >= 500 ? base::ErrorCode::Unavailable : base::ErrorCode::Internal;
    }
}

}  // namespace

pages::Lookup lookup_in(const AppState& state) {
    return [&state](const std::string& address) -> pages::Known {
        const auto found = state.answers.find(address);
        if (found == state.answers.end()) return {};
        const auto& answer = found->second;
        return {.answer = answer.is_here() ? &answer.body : nullptr,
                .error = answer.error ? &*answer.error : nullptr,
                .wait_minutes = answer.wait_minutes};
    };
}

std::vector<pages::Question> questions_of(const routes::Page& page, const AppState& state) {
    return pages::questions_of(page, lookup_in(state));
}

bool is_ready(const routes::Page& page, const AppState& state) {
    return std::ranges::all_of(questions_of(page, state), [&](const pages::Question& question) {
        const auto found = state.answers.find(question.address);
        return found != state.answers.end() && found->second.is_settled();
    });
}

Answer read_answer(domain::Subject subject, int status, int retry_after_s, std::string_view body) {
    if (status < 200 || status >= 300)
        return {.error = base::Error{error_of(status), {}}, .wait_minutes = (retry_after_s + 59) / 60, .body = {}};
    auto decoded = wire::decode_answer(subject, body);
    if (!decoded) return {.error = base::Error{base::ErrorCode::Internal, decoded.error().detail}};
    return {.body = std::move(*decoded)};
}

}  // namespace state
