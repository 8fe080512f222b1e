// How often one may be wrong: a rule for each name, and a count for each network.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "server-stub/service/account_store.hpp"
#include "server-stub/service/receipt_guesses.hpp"

namespace service {

inline constexpr int most_tries = 100;  // Of one name in a row (NIST 800-63B, 5.2.2).
inline constexpr int free_tries = 5;    // Before each next one must wait, twice as long as the one before.
inline constexpr std::chrono::minutes longest_wait{15};

struct Verdict {
    enum class Say : std::uint8_t { Go, Wait, Locked } say = Say::Go;
    std::chrono::seconds wait{0};
    bool operator==(const Verdict&) const = default;
};

// Of a name, known or not, after these tries.
Verdict judge(const Tries& tries, base::Instant now);

// Things of one kind that a network did of late; so many of them are let through. Addresses are not kept.
class NetworkCount {
public:
    struct Limit {
        std::size_t most;
        std::chrono::minutes within;
    };
    explicit NetworkCount(Limit limit) : limit_(limit) {}

    // How long this network must wait; nothing when it need not.
    std::optional<std::chrono::seconds> wait_before(Network network, base::Instant now);
    void count(Network network, base::Instant now);

private:
    std::deque<std::int64_t>& times_of(Network network, base::Instant now);

    Limit limit_;
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, std::deque<std::int64_t>> times_ms_;
};

}  // namespace service
