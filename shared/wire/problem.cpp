#include "shared/wire/problem.hpp"

#include <array>

#include "shared/wire/detail/tables.hpp"

namespace wire {
namespace {

constexpr std::array<std::string_view, 10> error_names{"not-found",     "bad-input",    "too-large",   "too-many",
                                                       "conflict",      "unauthorised", "unavailable", "offline",
                                                       "font-unusable", "internal"};
static_assert(error_names.size() == static_cast<std::size_t>(base::ErrorCode::Internal) + 1);

}  // namespace

std::string encode_problem(const ProblemDocument& document) { return detail::encode_text(document); }

Decoded<ProblemDocument> decode_problem(std::string_view json) { return detail::decode_text<ProblemDocument>(json); }

std::string_view name_of(base::ErrorCode code) { return error_names[static_cast<std::size_t>(code)]; }

std::optional<base::ErrorCode> parse_error_code(std::string_view name) {
    const auto found = std::ranges::find(error_names, name);
    if (found == error_names.end()) return std::nullopt;
    return static_cast<base::ErrorCode>(found - error_names.begin());
}

}  // namespace wire
