// A service sheet: everything a person must know before going to a counter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/domain/district.hpp"

namespace domain {

using ServiceId = base::Id<struct ServiceTag>;

struct Step {
    Fact title;
    Fact detail;
    bool operator==(const Step&) const = default;
};

struct Paper : Fact {
    int copies = 0;  // 0: nothing is said of them.
    bool operator==(const Paper&) const = default;
};

struct ServiceSheet {
    ServiceId id;  // Slug, unique within its district: "casier-judiciaire".
    DistrictId district;
    base::LocalizedText title;
    base::LocalizedText short_title;  // For breadcrumbs and lists.
    base::LocalizedText summary;
    std::vector<Paper> papers;
    std::vector<Step> steps;
    Fact who;
    Fact fee;
    Fact delay;
    Fact where;
    Fact legal_basis;
    Fact appeal;                 // To whom one may turn against a refusal; empty where the court does not say.
    std::string online_address;  // Official site of the service, empty when there is none.
    std::optional<base::Date> last_checked;
    std::optional<Attribution> copied_from{};
    bool operator==(const ServiceSheet&) const = default;
};

// One line of a list of services.
struct ServiceSummary {
    ServiceId id;
    base::LocalizedText short_title;
    base::LocalizedText summary;
    bool operator==(const ServiceSummary&) const = default;
};

}  // namespace domain
