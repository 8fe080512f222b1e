// Where is kept which rules of moderation a portal has switched.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server-stub/service/portal_store.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/moderation_rules.hpp"

namespace service {

struct KeptModerationRules {
    domain::ModerationRules rules;
    std::optional<base::Instant> set_at{};  // Last; nothing: nobody ever did.
    std::string set_by{};                   // Their name; empty where their account is gone.
};

// Everything fails with Unavailable when the disk does.
class ModerationRuleStore {
public:
    virtual ~ModerationRuleStore() = default;
    virtual base::Result<KeptModerationRules> rules(std::string_view district) = 0;
    // Each rule that is switched is in the audit log. Whether one was.
    virtual base::Result<bool> set(const domain::ModerationRules& rules, const Deed& deed) = 0;
};

}  // namespace service
