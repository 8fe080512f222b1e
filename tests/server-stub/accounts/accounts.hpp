// Accounts over a database in memory, with a clock that the test moves.
#pragma once

#include <doctest/doctest.h>
#include <map>
#include <memory>

#include "server-stub/secrets/token.hpp"
#include "server-stub/service/accounts.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "tests/server-stub/service/hashers.hpp"

namespace test {

inline constexpr std::string_view good_password = "a good long password";

class AccountBook {
public:
    explicit AccountBook(service::Hasher hasher = cheap_hasher()) : accounts(store(), key, std::move(hasher)) {}

    service::AccountStore& store() { return store_->accounts(); }
    service::ItemStore& items() { return store_->items(); }

    service::Attempt attempt(std::uint64_t network = 1, std::string device = {}, std::string session = {}) const {
        return {service::Network{network}, std::move(device), std::move(session), now};
    }
    void pass(std::chrono::milliseconds time) { now.milliseconds += time.count(); }

    service::Entry create(const std::string& name) {
        return accounts
            .create({.name = name, .email = {}, .password = std::string(good_password), .code = {}},
                    attempt(1000 + std::hash<std::string>{}(name)))
            .value()
            .entry;
    }
    service::Admitted<service::Entry> sign_in(const std::string& name, std::string_view password,
                                              const service::Attempt& attempt) {
        return accounts.sign_in({.name = name, .email = {}, .password = std::string(password), .code = {}}, attempt);
    }
    std::optional<service::Who> who(const std::string& session) { return accounts.who(session, now); }

private:
    std::unique_ptr<storage::sqlite::Store> store_ = storage::sqlite::Store::in_memory().value();

public:
    secrets::SealingKey key = secrets::SealingKey::keep_in({}).value();
    base::Instant now{1'795'348'800'000};  // 2026-11-22T12:00Z
    service::Accounts accounts;
};

template <class T>
domain::AccountProblem problem_of(const service::Admitted<T>& answer) {
    REQUIRE_FALSE(answer.has_value());
    return answer.error().errors.front().problem;
}

}  // namespace test
