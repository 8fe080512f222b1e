// The words of a rating's answers: the same on the form and on the receipt.
#pragma once

#include <array>

#include "shared/domain/rating.hpp"
#include "shared/i18n/text.hpp"

namespace pages {

constexpr i18n::Key words_of_level(int level) {
    constexpr std::array words{msg::level_1, msg::level_2, msg::level_3, msg::level_4, msg::level_5};
    return words[static_cast<std::size_t>(level - domain::lowest_level)];
}

constexpr i18n::Key words_of(domain::Completed completed) {
    constexpr std::array words{msg::completed_yes, msg::completed_partly, msg::completed_no};
    return words[static_cast<std::size_t>(completed)];
}

constexpr i18n::Key words_of(domain::Reason reason) {
    constexpr std::array words{msg::reason_waiting, msg::reason_information, msg::reason_extra_papers,
                               msg::reason_welcome, msg::reason_access,      msg::reason_language,
                               msg::reason_cost,    msg::reason_other};
    return words[static_cast<std::size_t>(reason)];
}

}  // namespace pages
