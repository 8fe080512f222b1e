// Sentences that an answer can begin with; a line of one's own comes to them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "shared/domain/contribution.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

struct AnswerTemplate {
    std::string_view name;  // As it stands in an address: "done".
    i18n::Key words;
    domain::ContributionStep step;
    domain::Outcome outcome;
};
std::span<const AnswerTemplate> answer_templates();
std::optional<AnswerTemplate> find_answer_template(std::string_view name);

}  // namespace desk
