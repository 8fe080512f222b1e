// What a visitor reads about the door of a court: "Open now, closes in 40 min (16:30)."
#pragma once

#include <vector>

#include "shared/document/text.hpp"
#include "shared/domain/hours.hpp"
#include "shared/i18n/text.hpp"

namespace pages {

// One to four whole sentences: the door, a break in which service goes on, the season's hours, a date not yet
// announced.
doc::Text open_words(const i18n::Text& tr, const domain::OpenState& state);

// "Monday to Friday, 8:30 to 16:30": one line for each run of days with the same hours.
std::vector<doc::Text> hours_words(const i18n::Text& tr, const domain::HoursInForce& hours);

}  // namespace pages
