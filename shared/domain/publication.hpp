// What a district publishes besides its services: news, activities, programmes, help.
// Lists carry them without `body`, `admission`, `milestones` and `copied_from`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
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
    bool is_sample = false;  // Shows what will stand here: the court has said nothing yet.
    std::optional<Attribution> copied_from{};
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
    bool is_sample = false;
    std::optional<Attribution> copied_from{};
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
    bool is_sample = false;
    std::optional<Attribution> copied_from{};
    bool operator==(const Programme&) const = default;
};

enum class ResourceKind : std::uint8_t { Question, Guide, Document };  // As they follow each other in lists.
enum class Audience : std::uint8_t { Citizen, Editor, Moderator };

// What helps a reader on: a question with its answer, a guide, or a document that lies elsewhere.
struct Resource {
    base::Id<struct ResourceTag> id;  // Of all kinds.
    DistrictId district;              // Empty: of the whole country.
    ResourceKind kind = ResourceKind::Question;
    base::LocalizedText title;
    base::LocalizedText summary;            // Questions have none.
    Audience audience = Audience::Citizen;  // Of guides.
    Body body;                              // Documents have none.
    std::string source;                     // Of documents: as in Provenance.
    std::string address;                    // Of documents: where it lies; empty where none is known.
    std::optional<Attribution> copied_from{};
    bool operator==(const Resource&) const = default;
};

}  // namespace domain
