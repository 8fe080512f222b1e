// The rating form as a browser sends it without script: application/x-www-form-urlencoded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/rating.hpp"

namespace wire {

// What was typed, complete enough to be shown again, and what is wrong with how it was sent.
struct RatingForm {
    domain::RatingDraft draft;  // Always well-formed UTF-8: broken bytes stand as U+FFFD.
    std::vector<domain::RatingError> errors;
};

// Fields: level, completed, reason (several), text, key. At most 64 KiB and 64 pairs.
RatingForm parse_rating_form(std::string_view body);

// The rules of the fields (domain::check_rating) after those of the form: at most one error for each field
// and one for the whole, in the order of the form.
domain::CheckedRating check_rating_form(const RatingForm& form);

// The inverse of parse_rating_form, for the client's fallback and for tests.
std::string encode_rating_form(const domain::RatingDraft& draft);

}  // namespace wire
