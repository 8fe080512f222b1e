#include "server-stub/service/receipt_guesses.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace service {
namespace {

constexpr std::size_t networks_remembered = 65'536;
constexpr std::size_t codes_remembered = 256;
constexpr std::int64_t window_ms = std::chrono::milliseconds(ReceiptGuesses::window).count();
constexpr std::int64_t idle_ms = std::chrono::milliseconds(std::chrono::hours(1)).count();

std::optional<std::chrono::seconds> wait_until_oldest_expires(const std::deque<std::int64_t>& times,
                                                              std::int64_t now_ms) {
    if (times.size() < ReceiptGuesses::tries) return std::nullopt;
    const auto wait_ms = times.front() + window_ms - now_ms;
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(std::max<std::int64_t>(wait_ms, 1)));
}

void drop_expired(std::deque<std::int64_t>& times, std::int64_t now_ms) {
    while (!times.empty() && times.front() + window_ms <= now_ms) times.pop_front();
}

}  // namespace

std::optional<std::chrono::seconds> ReceiptGuesses::wait_before(Network network, const domain::ReceiptCode& code,
                                                                base::Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(static_cast<std::uint64_t>(network));
    if (found == entries_.end()) return std::nullopt;
    auto& entry = found->second;
    drop_expired(entry.unknown_ms, now.milliseconds);
    if (std::ranges::contains(entry.own_codes, hash_of(code))) return std::nullopt;
    return wait_until_oldest_expires(entry.unknown_ms, now.milliseconds);
}

std::optional<std::chrono::seconds> ReceiptGuesses::count_unknown(Network network, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto& entry = entry_of(network, now);
    drop_expired(entry.unknown_ms, now.milliseconds);
    if (auto wait = wait_until_oldest_expires(entry.unknown_ms, now.milliseconds)) return wait;
    entry.unknown_ms.push_back(now.milliseconds);
    return std::nullopt;
}

void ReceiptGuesses::remember(Network network, const domain::ReceiptCode& code, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto& entry = entry_of(network, now);
    const auto hash = hash_of(code);
    if (std::ranges::contains(entry.own_codes, hash)) return;
    if (entry.own_codes.size() == codes_remembered) entry.own_codes.pop_front();
    entry.own_codes.push_back(hash);
}

ReceiptGuesses::Entry& ReceiptGuesses::entry_of(Network network, base::Instant now) {
    if (entries_.size() >= networks_remembered) forget_idle(now);
    auto& entry = entries_[static_cast<std::uint64_t>(network)];
    entry.last_ms = now.milliseconds;
    return entry;
}

void ReceiptGuesses::forget_idle(base::Instant now) {
    std::erase_if(entries_, [&](const auto& item) { return item.second.last_ms + idle_ms < now.milliseconds; });
    // An attack from very many networks at once: memory stays bounded, and their counts start again.
    if (entries_.size() >= networks_remembered) entries_.clear();
}

std::uint64_t ReceiptGuesses::hash_of(const domain::ReceiptCode& code) const {
    return std::hash<std::string>{}(std::to_string(salt_) + code.digits());
}

}  // namespace service
