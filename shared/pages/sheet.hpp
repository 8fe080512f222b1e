// A service sheet: who, papers, steps, fee, delay, where, legal basis, and how it went.
#pragma once

#include <vector>

#include "shared/domain/district.hpp"
#include "shared/domain/service_sheet.hpp"
#include "shared/pages/answer.hpp"
#include "shared/pages/frame.hpp"
#include "shared/pages/rating_form.hpp"

namespace pages {

struct SheetData {
    domain::District district;
    domain::ServiceSheet sheet;
    std::vector<domain::ServiceSummary> services;  // Of the district, this one included.
};

struct SheetPage {
    routes::Sheet route;
    Answer<SheetData> answer;
    RatingForm form;
};

doc::Document sheet_page(const i18n::Text& tr, const SheetPage& page);

}  // namespace pages
