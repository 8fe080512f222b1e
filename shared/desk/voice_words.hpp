// What the pages call the kinds, states, steps and outcomes of what people say, and what they say when something is
// wrong.
#pragma once

#include <string_view>

#include "shared/document/text.hpp"
#include "shared/domain/contribution.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

i18n::Key words_of(domain::ContributionKind kind);
i18n::Key words_of(domain::ContributionState state);         // A sentence.
i18n::Key public_words_of(domain::ContributionState state);  // A refusal that is not given yet is no news.
i18n::Key words_of(domain::ContributionStep step);           // That was taken.
i18n::Key button_words_of(domain::ContributionStep step);    // Not of Hold, which only the rules take.
i18n::Key words_of(domain::Outcome outcome);
i18n::Key words_of(domain::DeclineReason reason);
// By the name of the rule that held it; one sentence for all that have none of their own.
i18n::Key words_of_concern(std::string_view name);

// What a step asks for in its field of words: of those that need some, of Decline, and of those that give an answer.
i18n::Key label_of_words(domain::ContributionStep step);
doc::Text problem_words(const i18n::Text& tr, domain::ContributionStep step, domain::ContributionProblem problem);

}  // namespace desk
