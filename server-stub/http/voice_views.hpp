// Contributions as the pages show them, and the forms of their steps as they are sent.
#pragma once

#include <optional>
#include <vector>

#include "server-stub/http/voice_parts.hpp"
#include "shared/base/pairs.hpp"
#include "shared/desk/voice.hpp"

namespace http {

desk::VoiceView view_of(const Exchange& exchange, const StoredContribution& one,
                        VoiceReader reader = VoiceReader::Everybody);
std::vector<desk::VoiceStepView> views_of(const std::vector<service::StoredStep>& steps);
desk::VoiceFigures figures_of(const service::VoiceCounts& counts);

// Clean, as it may be shown again.
std::string typed(const base::Pairs& form, std::string_view name);

// What was sent for one step; nothing where no step is named.
struct SentStep {
    desk::StepForm form;
    service::VoiceAct act;
};
std::optional<SentStep> sent_step(const base::Pairs& form);

// One form for each step that may be taken of a text; the one that was tried with what was typed and what stood against
// it.
std::vector<desk::StepForm> forms_of(const std::vector<domain::ContributionStep>& possible, const std::string& text,
                                     std::optional<desk::StepForm> tried);

}  // namespace http
