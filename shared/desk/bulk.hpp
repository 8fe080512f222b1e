// Several contributions of an inbox, ticked and answered together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/desk/voice.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"
#include "shared/pages/form_parts.hpp"

namespace desk {

// The field of a ticked one, and its value: number and version, "17-3".
inline constexpr std::string_view pick_field = "pick";
std::string pick_of(const VoiceView& voice);

// Whether a step that is taken together is one of these.
bool can_be_taken_together(domain::ContributionStep step);
// Whether a reader who answers may tick it.
bool can_be_ticked(const VoiceView& voice);

doc::Node tick(const i18n::Text& tr, const VoiceView& voice, bool is_ticked);
// What stands against all of it, at the button that was pressed.
struct ButtonProblem {
    domain::ContributionStep pressed = domain::ContributionStep::Answer;
    doc::Text words;
};
// What is ticked stands in `above`; below it what is done with that.
doc::Node bulk_form(const i18n::Text& tr, const routes::DeskRoom& route, std::vector<doc::Node> above,
                    const StepForm& answer, const std::optional<ButtonProblem>& problem);
std::vector<pages::ErrorLine> bulk_error_lines(const i18n::Text& tr, const StepForm& answer,
                                               const std::optional<ButtonProblem>& problem);

// One that was ticked, and what stood against it; with none of this it was done.
struct BulkResult {
    VoiceView voice;
    std::optional<domain::ContributionProblem> problem{};
    bool has_changed = false;  // It went on meanwhile.
    bool is_untried = false;   // It was not tried.

    bool is_done() const { return !problem && !has_changed && !is_untried; }
};
// What stands against each of them alike.
std::optional<domain::ContributionProblem> shared_problem(const std::vector<BulkResult>& results);

struct BulkData {
    const domain::District& district;
    domain::ContributionStep pressed = domain::ContributionStep::Answer;
    std::vector<BulkResult> results{};
    StepForm answer{};            // As it was typed, and what stands against it whatever it answers.
    bool is_unavailable = false;  // The disk did not answer: what is left was not tried.
};
inline constexpr std::size_t most_together = 50;
doc::Text tick_problem_words(const i18n::Text& tr, TickProblem problem);
// What was done and what not, and why; those that were not can be sent again.
doc::Document bulk_page(const i18n::Text& tr, const routes::DeskRoom& route, const BulkData& data);

}  // namespace desk
