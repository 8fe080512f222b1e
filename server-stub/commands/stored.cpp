#include "server-stub/commands/stored.hpp"

#include <chrono>
#include <cstdio>
#include <format>
#include <fstream>
#include <iterator>
#include <sstream>

#include "server-stub/guide_pictures.hpp"
#include "server-stub/seed.hpp"
#include "server-stub/service/item_import.hpp"

namespace commands {

using config::Config;
using storage::sqlite::DataFolder;
using storage::sqlite::Store;

namespace {

constexpr auto zone_file = "/usr/share/zoneinfo/Africa/Casablanca";

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

base::Instant system_now() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

// "2026-09-20T00:00:00Z", or milliseconds since 1970. Read again at every look, so that a test can move it.
base::Instant read_instant(const std::filesystem::path& path) {
    const auto text = read_file(path);
    std::istringstream stream(text);
    if (!text.contains('T')) {
        base::Instant instant;
        stream >> instant.milliseconds;
        return instant;
    }
    int year = 0;
    unsigned month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (std::sscanf(text.c_str(), "%d-%u-%uT%u:%u:%u", &year, &month, &day, &hour, &minute, &second) != 6) return {};
    using namespace std::chrono;
    const auto date = sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
    return {duration_cast<milliseconds>((date + hours(hour) + minutes(minute) + seconds(second)).time_since_epoch())
                .count()};
}

}  // namespace

std::unexpected<base::Error> trouble(std::string detail) {
    return std::unexpected(base::Error{base::ErrorCode::Unavailable, std::move(detail)});
}

std::filesystem::path key_in(const std::filesystem::path& folder) { return folder / "accounts.key"; }

base::Clock clock_of(const Config& config) {
    if (config.test_clock.empty()) return system_now;
    return [path = config.test_clock] { return read_instant(path); };
}

base::Result<service::LegalTime> read_legal_time(const Config& config, http::Log& log) {
    auto zone = service::LegalTime::parse(read_file(zone_file));
    if (!zone)
        return trouble(std::format("the zone data of Morocco cannot be used: {}: {}", zone_file, zone.error().detail));
    if (zone->knows_permanent_utc()) return zone;
    const std::string old =
        "the machine's tzdata is older than 2026c and does not know that Morocco is at UTC+0 since "
        "2026-09-20; upgrade the package tzdata";
    if (!config.allow_old_tzdata) return trouble(old + ", or start with --allow-old-tzdata");
    log.write("warning", "old-tzdata", {{"reason", old}});
    return zone;
}

base::Result<Opened> open_store(const std::filesystem::path& data) {
    auto folder = DataFolder::own(data);
    if (!folder) return std::unexpected(folder.error());
    auto store = Store::open(storage::sqlite::database_in(data));
    if (!store) return trouble(std::format("the data in {} cannot be opened: {}", data.string(), store.error().detail));
    return Opened{std::move(*folder), std::move(*store)};
}

base::Result<Opened> open_given_store(const Config& config) {
    if (config.data.empty()) return trouble("which data folder? Name it with --data");
    return open_store(config.data);
}

base::Result<secrets::SealingKey> sealing_key(const Config& config) {
    return secrets::SealingKey::keep_in(key_in(config.data));
}

base::Result<std::vector<service::ContentRow>> read_seed(const Config& config) {
    http::Log log(stderr, clock_of(config));
    const auto legal_time = read_legal_time(config, log);
    if (!legal_time) return std::unexpected(legal_time.error());
    return seed::read(config.content, *legal_time, clock_of(config)());
}

base::Result<base::Date> today_of(const Config& config) {
    http::Log log(stderr, clock_of(config));
    return read_legal_time(config, log).transform([&](const auto& time) {
        return time.local_at(clock_of(config)()).date;
    });
}

Outcome put_pictures(const Config& config, Store& store) {
    const auto pictures = seed::read_guide_pictures(config.content);
    if (!pictures) return std::unexpected(pictures.error());
    for (const auto& [name, image] : *pictures)
        if (auto done = store.images().put(image); !done) return done;
    return {};
}

Outcome put_seed(const Config& config, Store& store) {
    const auto rows = read_seed(config);
    if (!rows) return std::unexpected(rows.error());
    if (auto done = put_pictures(config, store); !done) return done;
    if (auto done = store.replace_content(*rows); !done) return done;
    const auto today = today_of(config);
    if (!today) return std::unexpected(today.error());
    return service::import_items(store.items(), *rows, clock_of(config)(), *today);
}

base::Result<bool> has_content(Store& store) {
    return store.content_lines({}, service::districts_section, {}, 1).transform([](const auto& lines) {
        return !lines.empty();
    });
}

base::Result<std::unique_ptr<http::Content>> ensure_content(const Config& config, Store& store) {
    const auto has_some = has_content(store);
    if (!has_some) return std::unexpected(has_some.error());
    if (!*has_some)
        if (auto done = put_seed(config, store); !done) return std::unexpected(done.error());
    return http::Content::over(store);
}

}  // namespace commands
