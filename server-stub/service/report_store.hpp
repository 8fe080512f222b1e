// Where is counted what moderation did.
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/domain/moderation_report.hpp"

namespace service {

// Everything fails with Unavailable when the disk does.
class ReportStore {
public:
    virtual ~ReportStore() = default;
    // Of the steps from this day on; the newest quarter first, without those in which nothing was done.
    virtual base::Result<std::vector<domain::ModerationQuarter>> moderation(std::string_view district,
                                                                            base::Date from) = 0;
};

}  // namespace service
