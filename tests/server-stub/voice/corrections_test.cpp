// What the author of a contribution corrects, and adds to it, over a database in memory.
#include <doctest/doctest.h>

#include "shared/domain/redaction.hpp"
#include "tests/server-stub/voice/court.hpp"
#include "tests/server-stub/voice/own_words.hpp"

using domain::ContributionProblem;
using domain::ContributionState;
using domain::ContributionStep;
using service::VoiceRefusal;
using test::Court;

namespace {

const std::string first = "Un ban devant la salle 2.";
const std::string better = "Un banc devant la salle 2.";
const std::string with_link = "Achetez un banc sur www.gains-faciles.com";
const std::string about_a_case = "Le juge a eu tort dans mon dossier 2026/1201/345.";

VoiceRefusal problem(ContributionProblem what) { return {.why = VoiceRefusal::Why::Problem, .problem = what}; }

auto correct(Court& court, std::int64_t id, const std::string& text, std::uint64_t network = 7) {
    return court.voice().act(
        court.voice().find("rabat", id).value(), Court::author(),
        {.step = ContributionStep::Correct, .redacted = text, .sending = {.network = service::Network{network}}},
        court.now);
}

auto add_note(Court& court, std::int64_t id, const std::string& words) {
    return court.act(id, Court::author(), ContributionStep::AddNote, words);
}

std::int64_t acknowledged(Court& court) {
    const auto id = court.say(first, "a").value().id;
    REQUIRE(court.act(id, Court::editor(2), ContributionStep::Acknowledge));
    return id;
}

}  // namespace

TEST_SUITE("server-stub/voice/corrections") {
    TEST_CASE("what its author corrects is public as corrected; what it was is kept") {
        Court court;
        const auto sent = court.say(first, "a").value();
        court.pass_days(2);
        const auto now = correct(court, sent.id, better).value();
        CHECK(now == court.voice().find("rabat", sent.id).value());
        CHECK(now.text == better);
        CHECK(now.is_public());
        CHECK(now.published_on == sent.published_on);
        CHECK(now.corrected_on == court.today());
        CHECK(now.version == sent.version + 1);
        CHECK(now.clock == sent.clock);
        const auto revisions = court.voice().revisions(sent.id).value();
        REQUIRE(revisions.size() == 1);
        CHECK(revisions[0].text == first);
    }

    TEST_CASE("a correction is masked and judged anew: it is held or referred, and public no more") {
        for (const auto& [text, state] :
             {std::pair(with_link, ContributionState::Held), {about_a_case, ContributionState::Private}}) {
            Court court;
            const auto id = court.say(first, "a").value().id;
            const auto now = correct(court, id, text).value();
            CHECK(now == court.voice().find("rabat", id).value());
            CHECK(now.state == state);
            CHECK_FALSE(now.is_public());
            CHECK_FALSE(now.published_on);
            CHECK_FALSE(now.concerns.empty());
            CHECK(court.voice().list({.district = "rabat"})->empty());
            const auto steps = court.voice().steps(id).value();
            REQUIRE(steps.size() == 3);
            CHECK(steps[1].by.is_author);
            CHECK(steps[2].by == service::StepBy{});
            CHECK(steps[2].from == ContributionState::Published);
        }
        Court court;
        const auto id = court.say(first, "a").value().id;
        CHECK_FALSE(correct(court, id, "Un banc. Appelez le 0612345678.")->text.contains("0612345678"));
    }

    TEST_CASE("what a moderator or the court reads stays with them, whatever it is corrected to") {
        Court court;
        const auto held = court.say(with_link, "a").value();
        const auto now = correct(court, held.id, better).value();
        CHECK(now.state == ContributionState::Held);
        CHECK(now.concerns == held.concerns);
        REQUIRE(court.act(held.id, Court::moderator(1), ContributionStep::Publish));
        const auto referred = court.say(about_a_case, "b").value();
        CHECK(correct(court, referred.id, better)->state == ContributionState::Private);
    }

    TEST_CASE("many who correct to the same are a campaign, as many who say the same are") {
        Court court;
        std::vector<std::int64_t> ids;
        for (const auto* text : {"Une rampe.", "Plus de lumière.", "Ouvrez le samedi.", "Un plan à l'entrée.",
                                 "De l'eau dans la salle.", "Un guichet bas.", "Des numéros aux portes."})
            ids.push_back(court.say(text, text).value().id);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto state = correct(court, ids[i], "Un banc devant chaque salle, merci.", 100 + i)->state;
            CHECK(state == (i < 6 ? ContributionState::Published : ContributionState::Held));
        }
    }

    TEST_CASE("nothing is corrected once the court has read it, nor while passages of it are replaced") {
        Court court;
        CHECK(correct(court, acknowledged(court), better).error() == problem(ContributionProblem::WrongState));
        const auto id = court.say("Le guichetier Untel chante trop fort.", "b").value().id;
        if (court.voice().find("rabat", id)->state == ContributionState::Held)
            REQUIRE(court.act(id, Court::moderator(1), ContributionStep::Publish));
        REQUIRE(court.voice().act(court.voice().find("rabat", id).value(), Court::moderator(1),
                                  {.step = ContributionStep::Redact,
                                   .reason = domain::DeclineReason::NamesAPerson,
                                   .redacted = "Le guichetier […] chante trop fort."},
                                  court.now));
        CHECK(correct(court, id, better).error() == problem(ContributionProblem::WrongState));
    }

    TEST_CASE("of what an author sends nothing is kept that the step does not ask for") {
        Court court;
        const auto id = court.say(first, "a").value().id;
        const domain::CourtAnswer forged{
            .outcome = domain::Outcome::Done, .words = "Appelez le 0612345678", .proof = "AB123456"};
        REQUIRE(court.voice().act(court.voice().find("rabat", id).value(), Court::author(),
                                  {.step = ContributionStep::Correct,
                                   .words = "Appelez le 0612345678",
                                   .answer = forged,
                                   .reason = domain::DeclineReason::Threat,
                                   .redacted = better},
                                  court.now));
        REQUIRE(court.voice().act(court.voice().find("rabat", id).value(), Court::editor(2),
                                  {.step = ContributionStep::Acknowledge, .answer = forged}, court.now));
        for (const auto& step : court.voice().steps(id).value()) {
            CHECK_FALSE(step.answer);
            CHECK_FALSE(step.reason);
            CHECK(step.words.empty());
        }
        for (const auto* blank : {" \n ", "\u202E"})
            CHECK(add_note(court, id, blank).error() == problem(ContributionProblem::WordsMissing));
        REQUIRE(add_note(court, id, "Au\u202Essi le soir."));
        CHECK(court.voice().steps(id)->back().words == "Aussi le soir.");
    }

    TEST_CASE("it is corrected five times; the same sent twice is one, and what was not seen is not overwritten") {
        Court court;
        const auto id = court.say(first, "a").value().id;
        for (const auto* text : {"Un banc.", "Un banc.", "Deux bancs.", "Trois bancs.", "Quatre bancs.", "Cinq bancs."})
            REQUIRE(correct(court, id, text));
        CHECK(court.voice().find("rabat", id)->version == 6);
        CHECK(correct(court, id, "Six bancs.").error() == problem(ContributionProblem::CorrectionsFull));
        const auto other = court.say("Une rampe.", "b").value();
        REQUIRE(correct(court, other.id, "Une rampe large."));
        const auto late = court.voice().act(
            court.voice().find("rabat", other.id).value(), Court::author(),
            {.step = ContributionStep::Correct, .redacted = "Une rampe basse.", .version = other.version}, court.now);
        CHECK(late.error().why == VoiceRefusal::Why::Changed);
    }

    TEST_CASE("who mends a letter is no copy of themself; one network that writes all anew is held") {
        Court court;
        std::vector<std::int64_t> ids;
        for (const auto* text :
             {"Il manque une rampe pour les fauteuils a la porte.", "Plus de lumiere dans la salle d'attente.",
              "Ouvrez le guichet des copies le samedi matin.", "Un plan du batiment a l'entree aiderait."})
            ids.push_back(court.say(text, text).value().id);
        for (const auto id : ids) {
            const auto now = correct(court, id, court.voice().find("rabat", id)->text + "!").value();
            CHECK(now.state == ContributionState::Published);
        }
        int held = 0;
        for (int i = 0; i < 60; ++i) {
            const auto id = court.say(test::own_words(i), std::to_string(i)).value().id;
            if (court.voice().find("rabat", id)->state != ContributionState::Published) continue;
            held += correct(court, id, test::own_words(1000 + i))->state == ContributionState::Held ? 1 : 0;
        }
        CHECK(held > 0);
    }

    TEST_CASE("another text than the one that was refused may be contested anew") {
        Court court;
        const auto id = court.say(with_link, "a").value().id;
        const auto decline = [&](std::int64_t moderator) {
            return court.voice().act(court.voice().find("rabat", id).value(), Court::moderator(moderator),
                                     {.step = ContributionStep::Decline, .reason = domain::DeclineReason::OffTopic},
                                     court.now);
        };
        REQUIRE(decline(1));
        REQUIRE(court.act(id, Court::author(), ContributionStep::Appeal, "Non."));
        REQUIRE(court.act(id, Court::moderator(2), ContributionStep::Overturn));
        CHECK(correct(court, id, "Venez gagner de l'argent sur www.autres-gains.com")->state ==
              ContributionState::Held);
        REQUIRE(decline(1));
        CHECK(court.act(id, Court::author(), ContributionStep::Appeal, "Non plus."));
    }

    TEST_CASE("what it was is gone when its author withdraws it, and what they wrote below, and after a year") {
        Court court;
        const auto gone = court.say(first, "a").value().id, kept = court.say("Une rampe.", "b").value().id;
        REQUIRE(correct(court, gone, better));
        REQUIRE(correct(court, kept, "Une rampe à l'entrée."));
        REQUIRE(court.act(gone, Court::editor(2), ContributionStep::Acknowledge));
        REQUIRE(add_note(court, gone, "Aussi le soir."));
        REQUIRE(court.act(gone, Court::author(), ContributionStep::Withdraw));
        for (const auto& step : court.voice().steps(gone).value()) CHECK(step.words.empty());
        CHECK(court.voice().revisions(gone)->empty());
        court.pass_days(domain::sealed_for_days - 1);
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(court.voice().revisions(kept)->size() == 1);
        court.pass_days(1);
        REQUIRE(court.voice().run_clock(court.now));
        CHECK(court.voice().revisions(kept)->empty());
    }

    TEST_CASE("five notes are added once the court has read it, masked; sent twice, one is one") {
        Court court;
        const auto unread = court.say("Une rampe.", "z").value().id;
        CHECK(add_note(court, unread, "Aussi le soir.").error() == problem(ContributionProblem::WrongState));
        const auto id = acknowledged(court);
        REQUIRE(add_note(court, id, "Aussi le soir. Appelez le 0612345678."));
        REQUIRE(add_note(court, id, with_link));
        REQUIRE(add_note(court, id, "Un banc en bois."));
        REQUIRE(add_note(court, id, " Un banc en bois.\n"));
        const auto steps = court.voice().steps(id).value();
        REQUIRE(steps.size() == 5);
        CHECK_FALSE(steps[2].words.contains("0612345678"));
        CHECK(steps[4].to == ContributionState::Acknowledged);
        for (const auto* words : {"Une table.", "Une lampe."}) REQUIRE(add_note(court, id, words));
        CHECK(add_note(court, id, "Un plan.").error() == problem(ContributionProblem::NotesFull));
    }

    TEST_CASE("no note is added to what goes on elsewhere") {
        Court court;
        const auto id = acknowledged(court), other = court.say("Une rampe.", "b").value().id;
        const domain::CourtAnswer merged{.outcome = domain::Outcome::Merged,
                                         .words = "C'est la même chose.",
                                         .merged_into = court.voice().find("rabat", other)->code.digits()};
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Answer, {}, merged));
        CHECK(add_note(court, id, "Une table.").error() == problem(ContributionProblem::WrongState));
    }
}
