// Those who come by invitation: one link, one password, an authenticator, and a role that others change.
#include "server-stub/secrets/one_time_code.hpp"
#include "tests/server-stub/accounts/accounts.hpp"

namespace {

using domain::AccountProblem;
using domain::Role;
using service::Stage;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using test::AccountBook;
using test::problem_of;

const std::string password = "a good long password";
const service::Doer head{77, "court-head"};

class Staff : public AccountBook {
public:
    std::string invite(const std::string& name, Role role) {
        return accounts.invite(name, role, "rabat", {}, now).value();
    }
    std::string code_of(const std::string& session) {
        const auto sealed = who(session)->account.sealed_code_key;
        return secrets::one_time_code(key.open(sealed).value(), now.milliseconds / 1000 / 30);
    }
    service::Enrolment come(const std::string& name, Role role) {
        const auto entry = accounts.accept(invite(name, role), password, attempt()).value();
        return accounts.confirm_code(*who(entry.session), code_of(entry.session), attempt(1, {}, entry.session))
            .value();
    }
};

}  // namespace

TEST_SUITE("server-stub/accounts/staff") {
    TEST_CASE("an invitation opens once, and not after three days") {
        Staff staff;
        const auto token = staff.invite("editor", Role::Editor);
        CHECK(staff.accounts.invitation(token, staff.now)->name == "editor");
        CHECK(problem_of(staff.accounts.accept(token, "short", staff.attempt())) == AccountProblem::PasswordShort);
        CHECK(staff.accounts.accept(token, password, staff.attempt()).has_value());
        CHECK_FALSE(staff.accounts.accept(token, password, staff.attempt()).has_value());
        const auto late = staff.invite("reviewer", Role::Reviewer);
        staff.pass(hours(72));
        CHECK_FALSE(staff.accounts.accept(late, password, staff.attempt()).has_value());
        CHECK(staff.accounts.invite("reviewer", Role::Reviewer, "rabat", {}, staff.now).has_value());
    }

    TEST_CASE("a name that is invited is taken, and one that is taken is not invited") {
        Staff staff;
        staff.create("citizen");
        CHECK(problem_of(staff.accounts.invite("Citizen", Role::Editor, "rabat", {}, staff.now)) ==
              AccountProblem::NameTaken);
        staff.invite("editor", Role::Editor);
        CHECK(problem_of(staff.accounts.create({.name = "editor", .email = {}, .password = {}, .code = {}},
                                               staff.attempt())) == AccountProblem::NameTaken);
    }

    TEST_CASE("the password alone opens nothing: the authenticator must have shown a code") {
        Staff staff;
        const auto entry =
            staff.accounts.accept(staff.invite("editor", Role::Editor), password, staff.attempt()).value();
        CHECK(entry.stage == Stage::Enrol);
        const auto who = staff.who(entry.session).value();
        CHECK(who.stage == Stage::Enrol);
        CHECK(staff.accounts.code_key(who).size() == 32);
        CHECK(problem_of(staff.accounts.confirm_code(who, "000000", staff.attempt())) == AccountProblem::CodeWrong);
        const auto enrolment =
            staff.accounts.confirm_code(who, staff.code_of(entry.session), staff.attempt(1, {}, entry.session)).value();
        CHECK(enrolment.recovery_codes.size() == service::recovery_code_count);
        CHECK(staff.who(enrolment.entry.session)->stage == Stage::Full);
        CHECK(staff.accounts.code_key(*staff.who(enrolment.entry.session)).empty());
    }

    TEST_CASE("each sign-in wants a code that was not used before, or one of the recovery codes, once") {
        Staff staff;
        const auto codes = staff.come("editor", Role::Editor).recovery_codes;
        const auto enter = [&](const std::string& code) {
            const auto half = staff.sign_in("editor", password, staff.attempt()).value();
            CHECK(half.stage == Stage::Code);
            return staff.accounts.enter_code(*staff.who(half.session), code, staff.attempt(1, {}, half.session));
        };
        const auto used = staff.code_of(staff.sign_in("editor", password, staff.attempt())->session);
        CHECK(problem_of(enter(used)) == AccountProblem::CodeWrong);
        staff.pass(seconds(30));
        const auto fresh = staff.code_of(staff.sign_in("editor", password, staff.attempt())->session);
        CHECK(enter(fresh).has_value());
        CHECK(enter(codes[0]).has_value());
        CHECK_FALSE(enter(codes[0]).has_value());
        CHECK(enter(codes[1].substr(0, 4) + "-" + codes[1].substr(4)).has_value());
    }

    TEST_CASE("codes are not guessed: after five wrong ones each waits, after a hundred none is tried") {
        Staff staff;
        staff.come("editor", Role::Editor);
        int tried = 0;
        for (int i = 0; i < 2000; ++i, staff.pass(minutes(1))) {
            const auto half = staff.sign_in("editor", password, staff.attempt()).value();
            const auto answer = staff.accounts.enter_code(*staff.who(half.session), "x", staff.attempt());
            tried += problem_of(answer) == AccountProblem::CodeWrong ? 1 : 0;
        }
        CHECK(tried == service::most_tries);
    }

    TEST_CASE("a session of staff ends after half an hour alone, and after twelve hours") {
        Staff staff;
        const auto session = staff.come("editor", Role::Editor).entry.session;
        for (int i = 0; i < 24; ++i) {
            staff.pass(minutes(30));
            CHECK(staff.who(session).has_value());
        }
        staff.pass(minutes(1));
        CHECK_FALSE(staff.who(session).has_value());
    }

    TEST_CASE("another role ends every session, and no role ends the account") {
        Staff staff;
        const auto session = staff.come("editor", Role::Editor).entry.session;
        CHECK_FALSE(staff.accounts.change_role("editor", Role::Reviewer, "tanger", {}, staff.now).has_value());
        CHECK(staff.who(session).has_value());
        CHECK(staff.accounts.change_role("editor", Role::Reviewer, "rabat", head, staff.now).has_value());
        CHECK_FALSE(staff.who(session).has_value());
        CHECK(staff.accounts.people("rabat", staff.now)->front().role == Role::Reviewer);
        CHECK(staff.accounts.change_role("editor", std::nullopt, "rabat", head, staff.now).has_value());
        CHECK(staff.accounts.people("rabat", staff.now)->empty());
    }

    TEST_CASE("the people of a desk are those of its district, the invited among them") {
        Staff staff;
        staff.come("b editor", Role::Editor);
        staff.invite("a reviewer", Role::Reviewer);
        const auto people = staff.accounts.people("rabat", staff.now).value();
        REQUIRE(people.size() == 2);
        CHECK(people[0] == domain::Person{"a reviewer", Role::Reviewer, true});
        CHECK(people[1] == domain::Person{"b editor", Role::Editor, false});
        CHECK(staff.accounts.people("tanger", staff.now)->empty());
    }

    TEST_CASE("after a reset nobody comes in but by the new address, which leads to the same account") {
        Staff staff;
        const auto before = staff.come("editor", Role::Editor);
        const auto id = staff.who(before.entry.session)->account.id;
        REQUIRE(staff.accounts.correct(*staff.who(before.entry.session),
                                       {.name = "editor", .email = "a@b.ma", .password = {}, .code = {}},
                                       staff.attempt(1, {}, before.entry.session)));
        const auto token = staff.accounts.reset("Editor", staff.now).value();
        CHECK_FALSE(staff.who(before.entry.session).has_value());
        CHECK(problem_of(staff.sign_in("editor", password, staff.attempt())) == AccountProblem::SignInWrong);
        CHECK(staff.accounts.people("rabat", staff.now)->size() == 1);

        // The role that it has by now, not the one that it had.
        REQUIRE(staff.accounts.change_role("editor", Role::Reviewer, "rabat", head, staff.now).has_value());
        const auto entry = staff.accounts.accept(token, "another long password", staff.attempt()).value();
        CHECK(entry.stage == Stage::Enrol);
        CHECK(staff.who(entry.session)->account.id == id);
        CHECK(staff.who(entry.session)->account.role == Role::Reviewer);
        CHECK(staff.who(entry.session)->account.email == "a@b.ma");
        const auto done = staff.accounts.confirm_code(*staff.who(entry.session), staff.code_of(entry.session),
                                                      staff.attempt(1, {}, entry.session));
        CHECK(done.has_value());
        CHECK_FALSE(staff.accounts.accept(token, password, staff.attempt()).has_value());
        CHECK(staff.sign_in("editor", "another long password", staff.attempt()).has_value());
        // Codes for recovery of before open nothing.
        const auto half = staff.sign_in("editor", "another long password", staff.attempt()).value();
        CHECK(problem_of(staff.accounts.enter_code(*staff.who(half.session), before.recovery_codes.front(),
                                                   staff.attempt())) == AccountProblem::CodeWrong);
    }

    TEST_CASE("an account is reset as often as it takes, a citizen's never") {
        Staff staff;
        staff.come("editor", Role::Editor);
        const auto first = staff.accounts.reset("editor", staff.now).value();
        const auto second = staff.accounts.reset("editor", staff.now).value();
        CHECK_FALSE(staff.accounts.accept(first, password, staff.attempt()).has_value());
        CHECK(staff.accounts.accept(second, password, staff.attempt()).has_value());
        staff.create("citizen");
        CHECK(staff.accounts.reset("citizen", staff.now).error().code == base::ErrorCode::BadInput);
        CHECK(staff.accounts.reset("nobody", staff.now).error().code == base::ErrorCode::NotFound);
    }

    TEST_CASE("who was wrong too often may try again once unlocked") {
        Staff staff;
        staff.come("editor", Role::Editor);
        for (std::uint64_t i = 0; i < 5; ++i) (void)staff.sign_in("editor", "wrong", staff.attempt(100 + i));
        CHECK(problem_of(staff.sign_in("editor", password, staff.attempt(200))) == AccountProblem::TooMany);
        REQUIRE(staff.accounts.unlock("Editor", staff.now).has_value());
        CHECK(staff.sign_in("editor", password, staff.attempt(200)).has_value());
        CHECK(staff.accounts.unlock("nobody", staff.now).error().code == base::ErrorCode::NotFound);
    }

    TEST_CASE("who invited whom, who came in, and who gave or took a right stands in the audit log, without a name") {
        Staff staff;
        const auto token = staff.accounts.invite("editor", Role::Editor, "rabat", head, staff.now).value();
        const auto entry = staff.accounts.accept(token, password, staff.attempt()).value();
        const auto id = std::to_string(staff.who(entry.session)->account.id);
        REQUIRE(staff.accounts.change_role("editor", Role::Reviewer, "rabat", head, staff.now).has_value());
        CHECK_FALSE(staff.accounts.change_role("nobody", Role::Reviewer, "rabat", head, staff.now).has_value());
        REQUIRE(staff.accounts.change_role("editor", std::nullopt, "rabat", head, staff.now).has_value());
        std::vector<std::string> told;
        for (const auto& row : staff.items().audit_of(0).value()) {
            const bool is_theirs = std::to_string(row.account) == id;
            CHECK((is_theirs || row.account == head.account));
            CHECK(row.district == "rabat");
            told.push_back(row.what + ":" + (is_theirs ? "they" : row.role) + ":" + row.detail);
        }
        CHECK(told == std::vector<std::string>{"invite:court-head:editor", "join:they:",
                                               "give-role:court-head:" + id + " reviewer", "dismiss:court-head:" + id});
        CHECK(staff.items().first_broken_audit_row().value() == std::nullopt);
    }

    TEST_CASE("what is done to an account from the machine stands in the audit log: what, when, and to whose") {
        Staff staff;
        const auto id = staff.who(staff.come("editor", Role::Editor).entry.session)->account.id;
        REQUIRE(staff.accounts.unlock("editor", staff.now).has_value());
        const base::Instant later{staff.now.milliseconds + 1};
        REQUIRE(staff.accounts.reset("editor", later).has_value());
        CHECK_FALSE(staff.accounts.reset("nobody", later).has_value());
        auto rows = staff.items().audit_of(0).value();
        REQUIRE(rows.size() == 4);
        rows.erase(rows.begin(), rows.begin() + 2);  // How they came in.
        CHECK(rows[0].what == "unlock");
        CHECK(rows[0].at == staff.now);
        CHECK(rows[1].what == "reset");
        CHECK(rows[1].at == later);
        for (const auto& row : rows) {
            CHECK(row.role == "machine");
            CHECK(row.account == 0);
            CHECK(row.district == "rabat");
            CHECK(row.detail == std::to_string(id));
        }
        CHECK(staff.items().first_broken_audit_row().value() == std::nullopt);
    }

    TEST_CASE("a made account signs in with its password and its authenticator") {
        Staff staff;
        const auto made = staff.accounts.make("rabat-editor", Role::Editor, "rabat", staff.now).value();
        const auto half = staff.sign_in("rabat-editor", made.password, staff.attempt()).value();
        CHECK(half.stage == Stage::Code);
        CHECK(staff.accounts.enter_code(*staff.who(half.session), staff.code_of(half.session), staff.attempt())
                  .has_value());
        CHECK(problem_of(staff.accounts.make("rabat-editor", Role::Editor, "rabat", staff.now)) ==
              AccountProblem::NameTaken);
    }

    TEST_CASE("tries are forgotten after ninety days, browsers after half a year, what is younger stays") {
        Staff staff;
        const auto come = staff.come("editor", Role::Editor);
        const auto id = staff.who(come.entry.session)->account.id;
        for (std::uint64_t i = 0; i < 5; ++i) (void)staff.sign_in("editor", "wrong", staff.attempt(100 + i));
        const auto mark = staff.key.mark("name:" + domain::fold_name("editor"));
        const auto device = secrets::hash_token(come.entry.device);
        staff.pass(hours(89 * 24));
        REQUIRE(staff.accounts.tidy(staff.now).has_value());
        CHECK(staff.store().tries(mark)->failed == 5);
        staff.pass(hours(2 * 24));
        REQUIRE(staff.accounts.tidy(staff.now).has_value());
        CHECK(staff.store().tries(mark)->failed == 0);
        CHECK(staff.store().is_known_device(device, id).value());
        staff.pass(hours(93 * 24));
        REQUIRE(staff.accounts.tidy(staff.now).has_value());
        CHECK_FALSE(staff.store().is_known_device(device, id).value());
    }
}
