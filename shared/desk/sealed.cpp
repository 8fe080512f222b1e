#include "shared/desk/sealed.hpp"

#include "shared/desk/voice_parts.hpp"
#include "shared/desk/voice_words.hpp"
#include "shared/i18n/desk_messages.hpp"
#include "shared/i18n/formatted.hpp"
#include "shared/pages/parts.hpp"

namespace desk {
namespace {

using doc::Style;
using pages::paragraph;
using Nodes = std::vector<doc::Node>;

constexpr std::string_view why_name = "why";

doc::Text problem_of(const i18n::Text& tr, domain::ContributionProblem problem) {
    return problem_words(tr, domain::ContributionStep::Supply, problem);
}

doc::Node why_form(const i18n::Text& tr, const std::string& action, const SealedForm& sealed) {
    pages::TextField field{.name = std::string(why_name), .label = tr(msg::voice_sealed_why)};
    field.hint = tr(msg::voice_limit, {.limit = domain::answer_line_limit});
    if (sealed.problem) field.error = problem_of(tr, *sealed.problem);
    field.value = sealed.why;
    return pages::post_form(action, "open-sealed", "send",
                            {pages::text_field(std::move(field)), pages::submit_button(tr(msg::voice_sealed_open))});
}

}  // namespace

doc::Node sealed_section(const i18n::Text& tr, const std::string& action, const SealedForm& sealed) {
    Nodes parts;
    if (sealed.opened.empty()) {
        parts = {paragraph(Style::Body, tr(msg::voice_sealed_until, {.date = sealed.until})),
                 why_form(tr, action, sealed)};
    } else {
        parts.push_back(paragraph(Style::Note, tr(msg::voice_sealed_opened)));
        for (const auto& text : sealed.opened) parts.push_back(person_text(tr, text, std::nullopt));
    }
    return pages::section(tr, "sealed", msg::voice_sealed, std::move(parts));
}

std::optional<pages::ErrorLine> sealed_error_line(const i18n::Text& tr, const SealedForm& sealed) {
    if (!sealed.problem) return std::nullopt;
    return pages::ErrorLine{std::string(why_name), problem_of(tr, *sealed.problem)};
}

}  // namespace desk
