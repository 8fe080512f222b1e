#include "server-stub/service/visitor_counter.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <format>

namespace service {
namespace {

// More than any day here; an attacker with many networks fills no memory. Beyond it visitors are not counted.
constexpr std::size_t most_fingerprints = 1'000'000;

// A file: its name of the period (10 bytes, padded), when it began, the salt; then what was seen.
constexpr std::size_t name_size = 10;
constexpr std::size_t head_size = name_size + sizeof(std::int64_t) + secrets::Salt::size;

std::string day_name(const base::Date& date) {
    return std::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}
std::string month_name(const base::Date& date) { return std::format("{:04}-{:02}", date.year, date.month); }

template <class Bytes>
std::string_view view_of(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string print_head(std::string_view name, std::int64_t from_s, const secrets::Salt& salt) {
    std::string head(name);
    head.resize(name_size, ' ');
    for (int shift = 0; shift < 64; shift += 8)
        head += static_cast<char>(static_cast<std::uint64_t>(from_s) >> shift & 0xff);
    return head.append(view_of(salt.bytes()));
}

void write_head(secrets::ErasableFile& file, std::string_view name, std::int64_t from_s, const secrets::Salt& salt) {
    auto head = print_head(name, from_s, salt);
    (void)file.write_at(0, head);  // A file that cannot be written is told of when the first visitor is counted.
    secrets::wipe(head);
}

struct Head {
    std::string name;
    std::int64_t from_s = 0;
    secrets::Salt salt;
};

std::optional<Head> take_head(std::string_view& bytes) {
    // A head that was never written is a hole of zeros.
    if (bytes.size() < head_size || bytes.front() == '\0') return std::nullopt;
    auto name = std::string(bytes.substr(0, name_size));
    name.erase(name.find_last_not_of(' ') + 1);
    std::uint64_t from_s = 0;
    for (std::size_t i = 0; i < 8; ++i)
        from_s |= std::uint64_t{static_cast<std::uint8_t>(bytes[name_size + i])} << 8 * i;
    std::array<std::uint8_t, secrets::Salt::size> salt{};
    std::memcpy(salt.data(), bytes.data() + name_size + 8, salt.size());
    bytes.remove_prefix(head_size);
    return Head{std::move(name), static_cast<std::int64_t>(from_s), secrets::Salt::from(salt)};
}

// A slug after its length, in one byte.
std::string print_portal(std::string_view portal) {
    return std::string(1, static_cast<char>(portal.size())).append(portal);
}

// Nothing when `size` more bytes do not follow: the last entry may be torn.
std::optional<std::pair<std::string_view, std::string_view>> take_entry(std::string_view& bytes, std::size_t size) {
    if (bytes.empty()) return std::nullopt;
    const std::size_t length = static_cast<std::uint8_t>(bytes.front());
    if (bytes.size() < 1 + length + size) return std::nullopt;
    const auto entry = std::pair(bytes.substr(1, length), bytes.substr(1 + length, size));
    bytes.remove_prefix(1 + length + size);
    return entry;
}

std::string read_file(const secrets::ErasableFile& file) {
    auto bytes = file.read();
    return bytes && *bytes ? std::move(**bytes) : std::string();
}

}  // namespace

std::vector<VisitorCount> VisitorCounter::turn_to(const base::Date& today, base::Instant now) {
    if (!day_) day_ = read_day();
    if (!month_) month_ = read_month();
    std::vector<VisitorCount> counts;
    // A clock that goes back does not begin a day anew.
    if (day_ && day_->name < day_name(today)) end_day(counts);
    if (month_ && month_->name < month_name(today)) end_month(counts);
    const auto now_s = now.milliseconds / 1000;
    if (!day_) begin_day(day_name(today), now_s);
    if (!month_) begin_month(month_name(today), now_s);
    return counts;
}

base::Result<void> VisitorCounter::count(std::string_view portal, const NetworkPrefix& prefix,
                                         std::string_view visitor_class) {
    std::string message(portal);
    message.append(1, '\0').append(view_of(prefix)).append(visitor_class);
    auto in_day = count_in_day(portal, message);
    auto in_month = count_in_month(portal, message);
    return in_day ? in_month : in_day;
}

base::Result<void> VisitorCounter::count_in_day(std::string_view portal, std::string_view message) {
    const auto digest = secrets::fingerprint(day_->salt, message);
    Fingerprint fingerprint;
    std::ranges::copy_n(digest.begin(), fingerprint.size(), fingerprint.begin());
    auto found = day_->portals.find(portal);
    if (found == day_->portals.end()) found = day_->portals.try_emplace(std::string(portal)).first;
    if (fingerprints_ >= most_fingerprints || !found->second.insert(fingerprint).second) return {};
    ++fingerprints_;
    const auto entry = print_portal(portal).append(view_of(fingerprint));
    auto written = keeping_.day.write_at(day_->file_size, entry);
    if (written) day_->file_size += entry.size();
    return written;
}

base::Result<void> VisitorCounter::count_in_month(std::string_view portal, std::string_view message) {
    const auto digest = secrets::fingerprint(month_->salt, message);
    std::uint64_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    auto found = month_->portals.find(portal);
    if (found == month_->portals.end()) {
        Sketch sketch{.seen = {}, .place = month_->file_size + 1 + portal.size()};
        const auto entry = print_portal(portal).append(view_of(sketch.seen.bytes()));
        if (auto written = keeping_.month.write_at(month_->file_size, entry); !written) return written;
        month_->file_size += entry.size();
        found = month_->portals.emplace(std::string(portal), sketch).first;
    }
    auto& sketch = found->second;
    if (!sketch.seen.add(hash)) return {};
    return keeping_.month.write_at(sketch.place, view_of(sketch.seen.bytes()));
}

void VisitorCounter::begin_day(const std::string& name, std::int64_t now_s) {
    day_.emplace(
        Day{.name = name, .from_s = now_s, .salt = keeping_.new_salt(), .portals = {}, .file_size = head_size});
    fingerprints_ = 0;
    write_head(keeping_.day, name, now_s, day_->salt);
}

void VisitorCounter::begin_month(const std::string& name, std::int64_t now_s) {
    month_.emplace(
        Month{.name = name, .from_s = now_s, .salt = keeping_.new_salt(), .portals = {}, .file_size = head_size});
    write_head(keeping_.month, name, now_s, month_->salt);
}

void VisitorCounter::end_day(std::vector<VisitorCount>& counts) {
    for (const auto& [portal, seen] : day_->portals)
        counts.push_back({day_->name, portal, static_cast<std::int64_t>(seen.size()), day_->from_s});
    day_.reset();
    (void)keeping_.day.erase();
}

void VisitorCounter::end_month(std::vector<VisitorCount>& counts) {
    for (const auto& [portal, sketch] : month_->portals)
        counts.push_back({month_->name, portal, std::llround(sketch.seen.estimate()), month_->from_s});
    month_.reset();
    (void)keeping_.month.erase();
}

std::optional<VisitorCounter::Day> VisitorCounter::read_day() {
    auto file = read_file(keeping_.day);
    std::string_view bytes = file;
    auto head = take_head(bytes);
    if (!head) return std::nullopt;
    Day day{.name = std::move(head->name), .from_s = head->from_s, .salt = std::move(head->salt), .portals = {}};
    fingerprints_ = 0;
    while (const auto entry = take_entry(bytes, sizeof(Fingerprint))) {
        Fingerprint fingerprint;
        std::ranges::copy(entry->second, fingerprint.begin());
        fingerprints_ += day.portals[std::string(entry->first)].insert(fingerprint).second;
    }
    day.file_size = file.size() - bytes.size();
    secrets::wipe(file);
    return day;
}

std::optional<VisitorCounter::Month> VisitorCounter::read_month() {
    auto file = read_file(keeping_.month);
    std::string_view bytes = file;
    auto head = take_head(bytes);
    if (!head) return std::nullopt;
    Month month{.name = std::move(head->name), .from_s = head->from_s, .salt = std::move(head->salt), .portals = {}};
    while (const auto entry = take_entry(bytes, HyperLogLog::registers)) {
        std::array<std::uint8_t, HyperLogLog::registers> ranks{};
        std::ranges::copy(entry->second, ranks.begin());
        month.portals[std::string(entry->first)] = {HyperLogLog(ranks),
                                                    file.size() - bytes.size() - HyperLogLog::registers};
    }
    month.file_size = file.size() - bytes.size();
    secrets::wipe(file);
    return month;
}

}  // namespace service
