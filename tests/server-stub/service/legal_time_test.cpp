#include "server-stub/service/legal_time.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using service::LegalTime;

std::string bytes_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr auto casablanca = "/usr/share/zoneinfo/Africa/Casablanca";

// Seconds of 2026-..., printed with `date -u -d ... +%s`.
constexpr base::Instant at(std::int64_t seconds) { return {seconds * 1000}; }

}  // namespace

TEST_SUITE("server-stub/service/legal_time") {
    TEST_CASE("the offset of Morocco changes with Ramadan until 2026-09-20 and never after it") {
        const auto zone = LegalTime::parse(bytes_of(casablanca));
        REQUIRE(zone.has_value());
        REQUIRE(zone->knows_permanent_utc());

        struct Row {
            const char* name;
            std::int64_t seconds;
            int offset_hours;
        };
        for (const auto& row :
             {Row{"before Ramadan, 2026-02-15 01:59:59 UTC", 1771120799, 1},
              Row{"Ramadan begins, 2026-02-15 02:00 UTC", 1771120800, 0},
              Row{"before its end, 2026-03-22 01:59:59 UTC", 1774144799, 0},
              Row{"after Ramadan, 2026-03-22 02:00 UTC", 1774144800, 1}, Row{"2026-09-19 12:00 UTC", 1789819200, 1},
              Row{"2026-09-21 00:00 UTC", 1789948800, 0}, Row{"2026-11-22 12:00 UTC", 1795348800, 0},
              Row{"2027-07-01 12:00 UTC", 1814443200, 0}}) {
            CAPTURE(row.name);
            CHECK(zone->offset_seconds_at(at(row.seconds)) == row.offset_hours * 3600);
        }
    }

    TEST_CASE("half an hour before midnight UTC is tomorrow in Morocco in summer, and today since 2026-09-20") {
        const auto zone = LegalTime::parse(bytes_of(casablanca));
        REQUIRE(zone.has_value());
        CHECK(zone->date_at(at(1782862200)) == base::Date{2026, 7, 1});    // 2026-06-30T23:30Z
        CHECK(zone->date_at(at(1796081400)) == base::Date{2026, 11, 30});  // 2026-11-30T23:30Z
    }

    TEST_CASE("an instant is a minute on the wall clock of Morocco, and that minute is the instant again") {
        const auto zone = LegalTime::parse(bytes_of(casablanca));
        REQUIRE(zone.has_value());

        struct Row {
            const char* name;
            std::int64_t seconds;
            base::LocalTime local;
        };
        for (const auto& row :
             {Row{"2026-02-15 01:59 UTC, last minute at +1", 1771120740, {{2026, 2, 15}, 2 * 60 + 59}},
              Row{"2026-02-15 03:00 UTC, past the overlap", 1771124400, {{2026, 2, 15}, 3 * 60}},
              Row{"2026-03-22 01:59 UTC, last minute at +0", 1774144740, {{2026, 3, 22}, 1 * 60 + 59}},
              Row{"2026-03-22 02:00 UTC, first minute at +1", 1774144800, {{2026, 3, 22}, 3 * 60}},
              Row{"2026-09-20 02:00 UTC, past the last overlap", 1789869600, {{2026, 9, 20}, 2 * 60}},
              Row{"2026-06-30 23:30 UTC, tomorrow in Morocco", 1782862200, {{2026, 7, 1}, 30}},
              Row{"2026-11-22 10:00 UTC", 1795341600, {{2026, 11, 22}, 10 * 60}}}) {
            CAPTURE(row.name);
            CHECK(zone->local_at(at(row.seconds)) == row.local);
            CHECK(zone->instant_at(row.local) == at(row.seconds));
        }
        CHECK(zone->local_at({1795341659'999}) == base::LocalTime{{2026, 11, 22}, 10 * 60});
    }

    TEST_CASE("in an overlap the first of two equal wall times is meant") {
        const auto zone = LegalTime::parse(bytes_of(casablanca));
        REQUIRE(zone.has_value());
        // Until 2026-02-15 02:00 UTC the clock said +1, so 02:30 came at 01:30 UTC and again at 02:30 UTC.
        CHECK(zone->instant_at({{2026, 2, 15}, 2 * 60 + 30}) == at(1771119000));
        CHECK(zone->local_at(at(1771119000)) == zone->local_at(at(1771122600)));
        // The last change, to +0 for good, came at 01:00 UTC.
        CHECK(zone->instant_at({{2026, 9, 20}, 1 * 60 + 30}) == at(1789864200));
    }

    TEST_CASE("a wall time in a gap is as far after it as it lies in it") {
        const auto zone = LegalTime::parse(bytes_of(casablanca));
        REQUIRE(zone.has_value());
        const auto instant = zone->instant_at({{2026, 3, 22}, 2 * 60 + 30});
        CHECK(zone->local_at(instant) == base::LocalTime{{2026, 3, 22}, 3 * 60 + 30});
    }

    TEST_CASE("an instant before 1970 falls on its own day") {
        const auto zone = LegalTime::parse(bytes_of(casablanca));
        REQUIRE(zone.has_value());
        CHECK(zone->date_at({-1}) == base::Date{1969, 12, 31});
    }

    TEST_CASE("a file that is cut anywhere is refused") {
        const auto whole = bytes_of(casablanca);
        for (std::size_t length = 0; length < whole.size(); length += 7) {
            CAPTURE(length);
            CHECK_FALSE(LegalTime::parse(std::string_view(whole).substr(0, length)).has_value());
        }
    }

    TEST_CASE("a zone with a summer time rule is refused, because we would not follow it") {
        CHECK_FALSE(LegalTime::parse(bytes_of("/usr/share/zoneinfo/Europe/Paris")).has_value());
    }
}
