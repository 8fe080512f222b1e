// Numbers, dates and times as they are written in Morocco in each language, through CLDR's patterns.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/clock.hpp"
#include "shared/base/language.hpp"

namespace unicode {

enum class DateStyle : std::uint8_t { Long };  // "12 novembre 2026", "12 نونبر 2026"

// On the wall clock of Morocco, resolved by the server.
struct TimeOfDay {
    int hour = 0;    // 0 to 23
    int minute = 0;  // 0 to 59
    auto operator<=>(const TimeOfDay&) const = default;
};

// All of these need the data of `load_data`. Digits are ASCII in the four languages.
std::string format_number(std::int64_t number, base::Language language);
// Rounded half to even, with as many decimals as are needed, at most `decimals`. `number` must be finite.
std::string format_number(double number, base::Language language, int decimals = 3);
std::string format_date(base::Date date, DateStyle style, base::Language language);
std::string format_time(TimeOfDay time, base::Language language);

}  // namespace unicode
