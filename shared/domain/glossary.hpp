// Terms of the law that keep their approved wordings in every translation.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "shared/base/language.hpp"

namespace domain {

inline constexpr std::size_t glossary_terms_limit = 500;
inline constexpr std::size_t term_wordings_limit = 8;  // Of one language.
inline constexpr std::size_t term_wording_limit = 80;  // Code points.

struct Term {
    std::string id;
    std::string source;  // The file of the seed in which it was read.
    // In the order of base::languages; empty where there is none yet. The first is the one to propose, and the one that
    // an original is looked through for.
    std::array<std::vector<std::string>, base::languages.size()> wordings;
    bool operator==(const Term&) const = default;
};
using Glossary = std::vector<Term>;

}  // namespace domain
