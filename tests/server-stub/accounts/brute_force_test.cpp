// Guessing passwords: how many are tried in truth, who else suffers, and what the answers tell.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <set>

#include "server-stub/secrets/password.hpp"
#include "tests/server-stub/accounts/accounts.hpp"

namespace {

using domain::AccountProblem;
using std::chrono::seconds;
using test::AccountBook;
using test::good_password;
using test::problem_of;

constexpr int guesses = 100'000;

// Counts how often each hash is tried.
struct Counting {
    std::shared_ptr<std::map<std::string, int>> tried = std::make_shared<std::map<std::string, int>>();

    service::Hasher hasher() const {
        auto cheap = test::cheap_hasher();
        return {.hash = cheap.hash, .fits = [tried = tried, fits = cheap.fits](auto password, const auto& hash) {
                    ++(*tried)[hash];
                    return fits(password, hash);
                }};
    }
    void forget() const { tried->clear(); }
    int total() const {
        int sum = 0;
        for (const auto& [hash, count] : *tried) sum += count;
        return sum;
    }
};

std::string guess(int number) { return "guess number " + std::to_string(number); }

// Of this thread alone: other programs on the machine do not count.
double cpu_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

// The mean difference in milliseconds between a try of a name that there is and one that there is not.
double mean_difference_ms(AccountBook& book, const std::string& hash, int pairs) {
    for (int i = 0; i < pairs; ++i) {
        service::StoredAccount account{.name = "known " + std::to_string(i), .password_hash = hash};
        account.folded = domain::fold_name(account.name);
        REQUIRE(book.store().add_account(account).has_value());
    }
    double difference = 0;
    for (int i = 0; i < pairs; ++i) {
        const auto attempt = book.attempt(static_cast<std::uint64_t>(i));
        const auto time = [&](const std::string& name) {
            const double begin = cpu_ms();
            CHECK(problem_of(book.sign_in(name, guess(i), attempt)) == AccountProblem::SignInWrong);
            return cpu_ms() - begin;
        };
        // Each is first as often as the other.
        const auto known = "known " + std::to_string(i), unknown = "other " + std::to_string(i);
        if (i % 2 == 0) {
            const double first = time(known);
            difference += first - time(unknown);
        } else {
            const double first = time(unknown);
            difference += time(known) - first;
        }
    }
    return difference / pairs;
}

}  // namespace

TEST_SUITE("server-stub/accounts/brute_force") {
    TEST_CASE("of 100,000 guesses from one address at most 100 are tried, and honest users of its network get in") {
        const Counting counting;
        AccountBook book(counting.hasher());
        const auto device = book.create("victim").device;
        book.create("neighbour");
        counting.forget();
        for (int i = 0; i < guesses; ++i, book.pass(seconds(1)))
            CHECK_FALSE(book.sign_in("victim", guess(i), book.attempt(7)).has_value());
        MESSAGE("tried in truth: " << counting.total());
        CHECK(counting.total() <= service::most_tries);
        CHECK(problem_of(book.sign_in("victim", good_password, book.attempt(7))) == AccountProblem::Locked);
        CHECK(book.sign_in("neighbour", good_password, book.attempt(7)).has_value());
        CHECK(book.sign_in("victim", good_password, book.attempt(7, device)).has_value());
    }

    TEST_CASE("of 100,000 guesses from 1,000 addresses at most 100 are tried for each name, known or not") {
        const Counting counting;
        AccountBook book(counting.hasher());
        constexpr int names = 20;  // Every other one is known.
        std::map<std::string, int> tried;
        for (int i = 0; i < names; i += 2) book.create("name " + std::to_string(i));
        counting.forget();
        for (int i = 0; i < guesses; ++i, book.pass(seconds(1))) {
            const auto name = "name " + std::to_string(i % names);
            const int before = counting.total();
            CHECK_FALSE(
                book.sign_in(name, guess(i), book.attempt(1 + static_cast<std::uint64_t>(i % 1000))).has_value());
            tried[name] += counting.total() - before;
        }
        const auto most = std::ranges::max_element(tried, {}, [](const auto& one) { return one.second; });
        MESSAGE("tried in truth for one name: " << most->second << ", for all: " << counting.total());
        CHECK(most->second <= service::most_tries);
        CHECK(tried.size() == names);
    }

    TEST_CASE("one guess for each of many names ends soon, and a known device of the same network gets in") {
        const Counting counting;
        AccountBook book(counting.hasher());
        const auto device = book.create("honest").device;
        counting.forget();
        for (int i = 0; i < 5000; ++i) (void)book.sign_in("name " + std::to_string(i), guess(0), book.attempt(7));
        CHECK(counting.total() == 100);
        CHECK(book.sign_in("honest", good_password, book.attempt(7, device)).has_value());
        CHECK(book.sign_in("honest", good_password, book.attempt(8)).has_value());
    }

    TEST_CASE("try by try, a name that there is gets the same answers as one that there is not") {
        AccountBook book;
        book.create("known");
        for (int i = 0; i < 150; ++i, book.pass(seconds(40))) {
            const auto attempt = book.attempt(static_cast<std::uint64_t>(i));
            const auto known = book.sign_in("known", guess(i), attempt);
            const auto unknown = book.sign_in("unknown", guess(i), attempt);
            CAPTURE(i);
            REQUIRE_FALSE(known.has_value());
            REQUIRE_FALSE(unknown.has_value());
            CHECK(known.error().errors == unknown.error().errors);
            CHECK(known.error().wait_minutes == unknown.error().wait_minutes);
        }
    }

    TEST_CASE("an unknown name is hashed against as costly a hash as a known one") {
        auto seen = std::make_shared<std::set<std::string>>();
        auto hasher = service::argon2id();
        hasher.fits = [seen](std::string_view, const std::string& hash) {
            seen->insert(hash.substr(0, hash.find('$', hash.find("m="))));
            return false;
        };
        AccountBook book(hasher);
        book.create("known");
        CHECK_FALSE(book.sign_in("known", guess(0), book.attempt()).has_value());
        CHECK_FALSE(book.sign_in("unknown", guess(0), book.attempt()).has_value());
        CHECK(*seen == std::set<std::string>{"$argon2id$v=19$m=65536,t=2,p=1"});
    }

    // The hash is the same work for both (above): here is what else there is, over hashes that take no time, and over
    // real ones in the long run of the tests.
    TEST_CASE("over 1,000 pairs a known and an unknown name differ by less than a millisecond") {
        AccountBook book;
        const double cheap = mean_difference_ms(book, "hash of something else", 1000);
        MESSAGE("without the hashing: " << cheap * 1000 << " µs");
        CHECK(std::abs(cheap) < 1);
        if (std::getenv("RIHAB_FULL") == nullptr) return;
        AccountBook real(service::argon2id());
        const double whole = mean_difference_ms(real, secrets::hash_password("something else"), 1000);
        MESSAGE("with the hashing: " << whole * 1000 << " µs");
        CHECK(std::abs(whole) < 1);
    }
}
