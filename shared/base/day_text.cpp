#include "shared/base/day_text.hpp"

#include <algorithm>
#include <chrono>

#include "shared/base/padded.hpp"

namespace base {

bool has_form(std::string_view text, std::string_view picture) {
    return std::ranges::equal(text, picture,
                              [](char c, char wanted) { return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted; });
}

int number_in(std::string_view text) {
    int number = 0;
    for (const char digit : text) number = number * 10 + (digit - '0');
    return number;
}

std::string print(const Date& date) {
    return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::string print_clock_time(int minute_of_day) {
    return padded(minute_of_day / 60, 2) + ':' + padded(minute_of_day % 60, 2);
}

std::string print(const LocalTime& time) { return print(time.date) + 'T' + print_clock_time(time.minute_of_day); }

std::optional<Date> parse_date(std::string_view text) {
    if (!has_form(text, "dddd-dd-dd")) return std::nullopt;
    const Date date{number_in(text.substr(0, 4)), number_in(text.substr(5, 2)), number_in(text.substr(8, 2))};
    using namespace std::chrono;
    const year_month_day day{year(date.year), month(static_cast<unsigned>(date.month)),
                             std::chrono::day(static_cast<unsigned>(date.day))};
    return day.ok() ? std::optional(date) : std::nullopt;
}

std::optional<int> parse_clock_time(std::string_view text) {
    if (!has_form(text, "dd:dd")) return std::nullopt;
    const int hours = number_in(text.substr(0, 2)), minutes = number_in(text.substr(3, 2));
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
    if (!has_form(text, "dddd-dd-ddTdd:dd")) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto minute_of_day = parse_clock_time(text.substr(11));
    if (!date || !minute_of_day) return std::nullopt;
    return LocalTime{*date, *minute_of_day};
}

}  // namespace base
