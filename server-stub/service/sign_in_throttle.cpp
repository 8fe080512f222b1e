#include "server-stub/service/sign_in_throttle.hpp"

#include <algorithm>

namespace service {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t networks_remembered = 65'536;

}  // namespace

Verdict judge(const Tries& tries, base::Instant now) {
    if (tries.failed >= most_tries) return {.say = Verdict::Say::Locked};
    if (tries.failed < free_tries) return {};
    const int doublings = std::min(tries.failed - free_tries, 20);
    const auto pause = std::min<milliseconds>(seconds(std::int64_t{1} << doublings), longest_wait);
    const milliseconds remaining(tries.last.milliseconds + pause.count() - now.milliseconds);
    if (remaining <= milliseconds(0)) return {};
    return {.say = Verdict::Say::Wait, .wait = std::chrono::ceil<seconds>(remaining)};
}

std::optional<seconds> NetworkCount::wait_before(Network network, base::Instant now) {
    const std::lock_guard lock(mutex_);
    const auto& times = times_of(network, now);
    if (times.size() < limit_.most) return std::nullopt;
    const milliseconds remaining(times.front() + milliseconds(limit_.within).count() - now.milliseconds);
    return std::max(std::chrono::ceil<seconds>(remaining), seconds(1));
}

void NetworkCount::count(Network network, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto& times = times_of(network, now);
    if (times.size() == limit_.most) times.pop_front();
    times.push_back(now.milliseconds);
}

std::deque<std::int64_t>& NetworkCount::times_of(Network network, base::Instant now) {
    const auto oldest = now.milliseconds - milliseconds(limit_.within).count();
    if (times_ms_.size() >= networks_remembered) {
        std::erase_if(times_ms_, [&](const auto& one) { return one.second.empty() || one.second.back() <= oldest; });
        // An attack from very many networks at once: memory stays bounded, the names keep their own counts.
        if (times_ms_.size() >= networks_remembered) times_ms_.clear();
    }
    auto& times = times_ms_[static_cast<std::uint64_t>(network)];
    while (!times.empty() && times.front() <= oldest) times.pop_front();
    return times;
}

}  // namespace service
