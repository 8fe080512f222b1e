// What a visitor reads about the door of a court: "Open now, closes in 40 min (16:30)."
#pragma once

#include "shared/document/text.hpp"
#include "shared/domain/hours.hpp"
#include "shared/i18n/text.hpp"

namespace pages {

// One to four whole sentences: the door, a break in which service goes on, the season's hours, a date not yet
// announced.
doc::Text open_words(const i18n::Text& tr, const domain::OpenState& state);

}  // namespace pages
