// A readable part of an address for a new item, from its titles.
#pragma once

#include <string>

#include "shared/base/clock.hpp"
#include "shared/domain/item.hpp"

namespace service {

// Of the French title, else the English one, in lower-case ASCII: "un-seul-guichet". Without either the name of the
// kind. `attempt` counts from 1; from the second on it stands at the end.
std::string slug_of(domain::ItemKind kind, const domain::Values& values, int attempt);
// The same with a moment at its end, in base 36.
std::string slug_at(domain::ItemKind kind, const domain::Values& values, base::Instant moment);

}  // namespace service
