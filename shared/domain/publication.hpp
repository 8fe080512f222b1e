// What a district publishes besides its services: news, activities, programmes.
// Lists carry them without `body`, `admission` and `milestones`.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/body.hpp"
#include "shared/domain/district.hpp"

namespace domain {

struct Article {
    base::Id<struct ArticleTag> id;  // Slug, unique within its district and kind, as all ids here.
    DistrictId district;
    base::LocalizedText title;
    base::LocalizedText summary;
    base::Date published_on;
    Body body;
    bool operator==(const Article&) const = default;
};

struct Activity {
    base::Id<struct ActivityTag> id;
    DistrictId district;
    base::LocalizedText title;
    base::LocalizedText summary;
    base::LocalTime starts;
    base::LocalTime ends;
    base::Instant starts_at;  // The same moments in UTC, by the zone data of the day on which they were resolved.
    base::Instant ends_at;
    CourtId court;
    base::LocalizedText place;      // Within the court.
    base::LocalizedText admission;  // Who may come, and how.
    Body body;
    bool operator==(const Activity&) const = default;
};

enum class Progress : std::uint8_t { Done, Underway, Planned };

struct Milestone {
    base::LocalizedText title;
    base::Date due;
    Progress state = Progress::Planned;
    bool operator==(const Milestone&) const = default;
};

struct Programme {
    base::Id<struct ProgrammeTag> id;
    DistrictId district;
    base::LocalizedText title;
    base::LocalizedText summary;
    std::vector<Milestone> milestones;  // Earliest first.
    Body body;
    bool operator==(const Programme&) const = default;
};

}  // namespace domain
