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

    TEST_CASE("who was told of a term reads it while it runs, and not once it was kept after all") {
        Court court;
        const auto first = court.say("Un banc devant la salle 2.", "a").value();
        court.pass_days(1);
        const auto second = court.say("Un banc devant la salle 3.", "b").value();
        const auto told = [&](Alarm alarm) {
            std::vector<std::int64_t> numbers;
            for (const auto& one : court.voice().escalations("rabat", alarm).value())
                numbers.push_back(one.contribution);
            return numbers;
        };
        CHECK(told(Alarm::TellHead).empty());
        court.now.milliseconds += domain::days_between(court.today(), first.clock.acknowledge_by) * test::day_ms;
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(told(Alarm::RemindCourt) == std::vector{first.id, second.id});
        CHECK(told(Alarm::TellHead).empty());
        court.pass_days(2);
        court.restart();
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(told(Alarm::TellHead) == std::vector{first.id, second.id});
        CHECK(told(Alarm::TellMinistry).empty());
        CHECK(court.voice().escalations("tanger", Alarm::TellHead)->empty());
        REQUIRE(court.act(first.id, Court::editor(2), domain::ContributionStep::Acknowledge));
        CHECK(told(Alarm::TellHead) == std::vector{second.id});
        court.pass_days(20);
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(told(Alarm::TellMinistry) == std::vector{second.id});
        // The next term of the first is one of its own.
        court.pass_days(40);
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(told(Alarm::TellHead) == std::vector{second.id, first.id});
    }

    TEST_CASE("after how many days each was read and answered is counted apart") {
        const domain::CourtAnswer done{.outcome = domain::Outcome::Done,
                                       .words = "It stands there.",
                                       .proof = "Room 2.",
                                       .by = {},
                                       .legal_basis = {},
                                       .body = {},
                                       .merged_into = {}};
        Court court;
        const auto begun = court.now;
        int sent = 0;
        for (const auto& [read, answered] : {std::pair(0, 15), {7, 16}, {8, 30}, {15, 31}, {16, 60}, {20, 61}}) {
            court.now = begun;
            const auto key = std::to_string(++sent);
            const auto id = court.say("Un banc devant la salle " + key, key)->id;
            court.pass_days(read);
            REQUIRE(court.act(id, Court::editor(2), domain::ContributionStep::Acknowledge));
            court.pass_days(answered - read);
            REQUIRE(court.act(id, Court::editor(2), domain::ContributionStep::Answer, {}, done));
        }
        court.say("Un banc devant la salle 9.", "last").value();
        const auto counts = court.voice().counts("rabat", court.now).value();
        CHECK(counts.read_after == std::array<std::int64_t, 3>{2, 2, 2});
        CHECK(counts.answered_after == std::array<std::int64_t, 4>{1, 2, 2, 1});
    }
}
