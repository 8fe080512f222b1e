// What waits at a desk, by clock, kind and service, over a database in memory.
#include <doctest/doctest.h>

#include "shared/domain/hours.hpp"
#include "tests/server-stub/voice/court.hpp"

using domain::ContributionKind;
using domain::ContributionState;
using domain::ContributionStep;
using domain::TermGroup;
using domain::VoiceFilter;
using test::Court;

namespace {

std::int64_t say(Court& court, ContributionKind kind, const std::string& service, const std::string& text,
                 const std::string& district = "rabat") {
    static int key = 0;
    return court.voice()
        .send({.district = district,
               .service = service,
               .kind = kind,
               .text = text,
               .key = "inbox-" + std::to_string(++key),
               .language = base::Language::Fr,
               .sending = court.by_form()},
              court.now)
        .value()
        .id;
}

service::ContributionFilter asking(Court& court, const VoiceFilter& only,
                                   std::vector<ContributionState> states = service::all_states()) {
    return {
        .district = "rabat", .states = std::move(states), .oldest_first = true, .only = only, .today = court.today()};
}

std::vector<std::int64_t> found(Court& court, const VoiceFilter& only) {
    std::vector<std::int64_t> ids;
    for (const auto& one : court.voice().list(asking(court, only)).value()) ids.push_back(one.id);
    return ids;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_SUITE("server-stub/voice/inbox") {
    TEST_CASE("what is asked for is found, the oldest first, of one district alone") {
        Court court;
        const auto bench = say(court, ContributionKind::Suggestion, "nationality", "Un banc.");
        const auto when = say(court, ContributionKind::Question, "nationality", "Ouvrez-vous le samedi ?");
        const auto door = say(court, ContributionKind::Suggestion, "", "Une porte plus large.");
        say(court, ContributionKind::Question, "nationality", "Et le lundi ?", "tanger");
        CHECK(found(court, {}) == Ids{bench, when, door});
        CHECK(found(court, {.kind = ContributionKind::Suggestion}) == Ids{bench, door});
        CHECK(found(court, {.service = "nationality"}) == Ids{bench, when});
        CHECK(found(court, {.service = ""}) == Ids{door});
        CHECK(found(court, {.kind = ContributionKind::Suggestion, .service = "nationality"}) == Ids{bench});
        CHECK(found(court, {.kind = ContributionKind::Rating}).empty());
        auto second = asking(court, {.kind = ContributionKind::Suggestion});
        second.after = bench;
        CHECK(court.voice().list(second).value().front().id == door);
    }

    TEST_CASE("a term is late from the day after its last, and ends soon from seven days before it") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        const auto term = court.voice().find("rabat", id).value().clock.acknowledge_by;
        const auto at = [&](int days_before) {
            Court later;
            const auto again = say(later, ContributionKind::Suggestion, "", "Un banc.");
            later.pass_days(domain::days_between(later.today(), term) - days_before);
            CHECK(again == id);
            return std::pair(found(later, {.clock = TermGroup::Late}).size(),
                             found(later, {.clock = TermGroup::Soon}).size());
        };
        CHECK(at(8) == std::pair<std::size_t, std::size_t>(0, 0));
        CHECK(at(7) == std::pair<std::size_t, std::size_t>(0, 1));
        CHECK(at(0) == std::pair<std::size_t, std::size_t>(0, 1));
        CHECK(at(-1) == std::pair<std::size_t, std::size_t>(1, 0));
    }

    TEST_CASE("what waits for its author, or is answered, is neither late nor ends soon") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Acknowledge));
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Answer, {},
                          domain::CourtAnswer{.outcome = domain::Outcome::Done, .words = "Fait.", .proof = "Salle 2"}));
        court.pass_days(400);
        CHECK(found(court, {.clock = TermGroup::Late}).empty());
        CHECK(found(court, {.clock = TermGroup::Soon}).empty());
        CHECK(found(court, {}) == Ids{id});
    }

    TEST_CASE("groups say how many are found by each filter") {
        Court court;
        say(court, ContributionKind::Suggestion, "nationality", "Un banc.");
        say(court, ContributionKind::Question, "nationality", "Ouvrez-vous le samedi ?");
        court.pass_days(16);
        say(court, ContributionKind::Suggestion, "", "Une porte plus large.");
        const auto groups = court.voice().groups(asking(court, {.kind = ContributionKind::Rating})).value();
        for (const auto& only :
             {VoiceFilter{}, VoiceFilter{.clock = TermGroup::Late}, VoiceFilter{.clock = TermGroup::Soon},
              VoiceFilter{.kind = ContributionKind::Suggestion}, VoiceFilter{.service = "nationality"},
              VoiceFilter{.clock = TermGroup::Late, .kind = ContributionKind::Question, .service = "nationality"}})
            CHECK(static_cast<std::size_t>(domain::count_of(groups, only)) == found(court, only).size());
        CHECK(domain::count_of(groups, {.clock = TermGroup::Late}) == 2);
        CHECK(court.voice().groups(asking(court, {}, {ContributionState::Held})).value().empty());
    }

    TEST_CASE("a contested redaction is found and counted by the same filter, in whatever state") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "nationality", "Un banc devant la salle.");
        auto act = service::VoiceAct{.step = ContributionStep::Redact,
                                     .reason = domain::DeclineReason::PersonalData,
                                     .redacted = "Un banc […]."};
        REQUIRE(court.voice().act(court.voice().find("rabat", id).value(), Court::moderator(1), act, court.now));
        REQUIRE(court.act(id, Court::author(), ContributionStep::ContestRedaction, "C'était utile."));
        auto filter = asking(court, {.service = "nationality"}, {ContributionState::Held});
        filter.with_contested_redactions = true;
        CHECK(court.voice().list(filter).value().size() == 1);
        CHECK(domain::count_of(court.voice().groups(filter).value(), filter.only) == 1);
        filter.only.service = "complaint";
        CHECK(court.voice().list(filter).value().empty());
    }

    TEST_CASE("an inbox is found and counted by its index") {
        Court court;
        int listed = 0, counted = 0;
        for (const auto& plan : court.store->query_plans().value())
            for (const auto& step : plan.steps) {
                if (plan.sql.contains("AS clock") && plan.sql.contains("FROM contribution WHERE"))
                    counted +=
                        step.contains("USING COVERING INDEX contribution_inbox (district=? AND state=?)") ? 1 : 0;
                if (plan.sql.contains("BETWEEN ?5 AND ?6"))
                    listed += step.contains("USING INDEX contribution_inbox (district=? AND state=? AND id>?)") ? 1 : 0;
            }
        CHECK(listed == 1);
        CHECK(counted == 1);
    }
}
