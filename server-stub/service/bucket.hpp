// So much at once, and as much again over a while.
#pragma once

#include <algorithm>
#include <chrono>

#include "shared/base/clock.hpp"

namespace service {

struct Allowance {
    double most = 1;
    std::chrono::milliseconds within{1};  // In this time an empty one is full again.
};

// What was used of an allowance, less with every moment.
class Bucket {
public:
    bool has_room(double amount, const Allowance& allowance, base::Instant now) const {
        return used_at(allowance, now) + amount <= allowance.most;
    }
    void take(double amount, const Allowance& allowance, base::Instant now) {
        used_ = used_at(allowance, now) + amount;
        at_ = std::max(at_, now);
    }
    // Nothing of it counts any more.
    bool is_forgotten(const Allowance& allowance, base::Instant now) const { return used_at(allowance, now) <= 0; }

private:
    double used_at(const Allowance& allowance, base::Instant now) const {
        const auto passed = static_cast<double>(std::max<std::int64_t>(now.milliseconds - at_.milliseconds, 0));
        return std::max(used_ - allowance.most * passed / static_cast<double>(allowance.within.count()), 0.0);
    }

    double used_ = 0;
    base::Instant at_;
};

}  // namespace service
