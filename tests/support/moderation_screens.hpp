// The pages of moderation: what it did, and by which rules.
#pragma once

#include "shared/desk/moderation_page.hpp"
#include "shared/desk/voice_rules.hpp"
#include "tests/support/voice_screens.hpp"

namespace test {

inline domain::ModerationQuarter a_moderated_quarter() {
    domain::ModerationQuarter quarter{
        .quarter = {2026, 4}, .counts = {1'204, 1'090, 87, 61, 27, 5, 3, 1}, .hours_held = {2, 3, 5, 8, 200}};
    quarter.declined = {12, 1, 0, 3, 0, 6, 0, 0};
    return quarter;
}

inline Screens moderation_reports(const i18n::Text& tr) {
    const routes::Moderation route{tr.language(), "rabat"};
    domain::ModerationQuarter slow{.quarter = {2026, 3}, .counts = {3, 2, 1}, .hours_held = {70, 71, 72, 73, 74}};
    const domain::ModerationQuarter quiet{.quarter = {2025, 2}, .counts = {1, 1}};
    domain::ModerationRules own;
    own.set(domain::PortalRule::LinkSpam, false);
    own.set(domain::PortalRule::EverythingWaits, true);
    return {{"moderation", desk::moderation_page(tr, route,
                                                 {.district = a_listening_district(),
                                                  .quarters = {a_moderated_quarter(), slow, quiet},
                                                  .today = {2026, 11, 22}})},
            {"moderation-none", desk::moderation_page(tr, route, {.district = a_listening_district(), .rules = own})}};
}

inline Screens moderation_rules(const i18n::Text& tr) {
    const routes::VoiceRules route{tr.language(), "rabat", "saved=1"};
    desk::VoiceRulesData chosen{
        .district = a_listening_district(), .set_on = base::Date{2026, 11, 23}, .set_by = "head"};
    chosen.rules.set(domain::PortalRule::LinkSpam, false);
    auto own = chosen;
    own.may_set = own.is_saved = true;
    auto wrong = own;
    wrong.is_saved = false;
    wrong.set_by.clear();
    wrong.problem = domain::RuleProblem::Fixed;
    return {{"voice-rules", desk::voice_rules_page(tr, route, own)},
            {"voice-rules-wrong", desk::voice_rules_page(tr, route, wrong)},
            {"voice-rules-read", desk::voice_rules_page(tr, route, chosen)},
            {"voice-rules-default", desk::voice_rules_page(tr, route, {.district = a_listening_district()})}};
}

}  // namespace test
