// A rating as JSON, {"level":4,"completed":"yes","reasons":["waiting"],"text":"..."}, and its problems.
#pragma once

#include <expected>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/rating.hpp"
#include "shared/wire/problem.hpp"

namespace wire {

struct RatingIssue {
    domain::RatingError error;
    std::string pointer;  // RFC 6901, into the JSON form of the rating.
    bool operator==(const RatingIssue&) const = default;
};

// The body that the client posts. An answer that was not given is left out.
std::string encode(const domain::Rating& rating);

// The shape only: what is not JSON, of a wrong type, unknown or twice. The values are then for
// domain::check_rating, once the Idempotency-Key header stands in `key` of the draft.
std::expected<domain::RatingDraft, std::vector<RatingIssue>> parse_rating_json(std::string_view body);

// The errors of domain::check_rating with the place of their field.
std::vector<RatingIssue> locate(std::span<const domain::RatingError> errors);

// The message of a problem in the four languages: wire does not know the catalogues.
using MessageOf = std::function<base::LocalizedText(domain::RatingProblem)>;

// `issues` must not be empty; the first one gives its type and message to the document.
ProblemDocument rating_problem(int status, std::span<const RatingIssue> issues, const MessageOf& message_of);
// What a client reads from it; codes that are not about ratings are left out.
std::vector<domain::RatingError> rating_errors(const ProblemDocument& document);

}  // namespace wire
