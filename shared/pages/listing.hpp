// The lists of a district: services, news, activities, programmes, courts; and their lines as cards.
#pragma once

#include <vector>

#include "shared/domain/hours.hpp"
#include "shared/domain/publication.hpp"
#include "shared/domain/service_sheet.hpp"
#include "shared/pages/parts.hpp"

namespace pages {

Card card_of(const i18n::Text& tr, std::string_view district, const domain::ServiceSummary& service);
Card card_of(const i18n::Text& tr, const domain::Article& article);
Card card_of(const i18n::Text& tr, const domain::Activity& activity);

// How many entries a page of a list shows before a link leads on. 0: all that there are, as a court's services are few.
constexpr std::size_t entries_on_a_page(routes::Section section) {
    switch (section) {
        case routes::Section::News:
        case routes::Section::Programmes: return 20;
        case routes::Section::Help:
        case routes::Section::Activities: return 40;  // What is still to come stands at the end of them.
        case routes::Section::Services:
        case routes::Section::Courts: break;
    }
    return 0;
}

// By the server's clock; where that could not be had nothing is over.
bool is_over(const domain::Activity& activity, const domain::DistrictNow* now);

template <class Item>
struct ListingData {
    const domain::District& district;
    const std::vector<Item>& items;
    const domain::DistrictNow* now = nullptr;  // Of activities; null where it could not be had.
    std::string_view next{};                   // Where the list goes on; empty at its end.
};

doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::ServiceSummary>& data);
doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::Article>& data);
doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::Activity>& data);
doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const ListingData<domain::Programme>& data);

struct CourtsData {
    const domain::District& district;
    const domain::DistrictNow* now = nullptr;
};
doc::Document courts_page(const i18n::Text& tr, const routes::Listing& route, const CourtsData& data);

}  // namespace pages
