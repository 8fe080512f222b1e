// Passages that a moderator replaced: what they were is sealed, contested before another, and removed after a year.
#include "shared/domain/redaction.hpp"

#include <doctest/doctest.h>

#include "shared/domain/hours.hpp"
#include "tests/server-stub/voice/court.hpp"

using domain::ContributionProblem;
using domain::ContributionStep;
using domain::Redaction;
using service::VoiceRefusal;
using test::Court;

namespace {

const std::string said = "Le guichetier Untel crie. Ajoutez un banc devant la salle 2.";
const std::string redacted = "Le guichetier […] crie. Ajoutez un banc devant la salle 2.";
const service::StepBy head{.account = 9, .role = domain::Role::CourtHead};

VoiceRefusal problem(ContributionProblem what) { return {.why = VoiceRefusal::Why::Problem, .problem = what}; }

auto redact(Court& court, std::int64_t id, const std::string& text, std::int64_t moderator = 1) {
    return court.voice().act(
        court.voice().find("rabat", id).value(), Court::moderator(moderator),
        {.step = ContributionStep::Redact, .reason = domain::DeclineReason::NamesAPerson, .redacted = text}, court.now);
}

std::int64_t published(Court& court) {
    const auto sent = court.say(said, "a").value();
    if (sent.state == domain::ContributionState::Held)
        REQUIRE(court.act(sent.id, Court::moderator(1), ContributionStep::Publish));
    return sent.id;
}

}  // namespace

TEST_SUITE("server-stub/voice") {
    TEST_CASE("what is redacted reads so for everybody, and what it was is opened for a reason that is kept") {
        Court court;
        const auto id = published(court);
        CHECK(redact(court, id, "Le guichetier […] chante.").error() == problem(ContributionProblem::TextAltered));
        const auto now = redact(court, id, redacted).value();
        CHECK(court.voice().find("rabat", id).value() == now);
        CHECK(now.text == redacted);
        CHECK(now.is_public());
        CHECK(now.redacted_for == domain::DeclineReason::NamesAPerson);
        CHECK(court.voice().steps(id)->back().reason == domain::DeclineReason::NamesAPerson);
        CHECK(court.voice().open_sealed(now, head, " \n", court.now).error() ==
              problem(ContributionProblem::WordsMissing));
        CHECK(court.voice().open_sealed(now, head, std::string(301, 'x'), court.now).error() ==
              problem(ContributionProblem::LineLong));
        const auto opened = court.voice().open_sealed(now, head, "The prosecutor asks for it.", court.now).value();
        REQUIRE(opened.size() == 1);
        CHECK(opened[0].text == said);
        CHECK(opened[0].remove_on == domain::plus_days(court.today(), domain::sealed_for_days));
        CHECK(court.store->items().first_broken_audit_row().value() == std::nullopt);
    }

    TEST_CASE("nothing is opened of what was never redacted, and nothing is noted") {
        Court court;
        const auto one = court.voice().find("rabat", published(court)).value();
        CHECK(court.voice().open_sealed(one, head, "Curious.", court.now).error() ==
              problem(ContributionProblem::WrongState));
    }

    TEST_CASE("its author contests it once, and another moderator brings it back or keeps it") {
        Court court;
        const auto id = published(court);
        CHECK(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is a street.").error() ==
              problem(ContributionProblem::WrongState));
        REQUIRE(redact(court, id, redacted));
        CHECK(court.act(id, Court::moderator(5), ContributionStep::LiftRedaction).error() ==
              problem(ContributionProblem::WrongState));
        REQUIRE(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is a street."));
        CHECK(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is.").error() ==
              problem(ContributionProblem::AlreadyDone));
        CHECK(court.voice().counts("rabat", court.now)->waits_for_moderators == 1);
        const service::ContributionFilter waiting{.district = "rabat",
                                                  .states = {domain::ContributionState::Held},
                                                  .with_contested_redactions = true,
                                                  .oldest_first = true};
        CHECK(court.voice().list(waiting).value().size() == 1);
        for (const auto step : {ContributionStep::LiftRedaction, ContributionStep::KeepRedaction})
            CHECK(court.act(id, Court::moderator(1), step).error() == problem(ContributionProblem::OwnJudgement));
        const auto back = court.act(id, Court::moderator(5), ContributionStep::LiftRedaction).value();
        CHECK(back.text == said);
        CHECK(court.voice().find("rabat", id).value() == back);
        CHECK(court.voice().list(waiting).value().empty());

        REQUIRE(redact(court, id, redacted, 5));
        REQUIRE(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is a street."));
        const auto kept = court.act(id, Court::moderator(6), ContributionStep::KeepRedaction).value();
        CHECK(kept.text == redacted);
        CHECK(kept.redaction == Redaction::Kept);
        CHECK(court.voice().find("rabat", id).value() == kept);
        CHECK(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is.").error() ==
              problem(ContributionProblem::AlreadyDone));
    }

    TEST_CASE("of what was redacted twice the first is brought back, and who redacted either judges neither") {
        Court court;
        const auto id = published(court);
        REQUIRE(redact(court, id, redacted, 1));
        REQUIRE(redact(court, id, "Le guichetier […] Ajoutez un banc devant la salle 2.", 5));
        REQUIRE(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is a street."));
        for (const auto moderator : {1, 5})
            CHECK(court.act(id, Court::moderator(moderator), ContributionStep::LiftRedaction).error() ==
                  problem(ContributionProblem::OwnJudgement));
        CHECK(court.act(id, Court::moderator(6), ContributionStep::LiftRedaction)->text == said);
    }

    TEST_CASE("the original is removed after a year, also when the server begins anew every night") {
        Court court;
        const auto id = published(court);
        const auto now = redact(court, id, redacted).value();
        for (int day = 1; day < domain::sealed_for_days; ++day) {
            court.pass_days(1);
            court.restart();
            REQUIRE(court.voice().run_clock(court.now));
        }
        CHECK(court.voice().open_sealed(now, head, "Still there?", court.now).value().size() == 1);
        court.pass_days(1);
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(court.voice().open_sealed(now, head, "And now?", court.now).error() ==
              problem(ContributionProblem::WrongState));
        const auto after = court.voice().find("rabat", id).value();
        CHECK(after.text == redacted);
        CHECK(after.redacted_for == domain::DeclineReason::NamesAPerson);
        CHECK_FALSE(after.sealed_until.has_value());
        // There is nothing left to bring back.
        CHECK(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is a street.").error() ==
              problem(ContributionProblem::AlreadyDone));
    }

    TEST_CASE("while it is contested the original is kept, and removed once it is judged") {
        Court court;
        const auto id = published(court);
        REQUIRE(redact(court, id, redacted));
        REQUIRE(court.act(id, Court::author(), ContributionStep::ContestRedaction, "It is a street."));
        court.pass_days(domain::sealed_for_days + 30);
        REQUIRE(court.voice().run_clock(court.now));
        REQUIRE(court.act(id, Court::moderator(5), ContributionStep::KeepRedaction));
        court.pass_days(1);
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(court.voice().open_sealed(court.voice().find("rabat", id).value(), head, "And now?", court.now).error() ==
              problem(ContributionProblem::WrongState));
    }

    TEST_CASE("who withdraws what they said takes the sealed original along") {
        Court court;
        const auto id = published(court);
        REQUIRE(redact(court, id, redacted));
        const auto gone = court.act(id, Court::author(), ContributionStep::Withdraw).value();
        CHECK(court.voice().open_sealed(gone, head, "Curious.", court.now).error() ==
              problem(ContributionProblem::WrongState));
        CHECK(court.voice().find("rabat", id).value() == gone);
    }

    TEST_CASE("what only the court reads is not redacted") {
        Court court;
        const auto sent = court.say("Le juge de mon procès a rendu un jugement injuste contre moi.", "a").value();
        REQUIRE(sent.state == domain::ContributionState::Private);
        REQUIRE(court.act(sent.id, Court::editor(2), ContributionStep::Acknowledge));
        CHECK(redact(court, sent.id, "Le juge […] a rendu un jugement injuste contre moi.").error() ==
              problem(ContributionProblem::WrongState));
        const auto now = court.voice().find("rabat", sent.id).value();
        const auto steps = court.voice().steps(sent.id).value();
        for (const auto step : service::Contributions::possible_steps(now, steps, Court::moderator(1)))
            CHECK(step != ContributionStep::Redact);
    }
}
