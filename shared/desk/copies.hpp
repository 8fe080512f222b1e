// What a district may copy of others; and, of a copy, whose text it was and what is still to be said.
#pragma once

#include <string>
#include <vector>

#include "shared/desk/item_view.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

struct CopyView {
    std::string number;  // Of the item, in its own district.
    std::string title;
    base::LocalizedText city;
    base::Date date;
    std::string address;  // Where the public reads it.
};

struct CopiesData {
    std::vector<CopyView> offers;
    std::string next;  // Cursor; empty where there are no more.
    domain::ItemKind kind = domain::ItemKind::Sheet;
    std::string from;                         // Of this district alone; empty: of all others.
    std::vector<domain::District> districts;  // All others.
    bool may_copy = false;
};

doc::Document copies_page(const i18n::Text& tr, const routes::DeskRoom& route, const CopiesData& data);

// Stands above the values of a copy.
doc::Node copied_section(const i18n::Text& tr, const CopiedView& copied, const ItemData& data);

}  // namespace desk
