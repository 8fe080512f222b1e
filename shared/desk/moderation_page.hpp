// What moderation did in a district, quarter by quarter, and by which rules.
#pragma once

#include <vector>

#include "shared/base/clock.hpp"
#include "shared/document/builder.hpp"
#include "shared/domain/district.hpp"
#include "shared/domain/moderation_report.hpp"
#include "shared/domain/moderation_rules.hpp"
#include "shared/i18n/text.hpp"
#include "shared/routes/routes.hpp"

namespace desk {

struct ModerationData {
    const domain::District& district;
    std::vector<domain::ModerationQuarter> quarters{};  // The newest first.
    base::Date today{};
    domain::ModerationRules rules{};
};
doc::Document moderation_page(const i18n::Text& tr, const routes::Moderation& route, const ModerationData& data);

}  // namespace desk
