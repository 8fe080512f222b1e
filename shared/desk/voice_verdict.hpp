// What the author of a contribution says of the answer: the form, and how it is told.
#pragma once

#include <vector>

#include "shared/desk/voice.hpp"
#include "shared/desk/voice_steps.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

doc::Node verdict_form(const i18n::Text& tr, const VerdictForm& form, const StepTarget& target);
std::vector<pages::ErrorLine> verdict_error_lines(const i18n::Text& tr, const VerdictForm& form);
// One row of facts, or none.
std::vector<doc::Node> verdict_rows(const i18n::Text& tr, const VoiceView& voice);

}  // namespace desk
