#include "shared/desk/answer_templates.hpp"

#include <algorithm>

#include "shared/i18n/desk_messages.hpp"

namespace desk {
namespace {

using enum domain::ContributionStep;

constexpr std::array templates{
    AnswerTemplate{"done", msg::voice_template_done, Answer, domain::Outcome::Done},
    AnswerTemplate{"elsewhere", msg::voice_template_elsewhere, Answer, domain::Outcome::Referred},
    AnswerTemplate{"time", msg::voice_template_time, Answer, domain::Outcome::WillDo},
    AnswerTemplate{"no-service", msg::voice_template_no_service, DraftRefusal, domain::Outcome::Refused}};

}  // namespace

std::span<const AnswerTemplate> answer_templates() { return templates; }

std::optional<AnswerTemplate> find_answer_template(std::string_view name) {
    const auto found = std::ranges::find(templates, name, &AnswerTemplate::name);
    if (found == templates.end()) return std::nullopt;
    return *found;
}

}  // namespace desk
