// Everything that is looked at before an item leaves its author, and again before it is published.
#pragma once

#include "shared/domain/glossary.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"
#include "shared/domain/item_checks/wording.hpp"

namespace domain {

// In the order of paths. A gap in another language than the original is a hint: the parity board dates it.
CheckFindings check_item(ItemKind kind, const Values& values, const ReadMarkdown& blocks_of,
                         const Glossary& glossary = {});
// Of one text alone, as an editor types it.
CheckFindings check_text(const std::string& path, ItemForm form, base::Language language, std::string_view text,
                         const ReadMarkdown& blocks_of);

// Every text below `path`, or every text at all where it is empty, with what a machine can mend of `flaw`, or of all
// flaws where there is none. How many texts changed; all others stay as they are, whatever they are.
std::size_t mend(ItemKind kind, Values& values, std::string_view path, std::optional<Flaw> flaw,
                 const ReadMarkdown& blocks_of);

// Nobody may send such a text to the public, however much hurry there is.
constexpr bool is_unsafe(Flaw flaw) { return flaw == Flaw::UnsafeLink || flaw == Flaw::TooComplex; }

inline bool may_be_published(const CheckFindings& findings) {
    for (const auto& finding : findings)
        if (finding.severity == Severity::Must) return false;
    return true;
}

}  // namespace domain
