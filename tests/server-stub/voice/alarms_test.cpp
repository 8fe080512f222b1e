// Who is told that a term ends or has ended: on the right day, once each, over a year with holidays and Ramadan.
#include <doctest/doctest.h>
#include <map>

#include "shared/base/day_text.hpp"
#include "shared/domain/hours.hpp"
#include "tests/server-stub/voice/court.hpp"

using domain::Alarm;
using test::Court;

TEST_SUITE("server-stub/voice") {
    TEST_CASE("over a year each alarm is raised on its day and once, also when the server begins anew every night") {
        constexpr int days = 365 + 120;
        Court court;
        std::map<std::int64_t, base::Date> terms;
        std::map<std::string, std::size_t> wanted, raised;
        for (int day = 0; day < days; ++day) {
            if (day < 365) {
                const auto one =
                    court.say("Un banc de plus devant la salle " + std::to_string(day), std::to_string(day));
                terms[one->id] = one->clock.acknowledge_by;
                for (const auto alarm : domain::alarms)
                    ++wanted[base::print(
                        domain::alarm_day(*test::shipped_calendar(), alarm, one->clock.acknowledge_by))];
            }
            court.restart();
            const auto today = base::print(court.today());
            if (const auto count = court.voice().run_clock(court.now).value(); count > 0) raised[today] = count;
            CHECK(court.voice().run_clock(court.now).value() == 0);
            court.restart();
            CHECK(court.voice().run_clock(court.now).value() == 0);
            court.pass_days(1);
        }
        std::erase_if(wanted, [&](const auto& one) { return one.first >= base::print(court.today()); });
        CHECK(raised == wanted);
        for (const auto& [id, term] : terms) {
            const auto alarms = court.voice().alarms(id).value();
            REQUIRE(alarms.size() == 3);
            for (const auto& alarm : alarms) CHECK(alarm.term == term);
        }
        // The days are working days: no reminder waits behind a feast.
        for (const auto& [day, count] : raised)
            CHECK(domain::is_working_day(*test::shipped_calendar(), base::parse_date(day).value()));
    }

    TEST_CASE("a term that ends on a weekend or a holiday ends on the next working day") {
        const auto& calendar = *test::shipped_calendar();
        CHECK(domain::term_end(calendar, {2026, 11, 20}, 15) == base::Date{2026, 12, 7});  // Saturday the 5th.
        CHECK(domain::term_end(calendar, {2026, 12, 17}, 15) == base::Date{2027, 1, 4});   // New Year's Day, a Friday.
        CHECK(domain::alarm_day(calendar, Alarm::RemindCourt, {2026, 12, 7}) == base::Date{2026, 12, 4});
        CHECK(domain::alarm_day(calendar, Alarm::TellHead, {2026, 12, 11}) == base::Date{2026, 12, 14});
    }

    TEST_CASE("no alarm is raised of what waits for its author or is answered") {
        Court court;
        const auto id = court.say("Un banc devant la salle 2.", "a")->id;
        REQUIRE(court.act(id, Court::editor(2), domain::ContributionStep::Acknowledge));
        REQUIRE(court.act(id, Court::editor(2), domain::ContributionStep::Ask, {},
                          domain::CourtAnswer{.outcome = domain::Outcome::NeedsInformation,
                                              .words = "Which?",
                                              .proof = {},
                                              .by = {},
                                              .legal_basis = {},
                                              .body = {},
                                              .merged_into = {}}));
        court.pass_days(200);
        CHECK(court.voice().run_clock(court.now).value() == 0);
        const auto counts = court.voice().counts("rabat", court.now).value();
        CHECK(counts.received == 1);
        CHECK(counts.acknowledged_in_time == 1);
        CHECK(counts.late == 0);
    }
}
