#include "shared/domain/contribution.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <sstream>

#include "shared/domain/contribution_draft.hpp"
#include "shared/domain/receipt_code.hpp"

using namespace domain;

namespace {

using Problem = ContributionProblem;
using Step = ContributionStep;
using State = ContributionState;

constexpr base::Date today{2026, 11, 23};
const std::string own_code = ReceiptCode::from_random(12345).digits();
const std::string other_code = ReceiptCode::from_random(67890).digits();

struct Allowed {
    State to;
    std::string hand;
};

// The hand-kept list: what is allowed, by state and step.
std::map<std::pair<State, Step>, Allowed> read_list() {
    std::ifstream file(RIHAB_SOURCE_DIR "/tests/shared/domain/contribution.txt");
    std::map<std::pair<State, Step>, Allowed> list;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream words(line);
        std::string state, step, to, hand;
        words >> state >> step >> to >> hand;
        const auto is_new =
            list.emplace(std::pair(parse_contribution_state(state).value(), parse_contribution_step(step).value()),
                         Allowed{parse_contribution_state(to).value(), hand})
                .second;
        REQUIRE(is_new);
    }
    REQUIRE(!list.empty());
    return list;
}

// Says what its outcome needs.
CourtAnswer an_answer(Outcome outcome) {
    return {.outcome = outcome,
            .words = "We have read it.",
            .proof = "The counter 4 stands.",
            .by = base::Date{2027, 1, 10},
            .legal_basis = "Law 55-19, article 4",
            .body = "The registry of the court of appeal",
            .merged_into = other_code};
}

ContributionRequest a_whole_request(Step step) {
    ContributionRequest request{.step = step, .words = "Because."};
    if (step == Step::Correct) request.text = "Un ban.", request.redacted = "Un banc.";
    if (step == Step::Redact) {
        request.text = "Untel crie au guichet.";
        request.redacted = "[…] crie au guichet.";
    }
    if (step == Step::Ask) request.answer = an_answer(Outcome::NeedsInformation);
    if (step == Step::DraftRefusal) request.answer = an_answer(Outcome::Refused);
    if (step == Step::Answer || step == Step::Decide || step == Step::Fulfil) request.answer = an_answer(Outcome::Done);
    return request;
}

bool holds(const std::string& hand, const ContributionActor& actor) {
    if (hand == "rules") return actor.is_rules;
    if (hand == "moderator") return actor.is_moderator;
    if (hand == "other-moderator") return actor.is_moderator && !actor.judged_last;
    if (hand == "court") return actor.is_of_court;
    if (hand == "other-of-court") return actor.is_of_court && !actor.judged_last;
    if (hand == "author") return actor.is_author;
    if (hand == "author-of-whole") return actor.is_author && actor.redaction == Redaction::None;
    if (hand == "author-of-redacted") return actor.is_author && actor.redaction == Redaction::Standing;
    if (hand == "other-moderator-of-contested")
        return actor.is_moderator && !actor.judged_last && actor.redaction == Redaction::Contested;
    REQUIRE(hand == "author-once");
    return actor.is_author && !actor.has_appealed && !actor.has_contested;
}

auto judge(State from, const ContributionActor& actor, const ContributionRequest& request) {
    return judge_contribution_step(from, own_code, actor, request, today);
}

}  // namespace

TEST_SUITE("shared/domain/contribution") {
    TEST_CASE("every state, step and hand is judged as the hand-kept list says") {
        const auto list = read_list();
        std::size_t cells = 0, done = 0;
        for (std::size_t s = 0; s < contribution_state_count; ++s)
            for (std::size_t t = 0; t < contribution_step_count; ++t)
                for (unsigned bits = 0; bits < 256; ++bits) {
                    const auto from = static_cast<State>(s);
                    const auto step = static_cast<Step>(t);
                    // Who has appealed has not contested: the list asks for neither.
                    const ContributionActor actor{.is_rules = (bits & 1) != 0,
                                                  .is_author = (bits & 2) != 0,
                                                  .is_moderator = (bits & 4) != 0,
                                                  .is_of_court = (bits & 8) != 0,
                                                  .judged_last = (bits & 16) != 0,
                                                  .has_appealed = (bits & 32) != 0 && step == Step::Appeal,
                                                  .has_contested = (bits & 32) != 0 && step == Step::Contest,
                                                  .redaction = static_cast<Redaction>(bits / 64)};
                    CAPTURE(name_of(from));
                    CAPTURE(name_of(step));
                    CAPTURE(bits);
                    const auto found = list.find({from, step});
                    const bool may = found != list.end() && holds(found->second.hand, actor);
                    const auto verdict = judge(from, actor, a_whole_request(step));
                    CHECK(verdict.has_value() == may);
                    if (verdict) CHECK(*verdict == found->second.to);
                    ++cells;
                    done += may ? 1 : 0;
                }
        MESSAGE(cells, " cells, ", done, " of them allowed");
    }

    TEST_CASE("who may not take a step in any state learns nothing of the state") {
        for (std::size_t s = 0; s < contribution_state_count; ++s)
            for (std::size_t t = 0; t < contribution_step_count; ++t)
                CHECK(judge(static_cast<State>(s), {}, a_whole_request(static_cast<Step>(t))).error() ==
                      Problem::NotAllowed);
    }

    TEST_CASE("an answer says what its outcome needs") {
        const auto without = [](Outcome outcome, auto remove) {
            auto answer = an_answer(outcome);
            remove(answer);
            return answer_problem(answer, own_code, today);
        };
        for (const auto outcome : outcomes) {
            CAPTURE(name_of(outcome));
            CHECK(!answer_problem(an_answer(outcome), own_code, today));
            CHECK(without(outcome, [](auto& answer) { answer.words.clear(); }) == Problem::WordsMissing);
            CHECK(without(outcome, [](auto& answer) { answer.words.assign(answer_words_limit + 1, 'x'); }) ==
                  Problem::WordsLong);
            CHECK(without(outcome, [](auto& answer) { answer.body.assign(answer_line_limit + 1, 'x'); }) ==
                  Problem::LineLong);
        }
        CHECK(without(Outcome::Done, [](auto& answer) { answer.proof.clear(); }) == Problem::ProofMissing);
        CHECK(without(Outcome::WillDo, [](auto& answer) { answer.by.reset(); }) == Problem::DateMissing);
        CHECK(without(Outcome::WillDo, [](auto& answer) { answer.by = today; }) == Problem::DatePast);
        CHECK(!without(Outcome::WillDo, [](auto& answer) { answer.by = base::Date{2027, 11, 24}; }));
        CHECK(without(Outcome::WillDo, [](auto& answer) { answer.by = base::Date{2027, 11, 25}; }) ==
              Problem::DatePast);
        CHECK(without(Outcome::Refused, [](auto& answer) { answer.legal_basis.clear(); }) ==
              Problem::LegalBasisMissing);
        CHECK(without(Outcome::Referred, [](auto& answer) { answer.body.clear(); }) == Problem::BodyMissing);
        CHECK(without(Outcome::Merged, [](auto& answer) { answer.merged_into = own_code; }) == Problem::MergedMissing);
        CHECK(without(Outcome::Merged, [](auto& answer) { answer.merged_into[3] ^= 1; }) == Problem::MergedMissing);
    }

    TEST_CASE("no step takes an outcome that is another step's, nor comes without the words that it needs") {
        const ContributionActor court{.is_of_court = true};
        const auto give = [&](State from, Step step, std::optional<Outcome> outcome) {
            auto request = a_whole_request(step);
            request.answer = outcome ? std::optional(an_answer(*outcome)) : std::nullopt;
            return judge(from, court, request);
        };
        CHECK(give(State::Acknowledged, Step::Answer, Outcome::Refused).error() == Problem::AnswerMissing);
        CHECK(give(State::Acknowledged, Step::Answer, {}).error() == Problem::AnswerMissing);
        CHECK(give(State::Acknowledged, Step::DraftRefusal, Outcome::Done).error() == Problem::AnswerMissing);
        CHECK(give(State::Contested, Step::Decide, Outcome::Merged).error() == Problem::AnswerMissing);
        CHECK(give(State::Contested, Step::Decide, Outcome::Refused) == State::Decided);
        CHECK(give(State::Answered, Step::Fulfil, Outcome::WillDo).error() == Problem::AnswerMissing);
        const ContributionActor author{.is_author = true};
        CHECK(judge(State::Answered, author, {.step = Step::Contest, .words = ""}).error() == Problem::WordsMissing);
        const std::string long_words(answer_words_limit + 1, 'x');
        CHECK(judge(State::Answered, author, {.step = Step::Contest, .words = long_words}).error() ==
              Problem::WordsLong);
        CHECK(judge(State::Held, {.is_moderator = true}, {.step = Step::Decline, .words = ""}).error() ==
              Problem::WordsMissing);
        CHECK(judge(State::Received, {.is_rules = true}, {.step = Step::Refer, .words = ""}) == State::Private);
        auto redaction = a_whole_request(Step::Redact);
        redaction.words = "";
        CHECK(judge(State::Held, {.is_moderator = true}, redaction).error() == Problem::WordsMissing);
        redaction.words = "insult";
        redaction.redacted = "[…] chante au guichet.";
        CHECK(judge(State::Held, {.is_moderator = true}, redaction).error() == Problem::TextAltered);
    }

    TEST_CASE("a correction has words, not too many, and others than before") {
        const auto correct = [](std::string_view text) {
            return judge(State::Published, {.is_author = true},
                         {.step = Step::Correct, .words = {}, .text = "Un banc.", .redacted = text});
        };
        const std::string longest(contribution_text_limit, 'x');
        CHECK(correct("").error() == Problem::WordsMissing);
        CHECK(correct("Un banc.").error() == Problem::Unchanged);
        CHECK(correct(longest + "x").error() == Problem::WordsLong);
        CHECK(correct(longest) == State::Published);
    }

    TEST_CASE("five notes are added and no more, and none to what goes on elsewhere") {
        const auto add = [](ContributionActor actor, std::string_view words = "Aussi le soir.") {
            actor.is_author = true;
            return judge(State::Answered, actor, {.step = Step::AddNote, .words = words});
        };
        CHECK(add({.notes = 4}) == State::Answered);
        CHECK(add({.notes = 5}).error() == Problem::NotesFull);
        CHECK(add({.is_merged = true}).error() == Problem::WrongState);
        CHECK(add({}, "").error() == Problem::WordsMissing);
    }

    TEST_CASE("what is never public and what is over are said of every state") {
        for (std::size_t s = 0; s < contribution_state_count; ++s) {
            const auto state = static_cast<State>(s);
            CAPTURE(name_of(state));
            bool leads_on = false;
            for (const auto& row : contribution_transitions()) leads_on |= row.from == state && row.to != state;
            // An answer may be contested, and is one all the same.
            CHECK(is_open(state) == (leads_on && state != State::Answered));
        }
        CHECK(can_be_public(State::Contested));
        for (const auto state : {State::Held, State::Private, State::Declined, State::Withdrawn})
            CHECK_FALSE(can_be_public(state));
    }

    TEST_CASE("names are read as they are written") {
        for (const auto kind : contribution_kinds) CHECK(parse_contribution_kind(name_of(kind)) == kind);
        for (const auto outcome : outcomes) CHECK(parse_outcome(name_of(outcome)) == outcome);
        for (std::size_t s = 0; s < contribution_state_count; ++s)
            CHECK(parse_contribution_state(name_of(static_cast<State>(s))) == static_cast<State>(s));
        for (std::size_t t = 0; t < contribution_step_count; ++t)
            CHECK(parse_contribution_step(name_of(static_cast<Step>(t))) == static_cast<Step>(t));
        for (const auto reason : decline_reasons) CHECK(parse_decline_reason(name_of(reason)) == reason);
        for (const auto redaction : redactions) CHECK(parse_redaction(name_of(redaction)) == redaction);
        CHECK(!parse_decline_reason("boring"));
        CHECK(!parse_contribution_state("gone"));
        CHECK(!parse_outcome(""));
    }
}
