// The text as it was before a moderator replaced passages of it: opened at the desk, for a reason.
#pragma once

#include <optional>
#include <string>

#include "shared/desk/voice.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"
#include "shared/pages/form_parts.hpp"

namespace desk {

// `action` is where the reason is sent.
doc::Node sealed_section(const i18n::Text& tr, const std::string& action, const SealedForm& sealed);
std::optional<pages::ErrorLine> sealed_error_line(const i18n::Text& tr, const SealedForm& sealed);

}  // namespace desk
