// What a program does with a text from the public before anybody sees or keeps it.
#pragma once

#include <memory>

#include "server-stub/service/contributions.hpp"
#include "shared/domain/moderation/rules.hpp"

namespace service {

// Masks, then judges what is left. Without a judge everything waits for a moderator.
LookAt look_by(std::shared_ptr<const domain::moderation::Judge> judge);

}  // namespace service
