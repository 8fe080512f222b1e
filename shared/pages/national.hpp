// National pages: the judicial map, notices, documents, the commitment, accessibility, privacy.
#pragma once

#include <vector>

#include "shared/domain/national.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

struct NationalData {
    const domain::National& national;
    const std::vector<domain::District>& districts;
};

doc::Document national_page(const i18n::Text& tr, const routes::National& route, const NationalData& data);

}  // namespace pages
