// Everything that one address of the JSON interface can answer: server and client keep their knowledge in this form.
#pragma once

#include <cstddef>
#include <type_traits>
#include <variant>

#include "shared/domain/activation.hpp"
#include "shared/domain/court_sheet.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/list.hpp"
#include "shared/domain/national.hpp"
#include "shared/domain/publication.hpp"
#include "shared/domain/rating.hpp"
#include "shared/domain/service_sheet.hpp"

namespace domain {

// The empty one comes first: nothing is known.
using Answer = std::variant<std::monostate, National, District, List<District>, ServiceSheet, List<ServiceSummary>,
                            Article, List<Article>, Activity, List<Activity>, Programme, List<Programme>, Resource,
                            List<Resource>, CourtSheet, List<Court>, DistrictNow, Receipt, PortalReport>;

// Which alternative of Answer an address holds, as its index.
using Subject = std::size_t;
template <class Value>
inline constexpr Subject subject_of = [] {
    return []<class... Alternatives>(std::variant<Alternatives...>*) {
        Subject subject = 0;
        for (const bool is_it : {std::is_same_v<Value, Alternatives>...}) {
            if (is_it) break;
            ++subject;
        }
        return subject;
    }(static_cast<Answer*>(nullptr));
}();

}  // namespace domain
