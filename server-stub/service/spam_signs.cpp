#include "server-stub/service/spam_signs.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server-stub/secrets/token.hpp"

namespace service {
namespace {

using std::chrono::hours;

constexpr Allowance alike{.most = 6, .within = hours(24)};
constexpr Allowance copies_of_network{.most = 2, .within = hours(24)};
constexpr Allowance all_of_network{.most = 30, .within = hours(1)};
constexpr Allowance all_of_district{.most = 100, .within = hours(1)};
constexpr Allowance of_district_without_form{.most = 5, .within = hours(1)};
constexpr double by_form = 1, without_form = 3;
constexpr std::size_t networks_remembered = 65'536;

double amount_of(const Sending& sending) { return sending.is_by_form ? by_form : without_form; }

std::string signed_part(std::string_view opened, std::string_view district, std::string_view key) {
    std::string text("form ");
    return text.append(opened).append(" ").append(district).append(" ").append(key);
}

}  // namespace

std::string_view name_of(SpamSign sign) {
    static constexpr std::array<std::string_view, spam_signs.size()> names{"trap",      "not-opened", "too-fast",
                                                                           "duplicate", "many-alike", "many-at-once"};
    return names[static_cast<std::size_t>(sign)];
}

std::string FormOpenings::print(std::string_view district, std::string_view key, base::Instant opened) const {
    const auto at = std::to_string(opened.milliseconds);
    return at + "." + mark_(signed_part(at, district, key));
}

std::optional<base::Instant> FormOpenings::read(std::string_view printed, std::string_view district,
                                                std::string_view key, base::Instant now) const {
    const auto dot = printed.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto at = printed.substr(0, dot);
    base::Instant opened;
    const auto [end, error] = std::from_chars(at.data(), at.data() + at.size(), opened.milliseconds);
    if (error != std::errc() || end != at.data() + at.size()) return std::nullopt;
    if (!secrets::is_same(mark_(signed_part(at, district, key)), printed.substr(dot + 1))) return std::nullopt;
    const auto age = std::chrono::milliseconds(now.milliseconds - opened.milliseconds);
    if (age < std::chrono::milliseconds(0) || age > longest_form) return std::nullopt;
    return opened;
}

SpamSigns::SpamSigns(secrets::Salt salt) : salt_(std::move(salt)), texts_(alike) {}

std::vector<SpamSign> SpamSigns::look(const Sending& sending, const std::string& district, std::string_view text,
                                      base::Instant now) {
    using enum SpamSign;
    std::vector<SpamSign> signs;
    if (sending.is_trap_filled) signs.push_back(Trap);
    if (sending.is_by_form && !sending.opened) signs.push_back(NotOpened);
    if (sending.opened && std::chrono::milliseconds(now.milliseconds - sending.opened->milliseconds) < fastest_form)
        signs.push_back(TooFast);

    const auto marks = marks_of(text, salt_);
    const auto amount = amount_of(sending);
    const std::lock_guard lock(mutex_);
    const auto& network = of_network(sending.network, now);
    const auto& in_district = districts_[district];
    const auto found = texts_.find(marks, amount, now);
    if (found.kind && !std::ranges::contains(network.copied, *found.kind) &&
        !network.copies.has_room(amount, copies_of_network, now))
        signs.push_back(Duplicate);
    if (!found.has_room) signs.push_back(Campaign);
    if (!network.all.has_room(amount, all_of_network, now) || !in_district.all.has_room(1, all_of_district, now) ||
        (!sending.is_by_form && !in_district.without_form.has_room(1, of_district_without_form, now)))
        signs.push_back(ManyAtOnce);
    return signs;
}

void SpamSigns::count(const Sending& sending, const std::string& district, std::string_view text, base::Instant now) {
    const auto marks = marks_of(text, salt_);
    const auto amount = amount_of(sending);
    const std::lock_guard lock(mutex_);
    auto& network = of_network(sending.network, now);
    if (network.copies.is_forgotten(copies_of_network, now)) network.copied.clear();
    const auto found = texts_.find(marks, amount, now);
    if (found.kind && !std::ranges::contains(network.copied, *found.kind)) {
        network.copies.take(amount, copies_of_network, now);
        network.copied.push_back(*found.kind);
    }
    texts_.take(marks, amount, now);
    network.all.take(amount, all_of_network, now);
    auto& in_district = districts_[district];
    in_district.all.take(1, all_of_district, now);
    if (!sending.is_by_form) in_district.without_form.take(1, of_district_without_form, now);
}

SpamSigns::OfNetwork& SpamSigns::of_network(Network network, base::Instant now) {
    if (networks_.size() >= networks_remembered) {
        std::erase_if(networks_, [&](const auto& one) {
            return one.second.all.is_forgotten(all_of_network, now) &&
                   one.second.copies.is_forgotten(copies_of_network, now);
        });
        // An attack from very many networks at once: memory stays bounded, and the districts keep their own counts.
        if (networks_.size() >= networks_remembered) networks_.clear();
    }
    return networks_[static_cast<std::uint64_t>(network)];
}

}  // namespace service
