// What helps: the questions, guides and documents of a district, and the guides for the whole country.
#pragma once

#include <vector>

#include "shared/domain/list.hpp"
#include "shared/domain/publication.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

template <class Value>
struct HelpData {
    const Value& value;
    const domain::District* district = nullptr;  // Null for the country's.
};

// By kind; those for the country have one.
doc::Document listing_page(const i18n::Text& tr, const routes::Listing& route,
                           const HelpData<domain::List<domain::Resource>>& data);
doc::Document entry_page(const i18n::Text& tr, const routes::Entry& route, const HelpData<domain::Resource>& data);

}  // namespace pages
