// What the desk calls the kinds, states, steps and fields of its texts, and what it says when something is wrong.
#pragma once

#include "shared/document/text.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"
#include "shared/domain/item_language.hpp"
#include "shared/domain/workflow.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

inline constexpr std::string_view example_time = "08:30";  // Of how a time of the day is written.

i18n::Key words_of(domain::ItemKind kind);
i18n::Key words_of(domain::ItemState state);
i18n::Key words_of(domain::ItemStep step);        // Of a button; not for the steps of the clock.
i18n::Key words_of_audit(std::string_view what);  // "save", "import", or the name of a step.
i18n::Key words_of(domain::LanguageStatus status);
i18n::Key name_of(base::Language language);  // Written in itself.
doc::Text field_words(const i18n::Text& tr, std::string_view list, std::string_view name);
i18n::Key words_of_list(std::string_view list);
i18n::Key words_of_choice(std::string_view choice);
// How addresses of the web begin.
inline constexpr std::string_view web_start = "https://";
// Of how a court is reached.
inline constexpr std::string_view example_number = "05 37 00 00 00";
inline constexpr std::string_view example_email = "greffe@court.example";
inline constexpr std::string_view example_site = "https://court.example";
// `limit` is that of the field.
doc::Text problem_words(const i18n::Text& tr, domain::ItemProblem problem, std::size_t limit);
doc::Text problem_words(const i18n::Text& tr, domain::StepProblem problem);
// What is wrong, in one sentence.
doc::Text finding_words(const i18n::Text& tr, domain::ItemKind kind, const domain::CheckFinding& finding);

}  // namespace desk
