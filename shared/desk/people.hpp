// The desk of a court: what one may do there, and who works at it.
#pragma once

#include <vector>

#include "shared/desk/escalated.hpp"
#include "shared/domain/account.hpp"
#include "shared/domain/district.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

struct Data {
    const domain::Desk& desk;
    const std::vector<domain::District>& districts;
    std::int64_t overdue = 0;  // Facts of the desk's own district that are out of date.
    std::vector<Escalated> escalated{};
};
doc::Document overview_page(const i18n::Text& tr, const routes::Desk& route, const Data& data);
doc::Document people_page(const i18n::Text& tr, const routes::DeskRoom& route, const Data& data);

}  // namespace desk
