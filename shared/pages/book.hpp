// Every page by its route: what it must know first, and its document once that is known, still asked for, or failed.
// The server and the client both turn here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/domain/answer.hpp"
#include "shared/pages/frame.hpp"
#include "shared/pages/rating_form.hpp"

namespace pages {

struct Question {
    std::string address;  // Of the JSON interface.
    domain::Subject subject = 0;
    bool operator==(const Question&) const = default;
};

// What is known of one address. Neither an answer nor an error: still asked for. Both are borrowed.
struct Known {
    const domain::Answer* answer = nullptr;
    const base::Error* error = nullptr;
    int wait_minutes = 0;  // Of ErrorCode::TooMany.
};
using Lookup = std::function<Known(const std::string& address)>;

// What the page needs, known or not. A receipt asks for its service only once it is here.
std::vector<Question> questions_of(const routes::Page& page, const Lookup& lookup);

// `form` is for pages that have one.
doc::Document page_of(const i18n::Text& tr, const routes::Page& page, const Lookup& lookup,
                      const RatingForm& form = {});

}  // namespace pages
