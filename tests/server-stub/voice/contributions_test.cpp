// What people say to a court, from the first word to the last decision, over a database in memory.
#include "server-stub/service/contributions.hpp"

#include <algorithm>
#include <doctest/doctest.h>

#include "shared/domain/hours.hpp"
#include "tests/server-stub/voice/court.hpp"

using domain::ContributionProblem;
using domain::ContributionState;
using domain::ContributionStep;
using domain::Outcome;
using service::VoiceRefusal;
using test::Court;

namespace {

VoiceRefusal problem(ContributionProblem what) { return {.why = VoiceRefusal::Why::Problem, .problem = what}; }
VoiceRefusal because(VoiceRefusal::Why why) { return {.why = why}; }

const domain::CourtAnswer refusal{.outcome = Outcome::Refused,
                                  .words = "The counter has no second room.",
                                  .proof = {},
                                  .by = {},
                                  .legal_basis = "Law 38.15",
                                  .body = {},
                                  .merged_into = {}};

}  // namespace

TEST_SUITE("server-stub/voice") {
    TEST_CASE("a suggestion that is harmless is public at once, one with a link waits for a moderator") {
        Court court;
        const auto open = court.say("Ouvrez un guichet de plus le lundi matin.", "a").value();
        CHECK(open.state == ContributionState::Published);
        CHECK(open.is_public());
        CHECK(open.clock.acknowledge_by == base::Date{2026, 12, 7});
        CHECK(open.clock.answer_by == base::Date{2027, 1, 21});
        const auto held = court.say("Venez tous gagner de l'argent sur www.gains-faciles.com", "b").value();
        CHECK(held.state == ContributionState::Held);
        CHECK_FALSE(held.concerns.empty());
        CHECK(court.voice().list({.district = "rabat"}).value().size() == 1);
        CHECK(court.voice().list({.district = "tanger"}).value().empty());
    }

    TEST_CASE("its whole life: held, published, acknowledged, refused by two, contested, decided by a third") {
        Court court;
        const auto id = court.say("Venez tous gagner de l'argent sur www.gains-faciles.com", "a").value().id;
        REQUIRE(court.act(id, Court::moderator(1), ContributionStep::Publish));
        court.pass_days(3);
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Acknowledge));
        court.pass_days(37);
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::DraftRefusal, {}, refusal));
        CHECK(court.act(id, Court::editor(2), ContributionStep::Agree).error() ==
              problem(ContributionProblem::OwnJudgement));
        const auto answered = court.act(id, Court::editor(3), ContributionStep::Agree).value();
        CHECK(answered.answer == refusal);
        CHECK(answered.clock.answered_on == court.today());
        REQUIRE(court.act(id, Court::author(), ContributionStep::Contest, "There is room on the first floor."));
        for (const auto of_the_first : {2, 3})
            CHECK(court.act(id, Court::editor(of_the_first), ContributionStep::Decide, {}, refusal).error() ==
                  problem(ContributionProblem::OwnJudgement));
        const domain::CourtAnswer done{.outcome = Outcome::Done,
                                       .words = "You are right.",
                                       .proof = "First floor, room 4.",
                                       .by = {},
                                       .legal_basis = {},
                                       .body = {},
                                       .merged_into = {}};
        const auto decided = court.act(id, Court::editor(4), ContributionStep::Decide, {}, done).value();
        CHECK(decided.state == ContributionState::Decided);
        CHECK(decided.answer == done);
        CHECK(court.act(id, Court::author(), ContributionStep::Contest, "Again.").error() ==
              problem(ContributionProblem::WrongState));
        const auto stored = court.voice().find("rabat", id).value();
        CHECK(stored == decided);
        CHECK(court.voice().find(stored.code).value() == decided);
        const auto steps = court.voice().steps(id).value();
        REQUIRE(steps.size() == 7);
        CHECK(steps[3].answer == refusal);
        CHECK(steps[5].words == "There is room on the first floor.");
        CHECK(court.store->items().first_broken_audit_row().value() == std::nullopt);
    }

    TEST_CASE("what was sent twice is kept once, and a key that says something else now is refused") {
        Court court;
        const auto first = court.say("Un banc devant la salle 2.", "a").value();
        CHECK(court.say("Un banc devant la salle 2.", "a").value() == first);
        CHECK(court.say("Deux bancs.", "a").error() == because(VoiceRefusal::Why::Conflict));
        CHECK(court.voice().list({.district = "rabat"}).value().size() == 1);
        // The key of a rating is one, too.
        REQUIRE(court.store->record(std::vector{test::a_rating("r")}, test::counting_codes()).front());
        CHECK(court.say("Un banc.", "r").error() == because(VoiceRefusal::Why::Conflict));
        CHECK(court.store->record(std::vector{test::a_rating("a")}, test::counting_codes()).front().error().code ==
              base::ErrorCode::Conflict);
    }

    TEST_CASE("of two who take a step at once the second is told, and nothing is done twice") {
        Court court;
        const auto seen = court.say("Un banc devant la salle 2.", "a").value();
        const service::VoiceAct read{.step = ContributionStep::Acknowledge, .version = seen.version};
        REQUIRE(court.voice().act(seen, Court::editor(2), read, court.now));
        CHECK(court.voice().act(seen, Court::editor(3), read, court.now).error() ==
              because(VoiceRefusal::Why::Changed));
        CHECK(court.voice().steps(seen.id).value().size() == 2);
    }

    TEST_CASE("who declined something does not judge the appeal, and an appeal is heard once") {
        Court court;
        const auto id = court.say("Venez tous gagner de l'argent sur www.gains-faciles.com", "a").value().id;
        CHECK(court.act(id, Court::moderator(1), ContributionStep::Decline, "It advertises.").error() ==
              problem(ContributionProblem::WordsMissing));
        REQUIRE(court.voice().act(court.voice().find("rabat", id).value(), Court::moderator(1),
                                  {.step = ContributionStep::Decline,
                                   .words = "It advertises.",
                                   .reason = domain::DeclineReason::Advertising},
                                  court.now));
        CHECK(court.voice().steps(id)->back().reason == domain::DeclineReason::Advertising);
        CHECK_FALSE(court.voice().find("rabat", id).value().is_public());
        REQUIRE(court.act(id, Court::author(), ContributionStep::Appeal, "It does not."));
        CHECK(court.act(id, Court::moderator(1), ContributionStep::Overturn).error() ==
              problem(ContributionProblem::OwnJudgement));
        const auto published = court.act(id, Court::moderator(5), ContributionStep::Overturn).value();
        CHECK(published.is_public());
    }

    TEST_CASE("the court does not lose the days on which it waited for an author") {
        Court court;
        const auto sent = court.say("Un banc devant la salle 2.", "a").value();
        REQUIRE(court.act(sent.id, Court::editor(2), ContributionStep::Acknowledge));
        const domain::CourtAnswer question{.outcome = Outcome::NeedsInformation,
                                           .words = "Which floor?",
                                           .proof = {},
                                           .by = {},
                                           .legal_basis = {},
                                           .body = {},
                                           .merged_into = {}};
        REQUIRE(court.act(sent.id, Court::editor(2), ContributionStep::Ask, {}, question));
        court.pass_days(20);
        const auto told = court.act(sent.id, Court::author(), ContributionStep::Supply, "The first.").value();
        CHECK(domain::days_between(sent.clock.answer_by, told.clock.answer_by) >= 20);
        CHECK_FALSE(told.answer.has_value());
        CHECK(court.voice().find("rabat", sent.id).value() == told);
    }

    TEST_CASE("a number that tells who somebody is is nowhere in the store, in no field and no script of digits") {
        Court court;
        const auto sent = court.say("Ma carte AB123456, appelez le ٠٦١٢٣٤٥٦٧٨", "a").value();
        CHECK(sent.state == ContributionState::Held);
        CHECK_FALSE(sent.text.contains("123456"));
        CHECK_FALSE(sent.text.contains("٣٤٥"));
        const auto open = court.say("Un banc devant la salle 2.", "b").value();
        REQUIRE(court.act(open.id, Court::editor(2), ContributionStep::Acknowledge));
        REQUIRE(court.act(open.id, Court::author(), ContributionStep::Withdraw, "Carte AB123456"));
        for (const auto& step : court.voice().steps(open.id).value()) CHECK_FALSE(step.words.contains("123456"));
        CHECK(court.voice().find("rabat", open.id).value().text.empty());
    }

    TEST_CASE("the secret number is the author's alone, in whatever digits it is typed") {
        Court court;
        const auto one = court.say("Un banc devant la salle 2.", "a").value();
        const auto other = court.say("Un banc devant la salle 3.", "b").value();
        const auto secret = court.voice().author_secret(one.code);
        CHECK(secret.size() == 14);
        CHECK(court.voice().is_author(one.code, secret));
        std::string arabic;
        for (const char c : secret)
            arabic += c == ' ' ? std::string("-") : std::string("\xD9") + static_cast<char>(0xA0 + (c - '0'));
        CHECK(court.voice().is_author(one.code, arabic));
        CHECK_FALSE(court.voice().is_author(other.code, secret));
        for (const auto* wrong : {"", "0", "000000000000x"}) CHECK_FALSE(court.voice().is_author(one.code, wrong));
    }

    TEST_CASE("after twenty wrong numbers for a receipt nobody may try another for a while") {
        Court court;
        const auto one = court.say("Un banc devant la salle 2.", "a").value();
        for (std::uint64_t network = 0; network < 20; ++network) {
            CHECK_FALSE(court.voice().wait_before_secret(service::Network{network}, one.code, court.now));
            court.voice().count_wrong_secret(service::Network{network}, one.code, court.now);
        }
        CHECK(court.voice().wait_before_secret(service::Network{99}, one.code, court.now).has_value());
        court.pass_days(1);
        CHECK_FALSE(court.voice().wait_before_secret(service::Network{99}, one.code, court.now));
    }
}
