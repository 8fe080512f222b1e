// The home of a district: what it offers, what is on, what is new.
#pragma once

#include <vector>

#include "shared/domain/hours.hpp"
#include "shared/domain/publication.hpp"
#include "shared/domain/service_sheet.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

// How many of each the page asks for.
inline constexpr std::size_t asked_news = 3;
inline constexpr std::size_t asked_programmes = 6;

struct DistrictData {
    const domain::District& district;
    const std::vector<domain::ServiceSummary>& services;
    const std::vector<domain::Article>& news;
    const std::vector<domain::Activity>& activities;  // The soonest first.
    const std::vector<domain::Programme>& programmes;
    const domain::DistrictNow* now = nullptr;  // Null where it could not be had.
};

doc::Document district_page(const i18n::Text& tr, const routes::District& route, const DistrictData& data);

}  // namespace pages
