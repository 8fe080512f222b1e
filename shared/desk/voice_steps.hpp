// The steps that a reader may take of what somebody said: one form for each.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/desk/voice.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"
#include "shared/pages/form_parts.hpp"

namespace desk {

// Where the forms are sent, and what each carries along unseen.
struct StepTarget {
    std::string action;
    std::vector<std::pair<std::string, std::string>> hidden{};
};
// Without its button.
std::vector<doc::Node> step_fields(const i18n::Text& tr, const StepForm& form);
// Whether what stands against it is said at one of its fields; else it is said at the button.
bool is_said_at_field(const StepForm& form);
doc::Node step_form(const i18n::Text& tr, const StepForm& form, const StepTarget& target);
// What stands against the steps that were tried, each leading to its field.
std::vector<pages::ErrorLine> step_error_lines(const i18n::Text& tr, const std::vector<StepForm>& forms);

}  // namespace desk
