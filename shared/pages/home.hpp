// The national home: find a district by any of its names, by court or by region.
#pragma once

#include <string_view>
#include <vector>

#include "shared/domain/national.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

struct HomeData {
    const domain::National& national;
    const std::vector<domain::District>& districts;
};

doc::Document home_page(const i18n::Text& tr, const routes::Home& route, const HomeData& data);

}  // namespace pages
