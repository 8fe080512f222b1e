// What the checks found in a text: each in one sentence, with its field, and with a button where a machine can mend it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/desk/item_view.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

// "Checks: 1 to mend, hints: 3", which leads to the section; nothing where nothing was found.
std::optional<doc::Node> check_count(const i18n::Text& tr, const ItemData& data);
// Its buttons belong to the form of the values: it stands within, below what saves.
doc::Node check_section(const i18n::Text& tr, const ItemData& data);
// What stands beside the field. Gaps in other languages are seen there anyway.
std::vector<const domain::CheckFinding*> findings_at(const ItemData& data, std::string_view path);

}  // namespace desk
