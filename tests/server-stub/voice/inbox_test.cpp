// What waits at a desk, by clock, kind and service, over a database in memory.
#include <algorithm>
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
using domain::AssignmentProblem;

// Somebody new of a desk.
std::int64_t join(Court& court, const std::string& name, domain::Role role, const std::string& district = "rabat") {
    return court.store->accounts()
        .add_account({.name = name, .folded = domain::fold_name(name), .role = role, .district = district})
        .value()
        .id;
}

service::StepBy by(std::int64_t account, domain::Role role) { return {.account = account, .role = role}; }

auto give(Court& court, std::int64_t id, const service::StepBy& giver, const std::string& name) {
    return court.voice().assign(court.voice().find("rabat", id).value(), giver, {.to = name}, court.now);
}

service::AssignmentRefusal problem(AssignmentProblem what) {
    return {.why = service::AssignmentRefusal::Why::Problem, .problem = what};
}

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

    TEST_CASE("what somebody takes on is theirs until they give it back, and found by whose it is") {
        Court court;
        const auto mine = say(court, ContributionKind::Suggestion, "", "Un banc."),
                   free = say(court, ContributionKind::Question, "", "Ouvrez-vous le samedi ?");
        const auto editor = join(court, "editor", domain::Role::Editor),
                   other = join(court, "other", domain::Role::Editor);
        const auto taken = give(court, mine, by(editor, domain::Role::Editor), "Editor").value();
        CHECK(taken.assigned == service::Colleague{.account = editor, .name = "editor", .role = domain::Role::Editor});
        CHECK(court.voice().find("rabat", mine).value() == taken);
        const auto found_by = [&](std::int64_t who, domain::Whose whose) {
            auto filter = asking(court, {.whose = whose});
            filter.account = who;
            const auto all = court.voice().list(filter).value();
            CHECK(static_cast<std::size_t>(domain::count_of(court.voice().groups(filter).value(), filter.only)) ==
                  all.size());
            return all.empty() ? 0 : all.front().id;
        };
        CHECK(found_by(editor, domain::Whose::Mine) == mine);
        CHECK(found_by(other, domain::Whose::Mine) == 0);
        CHECK(found_by(other, domain::Whose::Nobodys) == free);
        CHECK(give(court, mine, by(other, domain::Role::Editor), "other").error() == problem(AssignmentProblem::Taken));
        CHECK(give(court, mine, by(other, domain::Role::Editor), "").error() == problem(AssignmentProblem::NotAllowed));
        REQUIRE(give(court, mine, by(editor, domain::Role::Editor), ""));
        CHECK(found_by(editor, domain::Whose::Mine) == 0);
        CHECK(court.store->items().first_broken_audit_row().value() == std::nullopt);
    }

    TEST_CASE("the head gives it to whom they like of the district, and nobody of another") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        const auto head = by(join(court, "head", domain::Role::CourtHead), domain::Role::CourtHead);
        const auto editor = join(court, "editor", domain::Role::Editor),
                   second = join(court, "second", domain::Role::Reviewer);
        join(court, "far", domain::Role::Editor, "tanger");
        join(court, "bar", domain::Role::Partner);
        CHECK(give(court, id, head, "editor").value().assigned->account == editor);
        CHECK(give(court, id, head, "second").value().assigned->account == second);
        for (const auto* name : {"far", "bar", "nobody"})
            CHECK(give(court, id, head, name).error() == problem(AssignmentProblem::NotOfDesk));
    }

    TEST_CASE("of two who take it at once the second is told") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        const auto seen = court.voice().find("rabat", id).value();
        const auto editor = join(court, "editor", domain::Role::Editor),
                   other = join(court, "other", domain::Role::Editor);
        REQUIRE(court.voice().assign(seen, by(editor, domain::Role::Editor), {.to = "editor"}, court.now));
        CHECK(court.voice().assign(seen, by(other, domain::Role::Editor), {.to = "other"}, court.now).error() ==
              service::AssignmentRefusal{.why = service::AssignmentRefusal::Why::Changed});
        CHECK(court.voice().find("rabat", id).value().assigned->account == editor);
    }

    TEST_CASE("what was seen of who has it is asked for, but for who is wished") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        const auto head = by(join(court, "head", domain::Role::CourtHead), domain::Role::CourtHead);
        const auto editor = join(court, "editor", domain::Role::Editor);
        const auto wish = [&](std::string to, std::optional<std::string> had) {
            return court.voice().assign(court.voice().find("rabat", id).value(), head,
                                        {.to = std::move(to), .had = std::move(had)}, court.now);
        };
        const service::AssignmentRefusal changed{.why = service::AssignmentRefusal::Why::Changed};
        CHECK(wish("head", "editor").error() == changed);
        REQUIRE(wish("editor", ""));
        CHECK(wish("head", "").error() == changed);
        CHECK(wish("", "head").error() == changed);
        CHECK(wish("editor", "").value().assigned->account == editor);
        CHECK(wish("head", std::nullopt));
        CHECK(wish("", "head"));
    }

    TEST_CASE("a contested redaction of what is answered is taken on") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc devant la salle.");
        const auto reader = join(court, "moderator", domain::Role::Moderator);
        const auto act = [&](const service::VoiceActor& who, service::VoiceAct what) {
            REQUIRE(court.voice().act(court.voice().find("rabat", id).value(), who, std::move(what), court.now));
        };
        act(Court::moderator(1), {.step = ContributionStep::Redact,
                                  .reason = domain::DeclineReason::PersonalData,
                                  .redacted = "Un banc […]."});
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Acknowledge));
        REQUIRE(court.act(id, Court::editor(2), ContributionStep::Answer, {},
                          domain::CourtAnswer{.outcome = domain::Outcome::Done, .words = "Fait.", .proof = "Salle 2"}));
        CHECK(give(court, id, by(reader, domain::Role::Moderator), "moderator").error() ==
              problem(AssignmentProblem::Closed));
        REQUIRE(court.act(id, Court::author(), ContributionStep::ContestRedaction, "C'était utile."));
        CHECK(give(court, id, by(reader, domain::Role::Moderator), "moderator").value().assigned->account == reader);
    }

    TEST_CASE("nobody has it who has gone, or has another role or district, since they were looked up") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        const auto seen = court.voice().find("rabat", id).value();
        const auto editor = join(court, "editor", domain::Role::Editor),
                   far = join(court, "far", domain::Role::Editor, "tanger");
        const auto given_to = [&](std::int64_t account, domain::Role role) {
            const auto done = court.store->contributions().assign(
                seen, service::Colleague{.account = account, .name = "editor", .role = role}, {}, court.now);
            return done ? std::nullopt : std::optional(done.error().code);
        };
        CHECK(given_to(editor, domain::Role::Reviewer) == base::ErrorCode::Conflict);
        CHECK(given_to(far, domain::Role::Editor) == base::ErrorCode::Conflict);
        CHECK(given_to(editor + 100, domain::Role::Editor) == base::ErrorCode::Conflict);
        CHECK_FALSE(court.voice().find("rabat", id).value().assigned);
        CHECK(given_to(editor, domain::Role::Editor) == std::nullopt);
        CHECK(court.voice().find("rabat", id).value().assigned->account == editor);
    }

    TEST_CASE("it goes with the account, and with its role") {
        Court court;
        const auto id = say(court, ContributionKind::Suggestion, "", "Un banc.");
        const auto editor = join(court, "editor", domain::Role::Editor);
        const auto take = [&] { REQUIRE(give(court, id, by(editor, domain::Role::Editor), "editor")); };
        const auto is_taken = [&] { return court.voice().find("rabat", id).value().assigned.has_value(); };
        auto& accounts = court.store->accounts();
        take();
        auto account = accounts.account(editor).value();
        account.email = "editor@example.ma";
        REQUIRE(accounts.change_account(account));
        CHECK(is_taken());
        account.role = domain::Role::Partner;
        REQUIRE(accounts.give_role(account, {}, court.now));
        CHECK_FALSE(is_taken());
        account.role = domain::Role::Editor;
        REQUIRE(accounts.change_account(account));
        take();
        REQUIRE(accounts.dismiss(account, {}, court.now));
        CHECK_FALSE(is_taken());
        CHECK(court.voice().steps(id).value().size() == 1);
    }

    TEST_CASE("an inbox is found and counted by its index, and what is contested by its own") {
        Court court;
        int listed = 0, counted = 0, contested = 0;
        for (const auto& plan : court.store->query_plans().value()) {
            const bool counts = plan.sql.contains("AS clock") && plan.sql.contains("AS whose FROM contribution");
            const bool lists = plan.sql.contains("BETWEEN ?5 AND ?6");
            if (!counts && !lists) continue;
            const auto has = [&](std::string_view what) {
                return std::ranges::any_of(plan.steps, [&](const auto& step) { return step.contains(what); });
            };
            // Whose each is comes with it, and is not asked for anew.
            if (counts) CHECK_FALSE(has("CORRELATED"));
            if (plan.sql.contains("'contested'")) {
                const bool by_what_is_contested =
                    has("SEARCH contribution USING INTEGER PRIMARY KEY (rowid=?)") &&
                    has("SEARCH redaction USING COVERING INDEX redaction_in_state (redaction_state=?)");
                contested += by_what_is_contested ? 1 : 0;
            } else if (counts)
                counted += has("USING COVERING INDEX contribution_inbox (district=? AND state=?)") ? 1 : 0;
            else listed += has("USING INDEX contribution_inbox (district=? AND state=? AND id>?)") ? 1 : 0;
        }
        CHECK(listed == 1);
        CHECK(counted == 1);
        CHECK(contested == 2);
    }
}
