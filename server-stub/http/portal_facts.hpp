// What the nine checks of an activation look at, gathered from what is stored.
#pragma once

#include "server-stub/http/site.hpp"
#include "shared/domain/activation.hpp"

namespace http {

// At this moment. Unavailable where the store fails.
base::Result<domain::PortalFacts> portal_facts(const Services& services, const domain::District& district,
                                               base::Instant now);

}  // namespace http
