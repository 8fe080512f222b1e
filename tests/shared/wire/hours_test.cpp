#include "shared/wire/hours.hpp"

#include <doctest/doctest.h>

namespace {

using namespace domain;

const Provenance sourced{Standing::Sourced, "Loi"};

base::LocalizedText words(const char* text) { return {"", "", text, ""}; }

Calendar a_calendar() {
    Calendar calendar;
    calendar.first = {2026, 1, 1};
    calendar.last = {2026, 12, 31};
    calendar.regimes = {{.name = words("Ordinaire"),
                         .shifts = {{{Weekday::Monday, Weekday::Friday}, {510, 990}}},
                         .breaks = {{BreakKind::FridayPrayer, {Weekday::Friday}, {720, 810}, Door::Closed, {}}},
                         .provenance = sourced},
                        {.name = words("Autre"),
                         .is_season = true,
                         .periods = {{{2026, 2, 19}, {2026, 3, 19}, Certainty::Expected, {}}},
                         .yearly = YearlyPeriod{{7, 1}, {8, 31}},
                         .courts = {CourtId("tpi-rabat")},
                         .shifts = {},
                         .provenance = {}}};
    calendar.fixed_holidays = {{words("Fixe"), {1, 14}, 2024, sourced}, {words("Vieille"), {5, 1}, {}, sourced}};
    calendar.lunar_holidays = {{words("Lunaire"), {{{2026, 3, 20}, {2026, 3, 21}, Certainty::Announced, sourced}}}};
    calendar.closures = {{{CourtId("tpi-sale")}, {{2026, 12, 4}, 720}, {{2026, 12, 8}, 0}, words("Travaux"), {}}};
    return calendar;
}

// Each kind of state once.
DistrictNow a_district_now() {
    const base::LocalTime now{{2026, 11, 26}, 600}, later{{2026, 11, 26}, 990};
    DistrictNow answer{now, {1795687200'000}, {}};
    const auto add = [&](const char* court, OpenState state) {
        state.at = now;
        answer.courts.push_back({CourtId(court), std::move(state)});
    };
    add("open", {.door = DoorState::Open,
                 .until = later,
                 .minutes_remaining = 390,
                 .open_break = OpenBreak{BreakKind::FridayPrayer, later},
                 .provenance = sourced});
    add("pause",
        {.door = DoorState::OnBreak, .until = later, .minutes_remaining = 1, .break_kind = BreakKind::FridayPrayer});
    add("closed", {.door = DoorState::Closed,
                   .until = later,
                   .minutes_remaining = 390,
                   .reason = ClosedReason::Holiday,
                   .words = words("Fête"),
                   .certainty = Certainty::Expected,
                   .season = words("Ramadan"),
                   .season_certainty = Certainty::Expected,
                   .provenance = sourced});
    add("unknown", {});
    return answer;
}

std::string replaced(std::string json, std::string_view part, std::string_view replacement) {
    const auto at = json.find(part);
    REQUIRE(at != std::string::npos);
    return json.replace(at, part.size(), replacement);
}

struct Case {
    const char* name;
    std::string_view part, replacement, pointer, code;
};

}  // namespace

TEST_SUITE("shared/wire/hours") {
    TEST_CASE("a calendar comes back as it was sent, and the same calendar is the same text") {
        const auto json = wire::encode(a_calendar());
        const auto calendar = wire::decode_calendar(json);
        REQUIRE(calendar);
        CHECK(*calendar == a_calendar());
        CHECK(wire::encode(*calendar) == json);
    }

    TEST_CASE("what a district says right now comes back as it was sent") {
        const auto json = wire::encode(a_district_now());
        const auto now = wire::decode_district_now(json);
        REQUIRE(now);
        CHECK(*now == a_district_now());
        CHECK(wire::encode(*now) == json);
    }

    TEST_CASE("the moment stands once, and a court says only what it has to say") {
        const auto json = wire::encode(a_district_now());
        CHECK(json.starts_with(R"({"at":{"local":"2026-11-26T10:00","utc":"2026-11-26T10:00:00.000Z"},"courts":[)"
                               R"({"court":"open","state":"open","until":"2026-11-26T16:30","minutesLeft":390,)"));
        CHECK(json.ends_with(R"({"court":"unknown","state":"unknown","standing":"example"}]})"));
    }

    TEST_CASE("every broken rule of a calendar is told with its pointer") {
        const Case cases[] = {
            {"a time that is none", R"("from":"08:30")", R"("from":"24:00")", "/regimes/0/shifts/0/from",
             "value-malformed"},
            {"a time written otherwise", R"("from":"08:30")", R"("from":"8h30")", "/regimes/0/shifts/0/from",
             "value-malformed"},
            {"a shift that ends before it begins", R"("to":"16:30")", R"("to":"08:30")", "/regimes/0/shifts/0",
             "value-malformed"},
            {"an unknown day", R"("monday")", R"("lundi")", "/regimes/0/shifts/0/days/0", "value-unknown"},
            {"a shift on no day", R"("days":["monday","friday"])", R"("days":[])", "/regimes/0/shifts/0",
             "value-malformed"},
            {"an unknown break", R"("kind":"friday-prayer")", R"("kind":"siesta")", "/regimes/0/breaks/0/kind",
             "value-unknown"},
            {"a period that ends before it begins", R"("last":"2026-03-19")", R"("last":"2026-02-01")",
             "/regimes/1/periods/0", "value-malformed"},
            {"an example with a source", R"("certainty":"expected","standing":"example")",
             R"("certainty":"expected","standing":"example","source":"x")", "/regimes/1/periods/0", "value-malformed"},
            {"a season over the end of the year", R"("last":{"month":8,"day":31})", R"("last":{"month":2,"day":1})",
             "/regimes/1/yearly", "value-malformed"},
            {"a day of no year", R"({"month":1,"day":14})", R"({"month":2,"day":30})", "/fixedHolidays/0/day",
             "value-malformed"},
            {"an odd year", R"("since":2024)", R"("since":24)", "/fixedHolidays/0/since", "value-unknown"},
            {"sourced without a source", R"("since":2024,"standing":"sourced","source":"Loi")",
             R"("since":2024,"standing":"sourced")", "/fixedHolidays/0", "value-malformed"},
            {"a closure that ends before it begins", "2026-12-08T00:00", "2026-12-04T12:00", "/closures/0",
             "value-malformed"},
            {"a wall time with a zone", "2026-12-08T00:00", "2026-12-08T00:00Z", "/closures/0/to", "value-malformed"},
            {"a wall day that is none", "2026-12-08T00:00", "2026-12-32T00:00", "/closures/0/to", "value-malformed"},
            {"a court that is no slug", "tpi-sale", "TPI Salé", "/closures/0/courts/0", "value-malformed"},
            {"data that end before they begin", R"("last":"2026-12-31")", R"("last":"2025-12-31")", "",
             "value-malformed"},
            {"a field too many", R"("closures":)", R"("colour":1,"closures":)", "/colour", "field-unknown"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto calendar = wire::decode_calendar(replaced(wire::encode(a_calendar()), c.part, c.replacement));
            REQUIRE_FALSE(calendar);
            CHECK(calendar.error().pointer == c.pointer);
            CHECK(calendar.error().code == c.code);
            CHECK(calendar.error().detail.ends_with("."));
        }
    }

    TEST_CASE("every broken rule of a district's answer is told with its pointer") {
        const Case cases[] = {
            {"no moment", R"("local":"2026-11-26T10:00",)", "", "/at/local", "field-missing"},
            {"an instant with an offset", "10:00:00.000Z", "10:00:00.000+01:00", "/at/utc", "value-malformed"},
            {"an unknown state", R"("state":"open")", R"("state":"ajar")", "/courts/0/state", "value-unknown"},
            {"open without an end", R"("until":"2026-11-26T16:30","minutesLeft":390,"openBreak")", R"("openBreak")",
             "/courts/0", "value-malformed"},
            {"closed without a reason", R"("reason":"holiday",)", "", "/courts/2", "value-malformed"},
            {"a reason to be open", R"("minutesLeft":390,"openBreak")", R"("reason":"night","openBreak")", "/courts/0",
             "value-malformed"},
            {"less than no time", R"("minutesLeft":390)", R"("minutesLeft":-1)", "/courts/0/minutesLeft",
             "value-unknown"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto now = wire::decode_district_now(replaced(wire::encode(a_district_now()), c.part, c.replacement));
            REQUIRE_FALSE(now);
            CHECK(now.error().pointer == c.pointer);
            CHECK(now.error().code == c.code);
        }
    }
}
