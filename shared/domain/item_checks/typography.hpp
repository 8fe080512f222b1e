// How each language is set: signs, spaces, digits, quotes and letters.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/language.hpp"
#include "shared/domain/item_checks/finding.hpp"

namespace domain {

// One finding for each flaw. Addresses and code are left alone; `markdown` says whether the text has markup.
CheckFindings check_typography(const std::string& path, base::Language language, std::string_view text, bool markdown);

}  // namespace domain
