// Days and minutes of the wall clock as text: "2026-11-22", "08:30", "2026-11-26T10:00".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.hpp"

namespace base {

// By a picture, "dddd-dd-dd": d stands for a digit, the rest for itself.
bool has_form(std::string_view text, std::string_view picture);
// `text` holds digits only, few enough for an int.
int number_in(std::string_view text);

std::string print(const Date& date);
std::string print(const LocalTime& time);
std::string print_clock_time(int minute_of_day);

// Only what the calendar has, and only in this form.
std::optional<Date> parse_date(std::string_view text);
std::optional<LocalTime> parse_local_time(std::string_view text);
std::optional<int> parse_clock_time(std::string_view text);

}  // namespace base
