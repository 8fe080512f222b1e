// The form by which a person says how a service went: with what was typed, and what stands in its way.
#pragma once

#include <vector>

#include "shared/document/builder.hpp"
#include "shared/domain/rating.hpp"
#include "shared/i18n/text.hpp"
#include "shared/routes/routes.hpp"

namespace pages {

struct RatingForm {
    domain::RatingDraft draft;
    std::vector<domain::RatingError> errors;
    int wait_minutes = 0;  // Of RatingProblem::TooMany.
    bool sending = false;
};

doc::Node rating_form(const i18n::Text& tr, const routes::Sheet& route, const RatingForm& form);
// What the summary and the field say of one error.
doc::Text problem_words(const i18n::Text& tr, const RatingForm& form, const domain::RatingError& error);
// "There is a problem", each line linked to its field (GOV.UK error summary). Only where there are errors.
doc::Node error_summary(const i18n::Text& tr, const RatingForm& form);

}  // namespace pages
