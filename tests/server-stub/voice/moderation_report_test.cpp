// What moderation did, counted from the log of events, over a database in memory.
#include "shared/domain/moderation_report.hpp"

#include <doctest/doctest.h>

#include "tests/server-stub/voice/court.hpp"

using domain::ContributionStep;
using domain::DeclineReason;
using domain::ModerationCount;
using test::Court;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr base::Date long_ago{2020, 1, 1};

std::vector<domain::ModerationQuarter> report(Court& court, base::Date from = long_ago) {
    return court.store->reports().moderation("rabat", from).value();
}

// A link is always read first.
std::int64_t held(Court& court, const std::string& words) {
    const auto sent = court.say(words + " sur www.gains-faciles.com", words).value();
    REQUIRE(sent.state == domain::ContributionState::Held);
    return sent.id;
}

auto decline(Court& court, std::int64_t id, DeclineReason reason) {
    return court.voice().act(court.voice().find("rabat", id).value(), Court::moderator(1),
                             {.step = ContributionStep::Decline, .reason = reason}, court.now);
}

}  // namespace

TEST_SUITE("server-stub/voice/moderation_report") {
    TEST_CASE("every step of moderation is counted once, in the quarter in which it was taken") {
        Court court;  // In November.
        const auto at_once = court.say("Un banc devant la salle 2.", "a").value();
        const auto shown = held(court, "Lire les horaires"), refused = held(court, "Gagnez de l'argent"),
                   waiting = held(court, "Tous ensemble");
        const auto redacted = court.voice().act(court.voice().find("rabat", at_once.id).value(), Court::moderator(1),
                                                {.step = ContributionStep::Redact,
                                                 .reason = DeclineReason::OffTopic,
                                                 .redacted = "Un banc […] la salle 2."},
                                                court.now);
        REQUIRE(redacted);
        REQUIRE(court.act(shown, Court::moderator(1), ContributionStep::Publish));
        REQUIRE(decline(court, refused, DeclineReason::Advertising));
        REQUIRE(court.act(refused, Court::author(), ContributionStep::Appeal, "C'est utile."));
        court.pass_days(60);  // In January.
        REQUIRE(court.act(refused, Court::moderator(2), ContributionStep::Overturn));
        REQUIRE(decline(court, waiting, DeclineReason::OffTopic));

        const auto quarters = report(court);
        REQUIRE(quarters.size() == 2);
        CHECK(quarters[0].quarter == domain::Quarter{2027, 1});
        CHECK(quarters[0].counts == std::array{0, 0, 0, 0, 0, 0, 0, 1});
        CHECK(quarters[0].declined[static_cast<std::size_t>(DeclineReason::OffTopic)] == 1);
        CHECK(quarters[1].quarter == domain::Quarter{2026, 4});
        CHECK(quarters[1].counts == std::array{4, 1, 3, 1, 0, 1, 1, 0});
        CHECK(quarters[1].declined[static_cast<std::size_t>(DeclineReason::Advertising)] == 1);
        CHECK(quarters[1].declined[static_cast<std::size_t>(DeclineReason::OffTopic)] == 0);
        CHECK(report(court, {2027, 1, 1}).size() == 1);
        CHECK(court.store->reports().moderation("tanger", long_ago)->empty());
    }

    TEST_CASE("what is about a case is counted as referred, and neither as held nor as published") {
        Court court;
        const auto sent = court.say("Le juge a eu tort dans mon dossier 2026/1201/345.", "a").value();
        REQUIRE(sent.state == domain::ContributionState::Private);
        CHECK(report(court).front().counts == std::array{1, 0, 0, 0, 1, 0, 0, 0});
    }

    TEST_CASE("it is measured how long each was held until a moderator judged it; who withdraws is not waited for") {
        Court court;
        const auto soon = held(court, "Lire les horaires"), late = held(court, "Gagnez de l'argent"),
                   withdrawn = held(court, "Tous ensemble");
        REQUIRE(court.act(soon, Court::moderator(1), ContributionStep::Publish));
        court.now.milliseconds += 5 * hour_ms + 1;
        REQUIRE(decline(court, late, DeclineReason::Advertising));
        REQUIRE(court.act(withdrawn, Court::author(), ContributionStep::Withdraw));
        auto hours = report(court).front().hours_held;
        std::ranges::sort(hours);
        CHECK(hours == std::vector{1, 6});
    }

    TEST_CASE("the steps of a district are found by their own index, by the day") {
        Court court;
        int found = 0;
        for (const auto& plan : court.store->query_plans().value())
            for (const auto& step : plan.steps)
                found += step.contains("voice_event_moderation (district=? AND on_day>?)") ? 1 : 0;
        CHECK(found == 2);
    }
}
