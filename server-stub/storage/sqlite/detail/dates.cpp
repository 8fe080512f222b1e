#include "server-stub/storage/sqlite/detail/dates.hpp"

#include <charconv>
#include <format>

namespace storage::sqlite::detail {

std::string print_date(const base::Date& date) {
    return std::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<base::Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + from, text.data() + from + length, value);
        return value;
    };
    return base::Date{number(0, 4), number(5, 2), number(8, 2)};
}

}  // namespace storage::sqlite::detail
