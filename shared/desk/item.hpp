// One text: its editor in four languages, what happens to it next, its history, and how two changes of it meet.
#pragma once

#include "shared/desk/item_view.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

doc::Document item_page(const i18n::Text& tr, const routes::DeskItem& route, const ItemData& data);
doc::Document history_page(const i18n::Text& tr, const routes::DeskItem& route, const HistoryData& data);
// Somebody saved first: both texts of what both changed, and everything else as it belongs together.
doc::Document merge_page(const i18n::Text& tr, const routes::DeskItem& route, const MergeData& data,
                         const std::vector<domain::Court>& courts);

}  // namespace desk
