#include "server-stub/secrets/password.hpp"

#include <doctest/doctest.h>

#include "server-stub/secrets/token.hpp"

TEST_SUITE("server-stub/secrets/password") {
    TEST_CASE("a password costs what the book says: argon2id, two passes, 64 MiB") {
        const auto hash = secrets::hash_password("a long password");
        CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
        CHECK(secrets::fits_password("a long password", hash));
        CHECK_FALSE(secrets::fits_password("a long passwore", hash));
    }

    TEST_CASE("the same password is kept in another form each time, and nothing is not a hash") {
        CHECK(secrets::hash_password("secret", secrets::least_cost) !=
              secrets::hash_password("secret", secrets::least_cost));
        CHECK_FALSE(secrets::fits_password("secret", ""));
        CHECK_FALSE(secrets::fits_password("", secrets::hash_password("secret", secrets::least_cost)));
    }

    TEST_CASE("tokens are never the same, and what is kept of them is not they") {
        const auto token = secrets::random_token();
        CHECK(token.size() == 64);
        CHECK(token != secrets::random_token());
        CHECK(secrets::hash_token(token) != token);
        CHECK(secrets::hash_token(token) == secrets::hash_token(token));
        CHECK(secrets::random_digits(20).find_first_not_of("0123456789") == std::string::npos);
        CHECK(secrets::random_digits(20).size() == 20);
    }
}
