#include "shared/domain/account.hpp"

#include <doctest/doctest.h>

using domain::AccountProblem;

namespace {

std::optional<AccountProblem> problem_of(const std::optional<domain::AccountError>& error) {
    return error ? std::optional(error->problem) : std::nullopt;
}

}  // namespace

TEST_SUITE("shared/domain/account") {
    TEST_CASE("a name is written in one script of the four languages") {
        for (const std::string name : {"a", "Lectrice 12", "قارئ", "ⴰⵎⵖⵔⴰⵏ", "editor-2", "J. R."}) {
            CAPTURE(name);
            CHECK_FALSE(domain::check_name(name).has_value());
        }
        for (const std::string name : {"12", "-", "раss", "aقارئ", "a<b>", "a\u202Eb", "a_b", "😀", "\xFF"}) {
            CAPTURE(name);
            CHECK(problem_of(domain::check_name(name)) == AccountProblem::NameUnfit);
        }
        CHECK(problem_of(domain::check_name("")) == AccountProblem::NameMissing);
        CHECK(problem_of(domain::check_name(std::string(41, 'a'))) == AccountProblem::NameUnfit);
        CHECK_FALSE(domain::check_name(std::string(40, 'a')).has_value());
    }

    TEST_CASE("names that look alike are one") {
        CHECK(domain::fold_name("Élise") == domain::fold_name("elise"));
        CHECK(domain::fold_name("إسم") == domain::fold_name("اسم"));
        CHECK(domain::fold_name("a.b") == domain::fold_name("a b"));
        CHECK(domain::clean_name("  a \n b ") == "a b");
    }

    TEST_CASE("a secret of digits may be typed in groups and in any digits, a password is taken as it is") {
        CHECK(domain::normal_secret("1234 5678-9012") == "123456789012");
        CHECK(domain::normal_secret("١٢٣٤ ٥٦٧٨") == "12345678");
        CHECK(domain::normal_secret("pass word 12") == "pass word 12");
        CHECK(domain::normal_secret("") == "");
    }

    TEST_CASE("a password is long enough, not too long, and not the name") {
        using domain::check_password;
        CHECK_FALSE(check_password("correct horse", "name").has_value());
        CHECK_FALSE(check_password("كلمة سر طويلة", "name").has_value());
        CHECK(problem_of(check_password("", "name")) == AccountProblem::PasswordMissing);
        CHECK(problem_of(check_password("eleven char", "name")) == AccountProblem::PasswordShort);
        CHECK(problem_of(check_password(std::string(129, 'a'), "name")) == AccountProblem::PasswordLong);
        CHECK(problem_of(check_password("Lectrice du Sud", "lectrice du sud")) == AccountProblem::PasswordIsName);
    }

    TEST_CASE("an e-mail address has one at sign and a host, or is not given") {
        for (const std::string email : {"", "a@b.ma", "first.last+tag@sub.example.org"}) {
            CAPTURE(email);
            CHECK_FALSE(domain::check_email(email).has_value());
        }
        for (const std::string email : {"a", "@b.ma", "a@b", "a@.ma", "a@b.", "a@b@c.ma", "a b@c.ma", "é@b.ma"}) {
            CAPTURE(email);
            CHECK(problem_of(domain::check_email(email)) == AccountProblem::EmailUnfit);
        }
    }

    TEST_CASE("every role is called by its own name") {
        for (const auto role : domain::roles) CHECK(domain::parse_role(domain::name_of(role)) == role);
        CHECK_FALSE(domain::parse_role("king").has_value());
    }
}
