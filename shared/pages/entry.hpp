// One news item, activity, programme or court of a district.
#pragma once

#include "shared/domain/court_sheet.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/publication.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

template <class Item>
struct EntryData {
    const domain::District& district;
    const Item& item;
    const domain::DistrictNow* now = nullptr;  // Of courts; null where it could not be had.
};

doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::Article>& data);
doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::Activity>& data);
doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::Programme>& data);
doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const EntryData<domain::CourtSheet>& data);

}  // namespace pages
