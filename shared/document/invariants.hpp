// What must hold of every page, whoever wrote it: checked on each document in tests.
#pragma once

#include <string>
#include <vector>

#include "shared/document/document.hpp"

namespace doc {

// One sentence for each broken rule; empty when the document is sound.
std::vector<std::string> broken_invariants(const Document& document);

}  // namespace doc
