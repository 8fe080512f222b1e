#include "server-stub/service/visit_log.hpp"

#include <algorithm>

#include "server-stub/service/visitor_class.hpp"

namespace service {
namespace {

using domain::VisitEventType;

constexpr std::int64_t minute_s = 60;
constexpr std::int64_t slow_network_s = 10;  // A visit's first report may come later than its others.
constexpr std::size_t senders_remembered = 65'536;

std::int64_t seconds_of(base::Instant instant) { return instant.milliseconds / 1000; }

// How long ago the first second lies that the batch tells of.
int oldest_second(const domain::VisitBatch& batch) {
    int oldest = 0;
    for (const auto& event : batch.events)
        oldest = std::max(oldest, event.seconds_ago + (event.type == VisitEventType::Active ? event.value : 0));
    return oldest;
}

}  // namespace

std::string_view name_of(Tally tally) { return tally == Tally::Pages ? "pages" : "robots"; }

std::expected<void, VisitRefusal> VisitLog::take(const domain::VisitBatch& batch, const Caller& caller,
                                                 base::Instant now) {
    const std::lock_guard lock(mutex_);
    const auto now_s = seconds_of(now);
    turn(now);
    if (auto admitted = admit(batch, caller, now_s); !admitted) return admitted;
    if (is_robot(caller.user_agent)) {
        add(batch.events.front().portal, Tally::Robots, now);
        return {};
    }
    keep(batch, caller, now_s);
    if (batch.channel == domain::Channel::Web) count_visitor(batch, caller);
    return {};
}

VisitLog::Sender& VisitLog::sender_of(std::uint64_t network, std::int64_t now_s) {
    // An attack from very many networks at once: memory stays bounded, and their counts start again.
    if (senders_.size() >= senders_remembered && !senders_.contains(network)) senders_.clear();
    auto& sender = senders_[network];
    if (sender.minute != now_s / minute_s) sender.batches = 0;
    sender.minute = now_s / minute_s;
    return sender;
}

std::expected<void, VisitRefusal> VisitLog::admit(const domain::VisitBatch& batch, const Caller& caller,
                                                  std::int64_t now_s) {
    using enum VisitRefusal::Reason;
    if (++sender_of(caller.network, now_s).batches > limits_.batches_per_minute)
        return std::unexpected(
            VisitRefusal{.reason = TooMany, .wait = std::chrono::seconds(minute_s - now_s % minute_s)});

    for (std::size_t i = 0; i < batch.events.size(); ++i) {
        const auto& portal = batch.events[i].portal;
        if (!portal.empty() && !parts_.is_portal(portal))
            return std::unexpected(VisitRefusal{.reason = UnknownPortal, .event = i});
    }
    if (visits_.size() >= limits_.visits) forget_silent(now_s);
    const bool full = visits_.size() >= limits_.visits && !visits_.contains(batch.visit);
    if (full || waiting_.size() + batch.events.size() > limits_.waiting)
        return std::unexpected(VisitRefusal{.reason = Full});
    return {};
}

void VisitLog::keep(const domain::VisitBatch& batch, const Caller& caller, std::int64_t now_s) {
    auto& visit = visits_[batch.visit];
    if (visit.last_s + domain::visit_silence_s < now_s) visit = {.first_s = now_s - oldest_second(batch)};
    visit.last_s = now_s;
    for (auto event : batch.events) {
        if (!believe(event, visit, caller, now_s)) continue;
        waiting_.push_back({.time_s = now_s - event.seconds_ago,
                            .portal = std::move(event.portal),
                            .channel = batch.channel,
                            .language = event.language,
                            .visit = batch.visit,
                            .screen = std::move(event.screen),
                            .type = event.type,
                            .value = event.value});
    }
}

bool VisitLog::claim_contribution(std::uint64_t network) {
    auto& accepted = senders_[network].contributions;
    if (accepted == 0) return false;
    --accepted;
    return true;
}

// Cuts what cannot be true; false where nothing is left.
bool VisitLog::believe(domain::VisitEvent& event, Visit& visit, const Caller& caller, std::int64_t now_s) {
    if (event.type == VisitEventType::Contribution) return claim_contribution(caller.network);
    if (event.type != VisitEventType::Active) return true;
    // Nobody was there for longer than the clock went on since the visit began.
    const auto passed = now_s - visit.first_s + slow_network_s;
    const auto room = std::min<std::int64_t>(domain::visit_longest_s, passed) - visit.active_s;
    event.value = static_cast<int>(std::clamp<std::int64_t>(room, 0, std::min(event.value, domain::visit_interval_s)));
    visit.active_s += event.value;
    return event.value > 0;
}

void VisitLog::count_visitor(const domain::VisitBatch& batch, const Caller& caller) {
    const auto browser = visitor_class(caller.user_agent);
    std::vector<std::string_view> counted;
    for (const auto& event : batch.events) {
        if (std::ranges::contains(counted, event.portal)) continue;
        counted.push_back(event.portal);
        if (auto done = counter_.count(event.portal, caller.prefix, browser); !done) trouble_ = done;
    }
}

void VisitLog::note_contribution(std::uint64_t network, base::Instant now) {
    const std::lock_guard lock(mutex_);
    ++sender_of(network, seconds_of(now)).contributions;
}

void VisitLog::count_page(std::string_view portal, std::string_view user_agent, base::Instant now) {
    const std::lock_guard lock(mutex_);
    add(parts_.is_portal(portal) ? portal : "", is_robot(user_agent) ? Tally::Robots : Tally::Pages, now);
}

void VisitLog::add(std::string_view portal, Tally what, base::Instant now) {
    ++tallies_[{parts_.legal_time.date_at(now), std::string(portal), what}];
}

void VisitLog::turn(base::Instant now) {
    auto ended = counter_.turn_to(parts_.legal_time.date_at(now), now);
    std::ranges::move(ended, std::back_inserter(ended_));
}

void VisitLog::forget_silent(std::int64_t now_s) {
    std::erase_if(visits_, [&](const auto& item) { return item.second.last_s + domain::visit_silence_s < now_s; });
    std::erase_if(senders_, [&](const auto& item) {
        return item.second.minute + domain::visit_silence_s / minute_s < now_s / minute_s;
    });
}

base::Result<void> VisitLog::settle(base::Instant now) {
    std::vector<LoggedEvent> events;
    std::vector<DayTally> tallies;
    std::vector<VisitorCount> ended;
    {
        const std::lock_guard lock(mutex_);
        turn(now);
        forget_silent(seconds_of(now));
        events = waiting_;
        ended = ended_;
        for (const auto& [what, count] : tallies_)
            tallies.push_back({std::get<0>(what), std::get<1>(what), std::get<2>(what), count});
    }
    // The disk is not waited for under the lock: what arrives meanwhile stands behind what is written now.
    if (!events.empty() || !tallies.empty())
        if (auto done = parts_.store.record_visits(events, tallies); !done) return done;
    {
        const std::lock_guard lock(mutex_);
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(events.size()));
        for (const auto& tally : tallies) {
            const auto found = tallies_.find({tally.day, tally.portal, tally.what});
            found->second -= tally.count;
            if (found->second == 0) tallies_.erase(found);
        }
    }
    if (!ended.empty())
        if (auto done = parts_.store.record_visitors(ended); !done) return done;
    const std::lock_guard lock(mutex_);
    ended_.erase(ended_.begin(), ended_.begin() + static_cast<std::ptrdiff_t>(ended.size()));
    return std::exchange(trouble_, {});
}

}  // namespace service
