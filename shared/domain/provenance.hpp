// Where a fact comes from: every fact on a page shows its source or says that it is an example.
#pragma once

#include <optional>
#include <string>

#include "shared/base/clock.hpp"
#include "shared/base/localized_text.hpp"

namespace domain {

enum class Standing {
    Sourced,  // `source` names the document it was read in.
    Example,  // Invented in kind: the court must verify it before anybody relies on it.
};

// Documents are cited in the language that they were read in: pages mark their names with it.
inline constexpr base::Language source_language = base::Language::Fr;

struct Provenance {
    Standing standing = Standing::Example;
    std::string source;  // Title or address of the document, cited in French; empty for an example.
    bool operator==(const Provenance&) const = default;
};

struct Fact {
    base::LocalizedText text;
    Provenance provenance;
    std::optional<base::Date> holds_until{};  // The last day; nothing where nobody of the court has verified it.
    bool is_outdated = false;                 // That day is over.
    bool operator==(const Fact&) const = default;
};

}  // namespace domain
