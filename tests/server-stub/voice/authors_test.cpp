// What authors say of the answers, and the log that is written while a contribution lives, over a database in memory.
#include "server-stub/service/authors.hpp"

#include <doctest/doctest.h>

#include "tests/server-stub/voice/court.hpp"

using domain::ContributionState;
using domain::ContributionStep;
using domain::EventHand;
using domain::Outcome;
using domain::VerdictProblem;
using service::VerdictRefusal;
using test::Court;

namespace {

const domain::CourtAnswer done{.outcome = Outcome::Done, .words = "C'est fait.", .proof = "Salle 2"};
const domain::CourtAnswer promise{.outcome = Outcome::WillDo, .words = "Bientôt.", .by = base::Date{2027, 1, 15}};
const domain::CourtAnswer refusal{.outcome = Outcome::Refused, .words = "Non.", .legal_basis = "Loi 38.15"};

service::Authors authors_of(Court& court) {
    return service::Authors(court.store->authors(), court.voice(), court.legal);
}

service::StoredContribution answered(Court& court, const domain::CourtAnswer& answer) {
    const auto id = court.say("Un banc devant la salle 2.", "a").value().id;
    REQUIRE(court.act(id, Court::editor(2), ContributionStep::Acknowledge));
    return court.act(id, Court::editor(2), ContributionStep::Answer, {}, answer).value();
}

VerdictRefusal problem(VerdictProblem what) { return {.why = VerdictRefusal::Why::Problem, .problem = what}; }

}  // namespace

TEST_SUITE("server-stub/voice/authors") {
    TEST_CASE("an author says of an answer whether it helped: once, masked, kept and counted") {
        Court court;
        auto authors = authors_of(court);
        const auto one = answered(court, done);
        CHECK_FALSE(one.verdict);
        const auto judged = authors.judge_answer(one, "not-helped", "Appelez-moi au 0612345678.", court.now).value();
        REQUIRE(judged.verdict);
        CHECK_FALSE(judged.verdict->helped);
        CHECK_FALSE(judged.verdict->words.contains("0612345678"));
        CHECK(judged.verdict->on == court.today());
        CHECK(court.voice().find("rabat", one.id).value() == judged);
        CHECK(court.voice().list({.district = "rabat"}).value() == std::vector{judged});
        CHECK(authors.judge_answer(judged, "helped", "", court.now).error() == problem(VerdictProblem::AlreadyDone));
        // Who had seen it before it was judged.
        CHECK(authors.judge_answer(one, "helped", "", court.now).error() == problem(VerdictProblem::AlreadyDone));
        CHECK(authors.verdict_counts("rabat").value() == service::VerdictCounts{.helped = 0, .not_helped = 1});
        CHECK(authors.verdict_counts("tanger").value() == service::VerdictCounts{});
        CHECK(court.voice().steps(one.id).value().size() == 3);
    }

    TEST_CASE("another answer may be judged anew, and what was said of the first does not stand beside it") {
        Court court;
        auto authors = authors_of(court);
        const auto one = authors.judge_answer(answered(court, promise), "not-helped", "", court.now).value();
        const auto fulfilled = court.act(one.id, Court::editor(2), ContributionStep::Fulfil, {}, done).value();
        CHECK_FALSE(fulfilled.verdict);
        CHECK_FALSE(court.voice().find("rabat", one.id).value().verdict);
        const auto judged = authors.judge_answer(fulfilled, "helped", "Merci.", court.now).value();
        CHECK(judged.verdict->helped);
        CHECK(authors.verdict_counts("rabat").value() == service::VerdictCounts{.helped = 1, .not_helped = 1});
    }

    TEST_CASE("words that the rules have something against are for the court alone; nobody judges what is not there") {
        Court court;
        auto authors = authors_of(court);
        const auto one = court.say("Une porte plus large.", "b").value();
        CHECK(authors.judge_answer(one, "helped", "", court.now).error() == problem(VerdictProblem::NotAnswered));
        const auto judged = answered(court, done);
        CHECK(authors.judge_answer(judged, "perhaps", "", court.now).error() == problem(VerdictProblem::ChoiceMissing));
        CHECK_FALSE(authors.judge_answer(judged, "helped", "Venez tous sur www.gains-faciles.com", court.now)
                        .value()
                        .verdict->is_public);
        court.pass_days(1);
    }

    TEST_CASE("a life is logged step by step: no words, no receipt, no person, and the version of the definitions") {
        Court court;
        const auto id = court.say("Venez tous gagner de l'argent sur www.gains-faciles.com", "a").value().id;
        const auto begun = court.now;
        REQUIRE(court.act(id, Court::moderator(1), ContributionStep::Publish));
        court.pass_days(3);
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Acknowledge));
        court.pass_days(37);
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::DraftRefusal, {}, refusal));
        REQUIRE(court.act(id, Court::editor(3), ContributionStep::Agree));
        REQUIRE(court.act(id, Court::author(), ContributionStep::Contest, "Il y a de la place."));
        REQUIRE(court.act(id, Court::editor(4), ContributionStep::Decide, {}, done));
        const auto events = court.store->authors().voice_events(begun, {court.now.milliseconds + 1}).value();
        const auto first = court.voice().find("rabat", id).value();
        std::vector<domain::VoiceEvent> expected;
        for (const auto& step : court.voice().steps(id).value())
            expected.push_back({.at = step.at,
                                .on = step.on,
                                .contribution = id,
                                .district = "rabat",
                                .service = "casier-judiciaire",
                                .kind = first.kind,
                                .step = step.step,
                                .from = step.from,
                                .to = step.to});
        REQUIRE(expected.size() == 7);
        using enum EventHand;
        const std::array hands{Rules, Staff, Staff, Staff, Staff, Author, Staff};
        for (std::size_t i = 0; i < hands.size(); ++i) expected[i].by = hands[i];
        // Not the draft: a refusal is one when the second reader has agreed.
        expected[4].outcome = Outcome::Refused;
        expected[6].outcome = Outcome::Done;
        CHECK(events == expected);
        for (const auto& event : events) CHECK(event.definitions_version == domain::voice_definitions_version);
        const auto indicators = domain::indicators_of(events);
        CHECK(indicators ==
              domain::VoiceIndicators{
                  .received = 1, .published = 1, .accepted = 1, .days_to_acknowledge = {3}, .days_to_answer = {40}});
        CHECK(court.store->authors().voice_events({court.now.milliseconds + 1}, {court.now.milliseconds + 2})->empty());
    }

    TEST_CASE("a step that is refused leaves no line in the log") {
        Court court;
        const auto id = court.say("Un banc.", "a").value().id;
        REQUIRE_FALSE(court.act(id, Court::editor(2), ContributionStep::Answer, {}, done));
        CHECK(court.store->authors().voice_events({}, {court.now.milliseconds + 1})->size() == 1);
    }

    TEST_CASE("an account keeps what its owner said, and no other's; it stays when the account goes") {
        Court court;
        auto authors = authors_of(court);
        auto& accounts = court.store->accounts();
        const auto reader = accounts.add_account({.name = "a", .folded = "a"})->id;
        const auto other = accounts.add_account({.name = "b", .folded = "b"})->id;
        const auto first = court.say("Un banc.", "a").value(), second = court.say("Une rampe.", "b").value();
        REQUIRE(authors.attach(reader, first.id));
        REQUIRE(authors.attach(reader, first.id));
        REQUIRE(authors.attach(reader, second.id));
        REQUIRE(authors.attach(other, second.id));
        CHECK(authors.attached(reader).value() == std::vector{second, first});
        CHECK(authors.attached(other).value() == std::vector{second});
        CHECK(authors.is_attached(reader, first.id).value());
        CHECK_FALSE(authors.is_attached(other, first.id).value());
        REQUIRE(authors.detach(reader, first.id));
        CHECK(authors.attached(reader).value() == std::vector{second});
        REQUIRE(accounts.delete_account(reader));
        CHECK(authors.attached(reader)->empty());
        CHECK(authors.attached(other).value() == std::vector{second});
        CHECK(court.voice().find("rabat", second.id).value() == second);
        // Whoever was signed in while their account went.
        REQUIRE(authors.attach(reader, first.id));
        CHECK(authors.attached(reader)->empty());
    }
}
