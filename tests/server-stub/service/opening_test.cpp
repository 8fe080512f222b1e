// The real calendar and the real zone, against a table that was derived apart from our code.
#include "server-stub/service/opening.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <doctest/doctest.h>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "shared/wire/hours.hpp"

namespace {

using service::LegalTime;

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

LegalTime casablanca() {
    auto zone = LegalTime::parse(bytes_of("/usr/share/zoneinfo/Africa/Casablanca"));
    REQUIRE(zone.has_value());
    REQUIRE(zone->knows_permanent_utc());
    return *zone;
}

domain::Calendar real_calendar() {
    auto calendar = wire::decode_calendar(bytes_of(RIHAB_SOURCE_DIR "/assets/content/calendar.json"));
    if (!calendar) FAIL(calendar.error().pointer << ": " << calendar.error().detail);
    return *calendar;
}

int number(std::string_view digits) {
    int value = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// "2026-11-22T10:00Z"
base::Instant instant_of(std::string_view text) {
    using namespace std::chrono;
    const auto at = [&](std::size_t begin, std::size_t length) { return number(text.substr(begin, length)); };
    const sys_days day = year_month_day(year(at(0, 4)), month(static_cast<unsigned>(at(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(at(8, 2))));
    const auto since_epoch = day.time_since_epoch() + hours(at(11, 2)) + minutes(at(14, 2));
    return {duration_cast<milliseconds>(since_epoch).count()};
}

std::string words_of(base::LocalTime time) {
    return std::format("{:04}-{:02}-{:02}T{:02}:{:02}", time.date.year, time.date.month, time.date.day,
                       time.minute_of_day / 60, time.minute_of_day % 60);
}

std::string break_words(const domain::OpenState& state) {
    if (!state.open_break) return "-";
    return state.open_break->kind == domain::BreakKind::Midday ? "midday" : "friday-prayer";
}

std::string season_words(const domain::OpenState& state) {
    const std::map<std::string_view, std::string> names{
        {"", "-"}, {"Ramadan hours", "ramadan"}, {"Summer hours", "summer"}};
    return names.at(state.season.exact(base::Language::En));
}

// In the columns of the table, from the second on.
std::string row_of(const domain::CourtId& court, const domain::OpenState& state) {
    constexpr std::array doors{"unknown", "open", "on-break", "closed"};
    constexpr std::array reasons{"-", "night", "weekend", "holiday", "exceptional"};
    return std::format("{};{};{};{};{};{};{}", court.value(), doors.at(static_cast<std::size_t>(state.door)),
                       state.until ? words_of(*state.until) : "-",
                       state.until ? std::to_string(state.minutes_remaining) : "-",
                       reasons.at(static_cast<std::size_t>(state.reason)), break_words(state), season_words(state));
}

}  // namespace

TEST_SUITE("server-stub/service/opening") {
    TEST_CASE("the door of a court is as the table says, over seven years") {
        const auto zone = casablanca();
        const auto calendar = real_calendar();
        std::istringstream table(bytes_of(RIHAB_SOURCE_DIR "/tests/server-stub/service/opening_table.txt"));
        int rows = 0;
        for (std::string line; std::getline(table, line);) {
            if (line.starts_with('#')) continue;
            ++rows;
            CAPTURE(line);
            const auto utc_end = line.find(';');
            const domain::CourtId court(line.substr(utc_end + 1, line.find(';', utc_end + 1) - utc_end - 1));
            const auto expected = line.substr(utc_end + 1, line.rfind(';') - utc_end - 1);
            const auto state = service::opening_at(calendar, zone, court, instant_of(line.substr(0, utc_end)));
            CHECK(row_of(court, state) == expected);
        }
        MESSAGE(rows, " instants");
        CHECK(rows >= 220);
    }

    TEST_CASE("each holiday has its name, and says whether its date is announced or expected") {
        const auto zone = casablanca();
        const auto calendar = real_calendar();
        struct Row {
            const char* noon;
            const char* name;
            domain::Certainty certainty = domain::Certainty::Announced;
        };
        for (const auto& row :
             {Row{"2026-01-01T12:00Z", "New Year’s Day"}, Row{"2026-01-11T12:00Z", "Independence Manifesto Day"},
              Row{"2026-01-14T12:00Z", "Amazigh New Year"}, Row{"2026-05-01T12:00Z", "Labour Day"},
              Row{"2026-07-30T12:00Z", "Throne Day"}, Row{"2026-08-14T12:00Z", "Oued Ed-Dahab Day"},
              Row{"2026-08-20T12:00Z", "Revolution of the King and the People"}, Row{"2026-08-21T12:00Z", "Youth Day"},
              Row{"2026-10-31T12:00Z", "Unity Day (Aïd Al Wahda)"}, Row{"2026-11-06T12:00Z", "Green March Day"},
              Row{"2026-11-18T12:00Z", "Independence Day"}, Row{"2026-03-20T12:00Z", "Eid al-Fitr"},
              Row{"2027-03-10T12:00Z", "Eid al-Fitr", domain::Certainty::Expected},
              Row{"2025-06-08T12:00Z", "Eid al-Adha"},
              Row{"2028-05-06T12:00Z", "Eid al-Adha", domain::Certainty::Expected},
              Row{"2027-06-06T12:00Z", "First of Muharram", domain::Certainty::Expected},
              Row{"2029-07-25T12:00Z", "Mawlid", domain::Certainty::Expected}}) {
            CAPTURE(row.noon);
            const auto state = service::opening_at(calendar, zone, domain::CourtId("tpi-rabat"), instant_of(row.noon));
            CHECK(state.reason == domain::ClosedReason::Holiday);
            CHECK(state.words.exact(base::Language::En) == row.name);
            CHECK(state.certainty == row.certainty);
        }
    }

    TEST_CASE("a begun minute counts whole, and seconds before closing the door is open") {
        const auto zone = casablanca();
        const auto calendar = real_calendar();
        const domain::CourtId court("tpi-rabat");
        auto now = instant_of("2026-11-23T16:29Z");
        now.milliseconds += 59'999;
        const auto state = service::opening_at(calendar, zone, court, now);
        CHECK(state.door == domain::DoorState::Open);
        CHECK(state.minutes_remaining == 1);
        now.milliseconds += 1;
        CHECK(service::opening_at(calendar, zone, court, now).door == domain::DoorState::Closed);
    }

    TEST_CASE("over a change of the legal time the true minutes are not those of the wall clock") {
        const auto zone = casablanca();
        const auto calendar = real_calendar();
        const domain::CourtId court("tpi-rabat");
        const auto friday_evening = instant_of("2026-09-18T15:30Z");
        const auto state = service::opening_at(calendar, zone, court, friday_evening);
        REQUIRE(state.until);
        CHECK(state.minutes_remaining == domain::minutes_between(zone.local_at(friday_evening), *state.until) + 60);
    }

    TEST_CASE("a district tells the door of each of its courts at one moment") {
        const domain::District district{
            .courts = {{domain::CourtId("tpi-rabat"), {}, ""}, {domain::CourtId("tpi-temara"), {}, ""}}};
        const auto now = instant_of("2026-12-04T13:00Z");
        const auto notice = [](std::string id, base::Date from, base::Date to, bool is_urgent) {
            return domain::Notice{.id = std::move(id), .from = from, .to = to, .is_urgent = is_urgent};
        };
        const std::vector notices{notice("over", {2026, 11, 1}, {2026, 12, 3}, true),
                                  notice("last-day", {2026, 11, 1}, {2026, 12, 4}, false),
                                  notice("first-day", {2026, 12, 4}, {2026, 12, 24}, true),
                                  notice("to-come", {2026, 12, 5}, {2026, 12, 24}, true)};
        const auto answer =
            service::district_now(real_calendar(), casablanca(), district, notices, {now.milliseconds + 59'999});
        CHECK(answer.utc == now);  // The minute, so that a page can be kept as long.
        CHECK(answer.local == base::LocalTime{{2026, 12, 4}, 13 * 60});
        REQUIRE(answer.notices.size() == 2);
        CHECK(answer.notices[0].id == "first-day");  // The urgent one first.
        CHECK(answer.notices[1].id == "last-day");
        REQUIRE(answer.courts.size() == 3);
        CHECK(answer.courts[0].court == domain::CourtId("cour-appel"));
        CHECK(answer.courts[1].state.door == domain::DoorState::Open);
        CHECK(answer.courts[2].state.reason == domain::ClosedReason::Exceptional);
        CHECK(answer.courts[2].state.words.exact(base::Language::En) == "Works in the building");
        CHECK(wire::decode_district_now(wire::encode(answer)) == answer);
    }

    TEST_CASE("a court of appeal that has not begun its work is not said to be open") {
        const domain::District district{.operational = false, .courts = {{domain::CourtId("tpi-dakhla"), {}, ""}}};
        const auto answer =
            service::district_now(real_calendar(), casablanca(), district, {}, instant_of("2026-12-04T13:00Z"));
        REQUIRE(answer.courts.size() == 1);
        CHECK(answer.courts[0].court == domain::CourtId("tpi-dakhla"));
    }
}
