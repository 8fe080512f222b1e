// The pages of accounts and of the desk in every state that a reader can meet.
#pragma once

#include "shared/desk/account.hpp"
#include "shared/desk/people.hpp"
#include "tests/support/a_country.hpp"
#include "tests/support/screen.hpp"
#include "tests/support/voice_screens.hpp"

namespace test {

inline domain::Account an_account() { return {.name = "lectrice-12", .email = "post@example.com"}; }

inline domain::Account of_staff() {
    return {.name = "redacteur-2", .role = domain::Role::CourtHead, .district = "rabat"};
}

inline domain::Account refused(domain::AccountField field, domain::AccountProblem problem) {
    auto account = an_account();
    account.errors = {{field, problem}};
    account.wait_minutes = 7;
    return account;
}

inline domain::Desk a_desk(domain::Role role) {
    domain::Desk desk{.name = "chef-1", .role = role, .district = "rabat"};
    desk.people = {{"قارئ-1", domain::Role::Editor, false}, {"reviewer-1", domain::Role::Reviewer, true}};
    return desk;
}

inline std::vector<desk::OwnVoice> some_own_voices() {
    auto late = a_voice();
    late.is_late = true;
    auto whole = a_voice(domain::ContributionState::Private);
    whole.number = "9";
    whole.service.clear();
    whole.is_public = false;
    return {{"1234-5678-9012-3456", late}, {"2345-6789-0123-4561", whole}};
}

inline Screens accounts(const i18n::Text& tr) {
    using domain::AccountField;
    using domain::AccountProblem;
    using enum domain::Account::Show;
    using enum routes::AccountStep;
    const auto page = [&](routes::AccountStep step, const domain::Account& account) {
        return desk::account_page(tr, {tr.language(), step}, account);
    };
    const auto invitation = [&](const domain::Account& account) {
        return desk::invitation_page(tr, {tr.language(), "token"}, account);
    };
    domain::Account wrong{.name = "<b>", .email = "nobody"};
    wrong.errors = {{AccountField::Name, AccountProblem::NameUnfit},
                    {AccountField::Email, AccountProblem::EmailUnfit},
                    {AccountField::Password, AccountProblem::PasswordShort}};
    return {{"sign-in", page(SignIn, {})},
            {"sign-in-wrong", page(SignIn, refused(AccountField::Form, AccountProblem::SignInWrong))},
            {"sign-in-many", page(SignIn, refused(AccountField::Form, AccountProblem::TooMany))},
            {"new-account", page(New, {})},
            {"new-account-wrong", page(New, wrong)},
            {"new-account-secret", page(New, {.show = Secret, .secret = "12345678901234567890"})},
            {"account", page(Overview, an_account())},
            {"account-own", desk::account_page(tr, {tr.language(), Overview}, an_account(), some_own_voices())},
            {"account-staff", page(Overview, of_staff())},
            {"code", page(Code, {})},
            {"code-wrong", page(Code, {.errors = {{AccountField::Code, AccountProblem::CodeWrong}}})},
            {"authenticator", page(Authenticator, {.secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})},
            {"authenticator-codes", page(Authenticator, {.show = Codes, .codes = {"123456789012", "234567890123"}})},
            {"delete-account", page(Delete, an_account())},
            {"delete-account-done", page(Delete, {.show = Done})},
            {"invitation", invitation(of_staff())},
            {"invitation-gone", invitation({.show = Done})}};
}

inline Screens desks(const i18n::Text& tr) {
    using domain::Role;
    const auto districts = some_districts();
    const auto people = [&](const domain::Desk& data) {
        return desk::people_page(tr, {tr.language(), "rabat", routes::Room::People, {}}, {data, districts});
    };
    const auto overview = [&](Role role, std::string district) {
        return desk::overview_page(tr, {tr.language()},
                                   {{.name = "chef-1", .role = role, .district = district}, districts});
    };
    const auto told = [&](Role role, std::string district, std::vector<desk::Escalated> escalated) {
        return desk::overview_page(tr, {tr.language()},
                                   {{.name = "chef-1", .role = role, .district = district}, districts, 0, escalated});
    };
    const desk::Escalated late{"rabat", {{"17", {2026, 11, 17}}, {"19", {2026, 11, 20}}}};
    auto invited = a_desk(Role::CourtHead);
    invited.invitation = "https://example.org/ar/account/invitation/0123456789abcdef";
    auto wrong = a_desk(Role::CourtHead);
    wrong.typed = "<b>";
    wrong.errors = {{domain::AccountField::Name, domain::AccountProblem::NameUnfit}};
    return {{"desk-editor", overview(Role::Editor, "rabat")},
            {"desk-ministry", overview(Role::Ministry, "")},
            {"desk-head-told", told(Role::CourtHead, "rabat", {late})},
            {"desk-ministry-told", told(Role::Ministry, "", {late, {"tanger", {}}})},
            {"people", people(a_desk(Role::Administrator))},
            {"people-none", people({.name = "ministry-1", .role = Role::Ministry, .district = "rabat"})},
            {"people-invited", people(invited)},
            {"people-wrong", people(wrong)}};
}

}  // namespace test
