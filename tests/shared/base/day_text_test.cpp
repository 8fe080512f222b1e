#include "shared/base/day_text.hpp"

#include <doctest/doctest.h>

TEST_SUITE("shared/base/day_text") {
    TEST_CASE("days and minutes are read as they are written") {
        const base::LocalTime time{{2026, 2, 28}, 9 * 60 + 5};
        CHECK(base::print(time) == "2026-02-28T09:05");
        CHECK(base::parse_local_time("2026-02-28T09:05") == time);
        CHECK(base::parse_date("2024-02-29") == base::Date{2024, 2, 29});
        CHECK(base::parse_clock_time("23:59") == 1439);
    }

    TEST_CASE("what the calendar does not have, or another form, is no day and no minute") {
        for (const auto* text : {"", "2026-02-29", "2026-13-01", "2026-00-01", "2026-1-1", "2026-01-01 ", "+026-01-01"})
            CHECK_FALSE(base::parse_date(text));
        for (const auto* text : {"24:00", "12:60", "1:00", "12-00"}) CHECK_FALSE(base::parse_clock_time(text));
        for (const auto* text : {"2026-02-29T10:00", "2026-02-28 10:00", "2026-02-28T10:00:00", "2026-02-28"})
            CHECK_FALSE(base::parse_local_time(text));
    }
}
