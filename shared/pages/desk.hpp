// The desk of a court: what one may do there, and who works at it.
#pragma once

#include <vector>

#include "shared/domain/account.hpp"
#include "shared/domain/district.hpp"
#include "shared/pages/frame.hpp"

namespace pages {

struct DeskData {
    const domain::Desk& desk;
    const std::vector<domain::District>& districts;
};
doc::Document desk_page(const i18n::Text& tr, const routes::Desk& route, const DeskData& data);
doc::Document people_page(const i18n::Text& tr, const routes::People& route, const DeskData& data);

}  // namespace pages
