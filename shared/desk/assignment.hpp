// Who of the desk takes care of what somebody said: told, taken, given.
#pragma once

#include <optional>
#include <string>

#include "shared/desk/voice.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"
#include "shared/pages/form_parts.hpp"

namespace desk {

doc::Node assignment_section(const i18n::Text& tr, const std::string& action, const VoiceView& voice,
                             const AssignmentForm& form);
std::optional<pages::ErrorLine> assignment_error_line(const i18n::Text& tr, const AssignmentForm& form);

}  // namespace desk
