// The texts of a district: what is written, what waits for whom, what is public.
#pragma once

#include "shared/desk/item_view.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

doc::Document items_page(const i18n::Text& tr, const routes::DeskRoom& route, const ItemsData& data);

// "Draft, revision 3", and who changed it last: what stands under the title of a text.
std::vector<doc::Node> item_lines(const i18n::Text& tr, const ItemView& item);
std::string title_of(const i18n::Text& tr, const ItemView& item);

}  // namespace desk
