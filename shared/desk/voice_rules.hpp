// By which rules what people say is held in a portal: read by its desk, chosen by its head.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/clock.hpp"
#include "shared/document/builder.hpp"
#include "shared/domain/district.hpp"
#include "shared/domain/moderation_rules.hpp"
#include "shared/i18n/text.hpp"
#include "shared/routes/routes.hpp"

namespace desk {

// The fields of the form: each rule that it shows, and each that is ticked.
inline constexpr std::string_view shown_rule_field = "rule", ticked_rule_field = "on";

i18n::Key words_of(domain::PortalRule rule);
doc::Node rule_list(const i18n::Text& tr, std::span<const i18n::Key> rules);

struct VoiceRulesData {
    const domain::District& district;
    domain::ModerationRules rules{};
    std::optional<base::Date> set_on{};  // Last.
    std::string set_by{};                // Empty where their account is gone.
    bool may_set = false;
    bool is_saved = false;  // Just now.
    std::optional<domain::RuleProblem> problem{};
};
doc::Document voice_rules_page(const i18n::Text& tr, const routes::VoiceRules& route, const VoiceRulesData& data);

}  // namespace desk
