// Ratings for tests: each names only what matters to it.
#pragma once

#include <atomic>
#include <string>

#include "server-stub/service/rating_store.hpp"

namespace test {

inline service::NewRating a_rating(std::string key, int level = 4) {
    service::NewRating rating;
    rating.key = std::move(key);
    rating.receipt.district = domain::DistrictId("rabat");
    rating.receipt.service = domain::ServiceId("casier-judiciaire");
    rating.receipt.rating.level = level;
    rating.receipt.received_at = {1'795'348'800'000};
    rating.receipt.received_on = {2026, 11, 22};
    return rating;
}

// Codes that are never the same twice.
inline service::CodeSource counting_codes() {
    return [next = std::make_shared<std::atomic<std::uint64_t>>(1)] {
        return domain::ReceiptCode::from_random((*next)++);
    };
}

}  // namespace test
