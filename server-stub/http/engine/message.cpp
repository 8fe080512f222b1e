#include "server-stub/http/engine/message.hpp"

#include <algorithm>

namespace http::engine {

std::string_view Request::header(std::string_view lower_case_name) const {
    const auto found = std::ranges::find(headers, lower_case_name, &Header::name);
    return found == headers.end() ? std::string_view{} : std::string_view(found->value);
}

std::string_view bytes_of(const Body& body) {
    if (const auto* own = std::get_if<std::string>(&body)) return *own;
    const auto& shared = std::get<std::shared_ptr<const std::string>>(body);
    return shared ? std::string_view(*shared) : std::string_view{};
}

int status_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::Malformed: return 400;
        case Refusal::TimedOut: return 408;
        case Refusal::BodyTooLarge: return 413;
        case Refusal::TargetTooLong: return 414;
        case Refusal::Encoded: return 415;
        case Refusal::Expectation: return 417;
        case Refusal::HeadTooLarge: return 431;
        case Refusal::VersionUnknown: return 505;
        case Refusal::Busy: return 503;
    }
    return 500;
}

}  // namespace http::engine
