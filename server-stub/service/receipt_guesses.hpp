// Keeps a network from guessing receipt codes, without keeping an honest neighbour from his own.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "shared/base/clock.hpp"
#include "shared/domain/receipt_code.hpp"

namespace service {

// A client's /24 or /64, hashed with a salt that dies with the process. Addresses are never kept.
enum class Network : std::uint64_t {};

class ReceiptGuesses {
public:
    static constexpr std::size_t tries = 10;
    static constexpr std::chrono::minutes window{10};

    // `salt` keeps the remembered codes unreadable in a dump of the memory.
    explicit ReceiptGuesses(std::uint64_t salt) : salt_(salt) {}

    // How long this network must wait before it may look `code` up; nothing when it may now. A code that was
    // given or shown to this network never waits: many people share one address in a courthouse.
    std::optional<std::chrono::seconds> wait_before(Network network, const domain::ReceiptCode& code,
                                                    base::Instant now);
    // Counts a code that nobody holds; answers as above when it was one too many.
    std::optional<std::chrono::seconds> count_unknown(Network network, base::Instant now);
    void remember(Network network, const domain::ReceiptCode& code, base::Instant now);

private:
    struct Entry {
        std::deque<std::int64_t> unknown_ms;  // When, oldest first; at most `tries`.
        std::deque<std::uint64_t> own_codes;  // Salted hashes; at most `codes_remembered`.
        std::int64_t last_ms = 0;
    };

    Entry& entry_of(Network network, base::Instant now);
    void forget_idle(base::Instant now);
    std::uint64_t hash_of(const domain::ReceiptCode& code) const;

    std::uint64_t salt_;
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace service
