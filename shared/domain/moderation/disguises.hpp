// Finds what people do to a word so that a list does not find it.
#pragma once

#include "shared/domain/moderation/reading.hpp"

namespace domain::moderation {

// Fills in `disguises` and `gapped` from the signs and words of `reading`.
void find_disguises(Reading& reading);

}  // namespace domain::moderation
