// What an inbox is narrowed down by: links, each with how many there would be.
#pragma once

#include "shared/desk/voice.hpp"
#include "shared/document/builder.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

// Whether there is anything to choose from.
bool has_filters(const InboxData& data);
doc::Node inbox_filters(const i18n::Text& tr, const routes::DeskRoom& route, const InboxData& data);

}  // namespace desk
