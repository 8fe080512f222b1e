// A judicial district: the area of one court of appeal, with its courts of first instance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.hpp"
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

// A second colour that a district may choose; each keeps the contrast of the first.
enum class Accent : std::uint8_t { Terracotta, Ocean, Olive, Saffron };

// What makes a portal the one of its place.
struct Culture {
    base::LocalizedText welcome;            // One sentence.
    std::vector<base::Language> languages;  // All four, in the order in which the place speaks them.
    std::vector<std::string> featured;      // Ids of services, the most wanted first.
    Accent accent = Accent::Terracotta;
    bool operator==(const Culture&) const = default;
};

struct District {
    DistrictId id;             // Slug, unique: "rabat".
    base::LocalizedText city;  // "Rabat", "الرباط", "ⵕⵕⴱⴰⴹ"
    base::LocalizedText court_of_appeal;
    base::LocalizedText region;
    bool operational = true;  // 23 stand in law, 22 are staffed.
    std::string source;
    std::vector<Court> courts;  // Of first instance, in the order of the decree.
    Culture culture;
    bool preparing = false;                    // Its portal is read as any other, and says so at its top.
    std::optional<base::Date> active_since{};  // Nothing while it is being prepared, or where nobody wrote it down.
    bool operator==(const District&) const = default;
};

// Whose text a published one was before: of copies.
struct Attribution {
    DistrictId district;
    base::LocalizedText city;  // Its seat.
    bool operator==(const Attribution&) const = default;
};

}  // namespace domain
