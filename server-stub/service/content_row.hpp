// A published thing as the read model keeps it: what its address answers, and its place in a list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/domain/answer.hpp"

namespace service {

// The list of all districts is a section of the country's.
inline constexpr std::string_view districts_section = "districts";
// Of a district. No address of the interface answers with one alone: it stands in what is now.
inline constexpr std::string_view notices_section = "notices";
inline constexpr std::string_view hours_section = "hours";

struct ContentRow {
    std::string address;      // Of the JSON interface: "/api/v1/districts/rabat/news/new-counter".
    std::string district;     // Empty for the country.
    std::string section;      // "news", "districts"; empty for what stands in no list.
    std::int64_t rank = 0;    // Lists ascend by it, then by the address.
    std::string summary;      // JSON, as in its list.
    std::string body;         // JSON
    bool keeps_rank = false;  // Whether another edition of it stays where it stands: of lists that have no dates.
    bool operator==(const ContentRow&) const = default;
};

// Of one published thing: National, District, ServiceSheet, Article, Activity, Programme, Resource or CourtSheet.
// News are ranked by minus the day since 1970 and activities by minus the minute at which they start, so that the
// newest come first; help by its kind, and all others, by `position`.
ContentRow row_of(const domain::Answer& answer, std::int64_t position = 0);
// Of an activity that starts then.
std::int64_t activity_rank(base::LocalTime starts);
ContentRow row_of(const domain::Notice& notice, std::string_view district, std::int64_t position);
ContentRow row_of(const domain::Regime& hours, std::string_view district, std::string_view slug, std::int64_t position);
ContentRow row_of(const domain::Calendar& calendar);

}  // namespace service
