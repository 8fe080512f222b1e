// What people ask of the courts of a district, counted for one of its services.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "shared/domain/contribution.hpp"
#include "shared/domain/rating.hpp"

namespace domain {

// Of what everybody may read, and of ratings, whose words nobody but the court reads.
struct Need {
    std::string service;                          // Slug; empty: of the district as a whole.
    int suggestions = 0;                          // Contributions,
    int other_papers = 0;                         // and "I was asked for another paper".
    std::array<int, outcomes.size()> outcomes{};  // What came of them so far.
    int ratings = 0;                              // Of the service.
    int worded = 0;                               // Of these with words.
    int asking = 0;                               // Of these with what should be better.
    std::array<int, reasons.size()> reasons{};    // What that is; one rating may name several.
    bool operator==(const Need&) const = default;

    int contributions() const { return suggestions + other_papers; }
    int people() const { return contributions() + asking; }  // How many said so.
    int waiting() const;                                     // Contributions without an outcome.
};

// What most people said first; where as many did, by the slug. Services of which nobody wants anything are left out.
void sort_needs(std::vector<Need>& needs);

}  // namespace domain
