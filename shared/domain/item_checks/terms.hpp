// Whether the locked terms of an original stand in its translations.
#pragma once

#include <string_view>

#include "shared/base/language.hpp"
#include "shared/domain/glossary.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"

namespace domain {

// Whether the words of one wording stand in the text, one after the other, with the article and what Arabic writes
// before a word, and as a plural of French and English.
bool says_term(std::string_view text, std::string_view wording, base::Language language);
// More generous: every word of the wording, anywhere, in whatever form a sentence gives it. What this does not find is
// not there.
bool may_say_term(std::string_view text, std::string_view wording, base::Language language);

// The terms that the original says somewhere and that a translation, where there is one, says nowhere: each once, at
// the text that should say it first. What is looked for in the original is its first wording. Hints: a sentence may say
// it with other words, and Amazigh wordings are proposals.
CheckFindings check_terms(ItemKind kind, const Values& values, const Glossary& glossary);

}  // namespace domain
