// What people said that is late, for who is told of it: on the first page of the desk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/document/builder.hpp"
#include "shared/domain/account.hpp"
#include "shared/domain/answer_clock.hpp"
#include "shared/domain/district.hpp"
#include "shared/i18n/text.hpp"

namespace desk {

// Of one district.
struct Escalated {
    struct One {
        std::string number;
        base::Date term;
    };
    std::string district;
    std::vector<One> all;  // Those that wait longest first.
};

// Which alarms are for this role: the head's for the head, the ministry's for the ministry, the reminder for who
// answers or moderates. Nothing for who does neither.
std::optional<domain::Alarm> alarm_for(domain::Role role);

// Nothing where nothing is late. To the ministry how many there are in each district, to others each of their own.
std::vector<doc::Node> escalated_part(const i18n::Text& tr, domain::Role role, const std::vector<Escalated>& escalated,
                                      const std::vector<domain::District>& districts);

}  // namespace desk
