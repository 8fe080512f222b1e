#include "client/state/questions.hpp"

#include <algorithm>

#include "shared/wire/district.hpp"
#include "shared/wire/receipt.hpp"
#include "shared/wire/sheet.hpp"

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

template <class Body>
Answer answer(const wire::Decoded<Body>& decoded) {
    if (!decoded) return {.error = base::Error{base::ErrorCode::Internal, decoded.error().detail}};
    return {.body = *decoded};
}

Answer decode(Subject subject, std::string_view body) {
    switch (subject) {
        case Subject::District: return answer(wire::decode_district(body));
        case Subject::Sheet: return answer(wire::decode_sheet(body));
        case Subject::Services: return answer(wire::decode_services(body));
        case Subject::Receipt: return answer(wire::decode_receipt(body));
    }
    return {};
}

std::vector<Question> questions_of(const routes::Sheet& sheet) {
    return {{routes::api_district(sheet.district), Subject::District},
            {routes::api_sheet(sheet.district, sheet.service), Subject::Sheet},
            {routes::api_services(sheet.district), Subject::Services}};
}

std::vector<Question> questions_of(const routes::Receipt& route, const AppState& state) {
    const auto code = domain::ReceiptCode::parse(route.code);
    if (!code) return {};  // Said before any look-up.
    std::vector<Question> questions{{routes::api_receipt(code->hyphenated()), Subject::Receipt}};
    const auto found = state.answers.find(questions.front().address);
    if (found == state.answers.end()) return questions;
    if (const auto* receipt = std::get_if<domain::Receipt>(&found->second.body))
        questions.push_back({routes::api_sheet(receipt->district.value(), receipt->service.value()), Subject::Sheet});
    return questions;
}

}  // namespace

std::vector<Question> questions_of(const routes::Page& page, const AppState& state) {
    if (const auto* sheet = std::get_if<routes::Sheet>(&page)) return questions_of(*sheet);
    return questions_of(std::get<routes::Receipt>(page), state);
}

bool is_ready(const routes::Page& page, const AppState& state) {
    return std::ranges::all_of(questions_of(page, state), [&](const Question& question) {
        const auto found = state.answers.find(question.address);
        return found != state.answers.end() && found->second.is_settled();
    });
}

Answer read_answer(Subject subject, int status, int retry_after_s, std::string_view body) {
    if (status >= 200 && status < 300) return decode(subject, body);
    return {.error = base::Error{error_of(status), {}}, .wait_minutes = (retry_after_s + 59) / 60, .body = {}};
}

}  // namespace state
