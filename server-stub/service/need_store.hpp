// Where is counted what people ask of the courts of a district.
#pragma once

#include <string_view>
#include <vector>

#include "server-stub/service/contribution_store.hpp"
#include "shared/domain/need.hpp"

namespace service {

struct NeedGroup {
    domain::Need need;
    std::vector<StoredContribution> newest{};
    bool operator==(const NeedGroup&) const = default;
};

// How often the services of a district were rated, and how often with words.
struct RatingCounts {
    std::int64_t ratings = 0, worded = 0;
    bool operator==(const RatingCounts&) const = default;
};

// Everything fails with Unavailable when the disk does.
class NeedStore {
public:
    virtual ~NeedStore() = default;
    // In the order of `domain::sort_needs`, each with so many of its newest contributions.
    virtual base::Result<std::vector<NeedGroup>> needs(std::string_view district, std::size_t newest) = 0;
    virtual base::Result<RatingCounts> rating_counts(std::string_view district) = 0;
};

}  // namespace service
