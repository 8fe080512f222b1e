// A judicial district: the area of one court of appeal, with its courts of first instance.
#pragma once

#include <string>
#include <vector>

#include "shared/base/id.hpp"
#include "shared/domain/provenance.hpp"

namespace domain {

using DistrictId = base::Id<struct DistrictTag>;
using CourtId = base::Id<struct CourtTag>;

struct Court {
    CourtId id;  // Slug, unique within its district: "tpi-rabat".
    base::LocalizedText name;
    std::string source;  // Which copies of the court lists hold this row.
    bool operator==(const Court&) const = default;
};

struct District {
    DistrictId id;             // Slug, unique: "rabat".
    base::LocalizedText city;  // "Rabat", "الرباط", "ⵕⵕⴱⴰⴹ"
    base::LocalizedText court_of_appeal;
    base::LocalizedText region;
    bool operational = true;  // 23 stand in law, 22 are staffed.
    std::string source;
    std::vector<Court> courts;  // Of first instance, in the order of the decree.
    bool operator==(const District&) const = default;
};

}  // namespace domain
