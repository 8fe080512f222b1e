#include "shared/domain/need.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace domain {

int Need::waiting() const { return contributions() - std::accumulate(outcomes.begin(), outcomes.end(), 0); }

void sort_needs(std::vector<Need>& needs) {
    std::erase_if(needs, [](const Need& one) { return one.people() == 0; });
    std::ranges::sort(needs, {},
                      [](const Need& one) { return std::tuple(-one.people(), std::string_view(one.service)); });
}

}  // namespace domain
