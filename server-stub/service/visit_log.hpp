// Takes what tabs report about their visits, believes as little of it as it can, and hands it to the store in batches.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server-stub/service/legal_time.hpp"
#include "server-stub/service/visit_store.hpp"
#include "server-stub/service/visitor_counter.hpp"
#include "shared/domain/visit.hpp"

namespace service {

// Who sends, for as long as the request lives.
struct Caller {
    std::uint64_t network = 0;  // Salted hash of its /24 or /64; the salt dies with the process.
    NetworkPrefix prefix{};
    std::string_view user_agent;
};

struct VisitRefusal {
    enum class Reason : std::uint8_t { UnknownPortal, TooMany, Full } reason = Reason::Full;
    std::size_t event = 0;         // Of UnknownPortal: which one.
    std::chrono::seconds wait{0};  // Of TooMany.
};

class VisitLog {
public:
    struct Parts {
        VisitStore& store;
        const LegalTime& legal_time;
        std::function<bool(std::string_view)> is_portal;  // A district that the content knows.
        VisitorCounter::Keeping keeping;
    };
    struct Limits {
        std::size_t waiting = 16'384;   // Events that are not in the store yet.
        std::size_t visits = 65'536;    // That go on at the same time.
        int batches_per_minute = 1200;  // Of one network: some 300 readers who move about.
    };

    VisitLog(Parts parts, Limits limits) : parts_(std::move(parts)), limits_(limits), counter_(parts_.keeping) {}
    explicit VisitLog(Parts parts) : VisitLog(std::move(parts), Limits{}) {}

    // All or nothing. What robots send is counted as theirs and answered like the rest.
    std::expected<void, VisitRefusal> take(const domain::VisitBatch& batch, const Caller& caller, base::Instant now);
    // Something of this network was accepted: one visit of it may say so.
    void note_contribution(std::uint64_t network, base::Instant now);
    // An HTML page was given. `portal` as in an event; unknown ones count as national.
    void count_page(std::string_view portal, std::string_view user_agent, base::Instant now);

    // Writes what waits, and ends the day and the month that are over. Call it often, from one thread at a time.
    // On an error nothing is lost: the next call tries again.
    base::Result<void> settle(base::Instant now);

private:
    struct Visit {
        std::int64_t first_s = 0, last_s = 0;
        int active_s = 0;
    };
    struct Sender {
        std::int64_t minute = 0;
        int batches = 0;
        int contributions = 0;  // Accepted, and not yet told of by a visit.
    };

    std::expected<void, VisitRefusal> admit(const domain::VisitBatch& batch, const Caller& caller, std::int64_t now_s);
    bool believe(domain::VisitEvent& event, Visit& visit, const Caller& caller, std::int64_t now_s);
    Sender& sender_of(std::uint64_t network, std::int64_t now_s);
    bool claim_contribution(std::uint64_t network);
    void keep(const domain::VisitBatch& batch, const Caller& caller, std::int64_t now_s);
    void count_visitor(const domain::VisitBatch& batch, const Caller& caller);
    void turn(base::Instant now);
    void add(std::string_view portal, Tally what, base::Instant now);
    void forget_silent(std::int64_t now_s);

    Parts parts_;
    Limits limits_;
    std::mutex mutex_;
    VisitorCounter counter_;
    std::unordered_map<std::string, Visit> visits_;
    std::unordered_map<std::uint64_t, Sender> senders_;
    std::vector<LoggedEvent> waiting_;
    std::map<std::tuple<base::Date, std::string, Tally>, std::int64_t> tallies_;
    std::vector<VisitorCount> ended_;  // Not in the store yet.
    base::Result<void> trouble_;       // Of the counter's files; told once by settle.
};

}  // namespace service
