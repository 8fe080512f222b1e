#include "tests/server-stub/accounts/accounts.hpp"

namespace {

using domain::AccountDraft;
using domain::AccountProblem;
using std::chrono::hours;
using std::chrono::minutes;
using test::AccountBook;
using test::good_password;
using test::problem_of;

AccountDraft draft_of(std::string name, std::string email = {}, std::string password = {}) {
    return {.name = std::move(name), .email = std::move(email), .password = std::move(password), .code = {}};
}

}  // namespace

TEST_SUITE("server-stub/accounts/sign_in") {
    TEST_CASE("without a password one gets a secret number, and signs in with it typed in groups") {
        AccountBook book;
        const auto made = book.accounts.create(draft_of("Lectrice"), book.attempt()).value();
        REQUIRE(made.secret.size() == domain::secret_digits);
        CHECK(book.who(made.entry.session)->account.name == "Lectrice");
        auto grouped = made.secret;
        for (const int place : {16, 12, 8, 4}) grouped.insert(static_cast<std::size_t>(place), " ");
        CHECK(book.sign_in("lectrice", grouped, book.attempt()).has_value());
        CHECK_FALSE(book.sign_in("lectrice", "0" + made.secret.substr(1) + "1", book.attempt()).has_value());
    }

    TEST_CASE("a name is given once, however it is written") {
        AccountBook book;
        book.create("Élise");
        CHECK(problem_of(book.accounts.create(draft_of("elise"), book.attempt())) == AccountProblem::NameTaken);
    }

    TEST_CASE("everything wrong with what was typed is said at once") {
        AccountBook book;
        const auto refused = book.accounts.create(draft_of("<b>", "nobody", "short"), book.attempt());
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().errors ==
              std::vector<domain::AccountError>{{domain::AccountField::Name, AccountProblem::NameUnfit},
                                                {domain::AccountField::Email, AccountProblem::EmailUnfit},
                                                {domain::AccountField::Password, AccountProblem::PasswordShort}});
    }

    TEST_CASE("one network does not make accounts without end") {
        AccountBook book;
        int made = 0;
        for (int i = 0; i < 100; ++i)
            made += book.accounts.create(draft_of("a " + std::to_string(i)), book.attempt()).has_value() ? 1 : 0;
        CHECK(made == 20);
        CHECK(book.accounts.create(draft_of("another"), book.attempt(2)).has_value());
    }

    TEST_CASE("a session that was there before the sign-in opens nothing after it") {
        AccountBook book;
        const auto first = book.create("reader");
        const auto second = book.sign_in("reader", good_password, book.attempt(1, first.device, first.session)).value();
        CHECK(second.session != first.session);
        CHECK(second.device.empty());
        CHECK_FALSE(book.who(first.session).has_value());
        CHECK(book.who(second.session).has_value());
        CHECK_FALSE(book.who("planted").has_value());
    }

    TEST_CASE("a session ends when it is left alone, and when it is old") {
        AccountBook book;
        const auto left = book.create("reader").session;
        book.pass(hours(24) - minutes(1));
        CHECK(book.who(left).has_value());
        book.pass(hours(24) + minutes(1));
        CHECK_FALSE(book.who(left).has_value());
        const auto used = book.sign_in("reader", good_password, book.attempt()).value().session;
        for (int day = 0; day < 28; ++day) {
            book.pass(hours(12));
            CHECK(book.who(used).has_value());
        }
        book.pass(minutes(1));
        CHECK_FALSE(book.who(used).has_value());
    }

    TEST_CASE("who signs out is out, and a copied cookie too") {
        AccountBook book;
        const auto session = book.create("reader").session;
        book.accounts.sign_out(session);
        CHECK_FALSE(book.who(session).has_value());
    }

    TEST_CASE("a correction changes what was typed and ends every session but its own, under a new token") {
        AccountBook book;
        const auto elsewhere = book.create("reader").session;
        const auto here = book.sign_in("reader", good_password, book.attempt()).value().session;
        const auto who = book.who(here).value();
        auto draft = draft_of("Writer", "a@b.ma", "another long password");
        draft.current = good_password;
        const auto corrected = book.accounts.correct(who, draft, book.attempt(1, {}, here));
        REQUIRE(corrected.has_value());
        CHECK_FALSE(book.who(here).has_value());
        CHECK_FALSE(book.who(elsewhere).has_value());
        CHECK(book.who(corrected->session)->account.email == "a@b.ma");
        CHECK_FALSE(book.sign_in("writer", good_password, book.attempt()).has_value());
        CHECK(book.sign_in("writer", "another long password", book.attempt()).has_value());
    }

    TEST_CASE("another password is taken only beside the one until now, and nothing else is changed without it") {
        AccountBook book;
        const auto session = book.create("reader").session;
        const auto who = book.who(session).value();
        auto draft = draft_of("Writer", "a@b.ma", "another long password");
        for (const auto& [current, problem] :
             {std::pair{"", AccountProblem::PasswordMissing}, {"not the one at all", AccountProblem::PasswordWrong}}) {
            draft.current = current;
            const auto refused = book.accounts.correct(who, draft, book.attempt(1, {}, session));
            CHECK(problem_of(refused) == problem);
            CHECK(refused.error().errors.front().field == domain::AccountField::Current);
        }
        CHECK(book.who(session)->account.name == "reader");
        CHECK(book.sign_in("reader", good_password, book.attempt()).has_value());
    }

    TEST_CASE("a correction without a password keeps the old one, and a taken name is refused") {
        AccountBook book;
        book.create("taken");
        const auto session = book.create("reader").session;
        const auto who = book.who(session).value();
        CHECK(problem_of(book.accounts.correct(who, draft_of("Taken"), book.attempt(1, {}, session))) ==
              AccountProblem::NameTaken);
        CHECK(book.accounts.correct(who, draft_of("reader 2"), book.attempt(1, {}, session)).has_value());
        CHECK(book.sign_in("reader 2", good_password, book.attempt()).has_value());
    }

    TEST_CASE("who deletes the account says so with the password, and leaves nothing") {
        AccountBook book;
        const auto entry = book.create("reader");
        const auto who = book.who(entry.session).value();
        CHECK(problem_of(book.accounts.remove(who, "wrong", book.attempt())) == AccountProblem::PasswordWrong);
        CHECK(book.accounts.remove(who, std::string(good_password), book.attempt()).has_value());
        CHECK_FALSE(book.who(entry.session).has_value());
        CHECK_FALSE(book.sign_in("reader", good_password, book.attempt()).has_value());
        CHECK_FALSE(book.store().is_known_device(secrets::hash_token(entry.device), who.account.id).value());
        CHECK(book.create("reader").stage == service::Stage::Full);
    }
}
