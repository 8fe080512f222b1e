// Pages that no author wrote but that the style table must hold: the four layout words in random company.
#pragma once

#include <random>

#include "shared/document/document.hpp"

namespace test {

using Random = std::mt19937;

doc::Document random_styled_page(Random& random, base::Language language);

// The same tree with texts that read the same in both directions, for a page written from right to left.
doc::Document neutral_page(Random& random, base::Language language);

}  // namespace test
