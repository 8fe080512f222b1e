// What courts say of their own hours, beside the calendar of the country.
#pragma once

#include <span>

#include "shared/domain/hours.hpp"
#include "shared/domain/item.hpp"

namespace domain {

// Of checked values of ItemKind::Hours: of one court; of the whole year where no day is named.
Regime regime_of(const Values& values);

// A court's own season decides over every other regime, its own year over that of the country outside of seasons.
Calendar with_own_hours(Calendar calendar, std::span<const Regime> own);

}  // namespace domain
