#include "server-stub/service/legal_time.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>

namespace service {
namespace {

constexpr std::size_t header_size = 44;
constexpr std::uint32_t count_limit = 10'000;  // The longest zone has some 240 transitions.

struct Counts {
    std::uint32_t ut_flags, standard_flags, leaps, times, types, characters;

    std::size_t body_size(std::size_t time_size) const {
        return times * (time_size + 1) + types * 6 + characters + leaps * (time_size + 4) + standard_flags + ut_flags;
    }
};

std::unexpected<base::Error> broken(std::string detail) {
    return std::unexpected(base::Error{base::ErrorCode::BadInput, std::move(detail)});
}

template <class Integer>
Integer big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return static_cast<Integer>(value);
}

std::optional<Counts> read_header(std::string_view bytes) {
    if (bytes.size() < header_size || !bytes.starts_with("TZif") || bytes[4] < '2') return std::nullopt;
    const auto count = [&](std::size_t i) { return big_endian<std::uint32_t>(bytes.substr(20 + 4 * i)); };
    const Counts counts{count(0), count(1), count(2), count(3), count(4), count(5)};
    for (const auto value :
         {counts.ut_flags, counts.standard_flags, counts.leaps, counts.times, counts.types, counts.characters})
        if (value > count_limit) return std::nullopt;
    if (counts.types == 0) return std::nullopt;
    return counts;
}

// The footer's POSIX rule without a summer time, "<+00>0" or "WET0": seconds east of UTC.
std::optional<int> fixed_offset(std::string_view rule) {
    const auto name_end = rule.starts_with('<') ? rule.find('>') + 1 : rule.find_first_of("+-0123456789");
    if (name_end == 0 || name_end > rule.size()) return std::nullopt;
    rule.remove_prefix(name_end);
    const int sign = rule.starts_with('-') ? 1 : -1;  // POSIX counts westward.
    if (rule.starts_with('-') || rule.starts_with('+')) rule.remove_prefix(1);
    int parts[3] = {};
    for (auto& part : parts) {
        const auto [end, error] = std::from_chars(rule.data(), rule.data() + rule.size(), part);
        if (error != std::errc{} || part > 59) return std::nullopt;
        rule.remove_prefix(static_cast<std::size_t>(end - rule.data()));
        if (rule.empty()) return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2]);
        if (!rule.starts_with(':')) return std::nullopt;
        rule.remove_prefix(1);
    }
    return std::nullopt;
}

std::int64_t floor_seconds(base::Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(instant.milliseconds)).count();
}

}  // namespace

base::Result<LegalTime> LegalTime::parse(std::string_view tzif) {
    const auto old_counts = read_header(tzif);
    if (!old_counts) return broken("not a TZif file of version 2 or later");
    const auto skip = header_size + old_counts->body_size(4);
    if (tzif.size() < skip) return broken("the zone file is cut short");
    tzif.remove_prefix(skip);

    const auto counts = read_header(tzif);
    if (!counts || tzif.size() < header_size + counts->body_size(8)) return broken("the zone file is cut short");
    const auto times = tzif.substr(header_size);
    const auto kinds = times.substr(counts->times * std::size_t{8});
    const auto types = kinds.substr(counts->times);
    const auto footer = tzif.substr(header_size + counts->body_size(8));

    LegalTime zone;
    zone.first_offset_seconds_ = big_endian<std::int32_t>(types);
    for (std::size_t i = 0; i < counts->times; ++i) {
        const auto type = static_cast<unsigned char>(kinds[i]);
        if (type >= counts->types) return broken("the zone file names a type that it does not have");
        zone.changes_.push_back({big_endian<std::int64_t>(times.substr(i * 8)),
                                 big_endian<std::int32_t>(types.substr(type * std::size_t{6}))});
    }
    if (!std::ranges::is_sorted(zone.changes_, {}, &Change::from_seconds)) return broken("transitions out of order");

    if (footer.size() < 2 || footer.front() != '\n' || footer.back() != '\n') return broken("no footer");
    const auto after = fixed_offset(footer.substr(1, footer.size() - 2));
    if (!after) return broken("the zone does not end with a fixed offset");
    const int last = zone.changes_.empty() ? zone.first_offset_seconds_ : zone.changes_.back().offset_seconds;
    if (last != *after) return broken("the footer and the last transition disagree");
    return zone;
}

int LegalTime::offset_seconds_at(base::Instant instant) const {
    const auto next = std::ranges::upper_bound(changes_, floor_seconds(instant), {}, &Change::from_seconds);
    return next == changes_.begin() ? first_offset_seconds_ : std::prev(next)->offset_seconds;
}

base::Date LegalTime::date_at(base::Instant instant) const { return local_at(instant).date; }

base::LocalTime LegalTime::local_at(base::Instant instant) const {
    using namespace std::chrono;
    const sys_seconds wall{seconds(floor_seconds(instant) + offset_seconds_at(instant))};
    const auto midnight = floor<days>(wall);
    const year_month_day date{midnight};
    return {{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
             static_cast<int>(static_cast<unsigned>(date.day()))},
            static_cast<int>(floor<minutes>(wall - midnight).count())};
}

base::Instant LegalTime::instant_at(base::LocalTime local) const {
    using namespace std::chrono;
    const year_month_day date{year(local.date.year), month(static_cast<unsigned>(local.date.month)),
                              day(static_cast<unsigned>(local.date.day))};
    const auto wall = duration_cast<seconds>(sys_days(date).time_since_epoch() + minutes(local.minute_of_day)).count();
    // A change counts only when it is over by both offsets: so the old one holds in the gap and in the overlap.
    int offset = first_offset_seconds_;
    for (const auto& change : changes_) {
        if (wall - std::max(offset, change.offset_seconds) < change.from_seconds) break;
        offset = change.offset_seconds;
    }
    return {(wall - offset) * 1000};
}

bool LegalTime::knows_permanent_utc() const {
    using namespace std::chrono;
    const auto instant_of = [](sys_days day) {
        return base::Instant{duration_cast<milliseconds>(day.time_since_epoch()).count()};
    };
    return offset_seconds_at(instant_of(sys_days{year(2026) / 10 / 1})) == 0 &&
           offset_seconds_at(instant_of(sys_days{year(2027) / 7 / 1})) == 0;
}

}  // namespace service
