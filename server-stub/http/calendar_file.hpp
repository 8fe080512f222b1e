// An activity as a file that calendars read (RFC 5545): times in UTC, and a UID that stays when the page changes.
#pragma once

#include <string>

#include "shared/base/clock.hpp"
#include "shared/base/language.hpp"
#include "shared/domain/publication.hpp"

namespace http {

// `court` is the name of the place's court, in the language of the reader where it has one.
std::string print_calendar_file(const domain::Activity& activity, const base::LocalizedText& court,
                                base::Language language, base::Instant now);

}  // namespace http
