// rihab-server: reads the configuration, opens the store, starts what the command names.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <print>
#include <span>
#include <sstream>
#include <thread>

#include "embedded/icu_cut.hpp"
#include "server-stub/config.hpp"
#include "server-stub/http/content.hpp"
#include "server-stub/http/engine/server.hpp"
#include "server-stub/http/route_table.hpp"
#include "server-stub/http/router.hpp"
#include "server-stub/http/site.hpp"
#include "server-stub/images/cleaner.hpp"
#include "server-stub/images/protocol.hpp"
#include "server-stub/images/worker.hpp"
#include "server-stub/load_seed.hpp"
#include "server-stub/seed.hpp"
#include "server-stub/service/accounts.hpp"
#include "server-stub/service/editing.hpp"
#include "server-stub/service/entropy.hpp"
#include "server-stub/service/item_import.hpp"
#include "server-stub/service/item_keeper.hpp"
#include "server-stub/service/lane.hpp"
#include "server-stub/service/visit_keeper.hpp"
#include "server-stub/storage/sqlite/data_folder.hpp"
#include "server-stub/storage/sqlite/store.hpp"
#include "shared/routes/routes.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

using config::Config;
using storage::sqlite::DataFolder;
using storage::sqlite::Store;

constexpr auto zone_file = "/usr/share/zoneinfo/Africa/Casablanca";

using Outcome = base::Result<void>;

std::unexpected<base::Error> trouble(std::string detail) {
    return std::unexpected(base::Error{base::ErrorCode::Unavailable, std::move(detail)});
}

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

struct Opened {
    DataFolder folder;
    std::unique_ptr<Store> store;
};

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

base::Result<std::vector<service::ContentRow>> read_seed(const Config& config) {
    http::Log log(stderr, clock_of(config));
    const auto legal_time = read_legal_time(config, log);
    if (!legal_time) return std::unexpected(legal_time.error());
    return seed::read(config.content, *legal_time, clock_of(config)());
}

Outcome put_seed(const Config& config, Store& store) {
    const auto rows = read_seed(config);
    if (!rows) return std::unexpected(rows.error());
    if (auto done = store.replace_content(*rows); !done) return done;
    auto imported = service::import_items(store.items(), *rows, clock_of(config)());
    // The desks have them already.
    if (!imported && imported.error().code == base::ErrorCode::Conflict) return {};
    return imported;
}

base::Result<bool> has_content(Store& store) {
    return store.content_lines({}, service::districts_section, {}, 1).transform([](const auto& lines) {
        return !lines.empty();
    });
}

// Besides the seed content.
Outcome put_load(const Config& config, Store& store) {
    const auto count = seed::parse_size(config.size);
    if (!count)
        return trouble(std::format("\"{}\" is no number of items; say --size load, or --size 1000", config.size));
    const auto has_some = has_content(store);
    if (!has_some) return std::unexpected(has_some.error());
    if (*has_some) return trouble(std::format("{} holds content already; take an empty folder", config.data.string()));
    http::Log log(stderr, clock_of(config));
    const auto legal_time = read_legal_time(config, log);
    if (!legal_time) return std::unexpected(legal_time.error());
    const auto rows = seed::read(config.content, *legal_time, clock_of(config)());
    if (!rows) return std::unexpected(rows.error());
    if (auto done = store.replace_content(*rows); !done) return done;
    if (auto done = seed::make_load(*rows, *count, *legal_time, [&](auto batch) { return store.put_content(batch); });
        !done)
        return done;
    std::println("{} items more than the seed content are in {}.", *count, config.data.string());
    return {};
}

base::Result<std::unique_ptr<http::Content>> ensure_content(const Config& config, Store& store) {
    const auto has_some = has_content(store);
    if (!has_some) return std::unexpected(has_some.error());
    if (!*has_some)
        if (auto done = put_seed(config, store); !done) return std::unexpected(done.error());
    return http::Content::over(store);
}

base::Result<http::engine::Assets> load_assets(const Config& config, http::Log& log) {
    if (config.site.empty()) return http::engine::Assets{};
    const auto folder = config.site / "assets";
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored)) return http::engine::Assets::load(folder);
    log.write("warning", "no-client", {{"site", config.site.native()}});
    return http::engine::Assets{};
}

std::filesystem::path new_data_folder() {
    auto name = (std::filesystem::temp_directory_path() / "rihab-data-XXXXXX").string();
    return ::mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path{};
}

service::VisitorCounter::Keeping keeping_in(const Config& config) {
    const auto& folder = config.counting.empty() ? config.data : config.counting;
    return {.day = secrets::ErasableFile(folder / "visitors-of-day"),
            .month = secrets::ErasableFile(folder / "visitors-of-month")};
}

base::Result<std::vector<http::engine::Address>> proxies_of(const Config& config) {
    std::vector<http::engine::Address> proxies;
    for (const auto& name : config.trusted_proxies) {
        const auto address = http::engine::parse_address(name);
        if (!address)
            return std::unexpected(
                base::Error{base::ErrorCode::BadInput, std::format("\"{}\" is no address of a proxy", name)});
        proxies.push_back(*address);
    }
    return proxies;
}

base::Result<secrets::SealingKey> sealing_key(const Config& config) {
    return secrets::SealingKey::keep_in(config.data / "accounts.key");
}

constexpr std::size_t hashings_at_once = 2;  // Of 64 MiB each.
constexpr std::size_t hashings_waiting = 32;
constexpr std::size_t workers_at_once = 2;  // Of 256 MiB and 5 seconds each.
constexpr std::size_t images_waiting = 16;
constexpr std::size_t disk_jobs_waiting = 1024;

void write_image(http::Log& log, const images::Cleaned& cleaned) {
    log.write("info", "image",
              {{"outcome", cleaned.picture ? std::string_view("taken") : domain::name_of(cleaned.picture.error())},
               {"milliseconds", std::int64_t{cleaned.took.count()}},
               {"peak_kib", std::int64_t{cleaned.peak_kib}},
               {"reason", cleaned.reason}});
}

Outcome serve(Config config) {
    if (config.data.empty()) config.data = new_data_folder();
    const auto clock = clock_of(config);
    http::Log log(stdout, clock);

    const auto legal_time = read_legal_time(config, log);
    if (!legal_time) return std::unexpected(legal_time.error());
    const auto assets = load_assets(config, log);
    if (!assets) return std::unexpected(assets.error());
    auto opened = open_store(config.data);
    if (!opened) return std::unexpected(opened.error());
    const auto content = ensure_content(config, *opened->store);
    if (!content) return std::unexpected(content.error());

    const auto next_code = [] { return domain::ReceiptCode::from_random(service::random_number()); };
    service::ReceiptGuesses guesses(service::random_number());
    service::RatingDesk desk(*opened->store, next_code);
    service::VisitLog visits(
        {.store = *opened->store,
         .legal_time = *legal_time,
         .is_portal = [&](std::string_view slug) { return (*content)->find_district(slug) != nullptr; },
         .keeping = keeping_in(config)});
    service::VisitKeeper keeper(visits, clock, [&](const base::Error& error) {
        log.write("warning", "visits-not-stored", {{"reason", error.detail}});
    });
    const auto key = sealing_key(config);
    if (!key) return std::unexpected(key.error());
    service::Accounts accounts(opened->store->accounts(), *key, service::argon2id());
    service::Editing editing(opened->store->items(), *legal_time, [&](const std::string&) { (*content)->forget(); });
    service::ItemKeeper item_keeper(editing, clock, [&](const base::Error& error) {
        log.write("warning", "items-not-moved", {{"reason", error.detail}});
    });
    service::Lane disk(1, disk_jobs_waiting);
    service::Lane hashing(hashings_at_once, hashings_waiting);
    service::Images images(
        opened->store->images(), [](std::string_view bytes, auto claimed) { return images::clean(bytes, claimed); },
        [&](const images::Cleaned& cleaned) { write_image(log, cleaned); });
    service::Lane imaging(workers_at_once, images_waiting);
    http::Site site({.content = **content,
                     .assets = *assets,
                     .desk = desk,
                     .guesses = guesses,
                     .legal_time = *legal_time,
                     .visits = visits,
                     .accounts = accounts,
                     .editing = editing,
                     .disk = disk,
                     .hashing = hashing,
                     .images = images,
                     .imaging = imaging,
                     .clock = clock,
                     .new_key = service::random_key,
                     .log = log,
                     .lab = config.lab});

    auto proxies = proxies_of(config);
    if (!proxies) return std::unexpected(proxies.error());
    auto server =
        http::engine::Server::bind({.host = config.host,
                                    .port = config.port,
                                    .threads = config.threads ? config.threads : std::thread::hardware_concurrency(),
                                    .limits = {},
                                    .salt = {service::random_number(), service::random_number()},
                                    .trusted_proxies = std::move(*proxies),
                                    .next_id = [] { return std::format("{:016x}", service::random_number()); }},
                                   site.application());
    if (!server) return std::unexpected(server.error());
    const auto url =
        std::format("http://{}:{}", config.host.contains(':') ? "[" + config.host + "]" : config.host, server->port());
    log.write("info", "listening",
              {{"url", url}, {"port", std::int64_t{server->port()}}, {"data", config.data.native()}});
    server->run();
    // Their last answers still need the server's threads.
    desk.close();
    hashing.close();
    imaging.close();
    disk.close();
    item_keeper.close();
    keeper.close();
    log.write("info", "stopped", {});
    return {};
}

Outcome seed_store(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    if (!config.size.empty()) return put_load(config, *opened->store);
    if (auto done = put_seed(config, *opened->store); !done) return done;
    std::println("The content of {} is in {}.", config.content.string(), config.data.string());
    return {};
}

Outcome migrate(const Config& config) {
    const auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    std::println("The data in {} have the newest schema.", config.data.string());
    return {};
}

// Invites somebody from the machine itself: so the first administrator of a district comes, and the ministry.
Outcome add_user(const Config& config) {
    const auto role = domain::parse_role(config.role);
    if (!role || *role == domain::Role::Citizen)
        return trouble(std::format("\"{}\" is no role that is invited; name it with --role", config.role));
    if (domain::has_district(*role) != !config.district.empty())
        return trouble(std::format("the role {} {} --district", config.role,
                                   domain::has_district(*role) ? "needs a" : "belongs to no district: leave out"));
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    const auto content = ensure_content(config, *opened->store);
    if (!content) return std::unexpected(content.error());
    if (!config.district.empty() && (*content)->find_district(config.district) == nullptr)
        return trouble(std::format("there is no district \"{}\"", config.district));
    const auto key = sealing_key(config);
    if (!key) return std::unexpected(key.error());
    service::Accounts accounts(opened->store->accounts(), *key, service::argon2id());
    const auto token = accounts.invite(config.name, *role, config.district, clock_of(config)());
    if (!token)
        return trouble(std::format("the name \"{}\" cannot be invited: {}", config.name,
                                   domain::name_of(token.error().errors.front().problem)));
    const auto address = routes::address_of(routes::Invitation{base::Language::Ar, *token});
    std::println("http://{}:{}{}", config.host, config.port, address);
    return {};
}

// The first page of the content that has this pattern; nothing for pages that content does not make.
std::optional<routes::Page> sample_of(std::string_view pattern, const std::vector<service::ContentRow>& content) {
    const auto fits = [&](const routes::Page& page) {
        return http::match(pattern, routes::address_of(page)).has_value();
    };
    // Every address of the JSON interface is that of a page below its root, the country's own page excepted.
    const auto language = base::code_of(base::Language::Ar);
    for (const auto& row : content) {
        auto path = row.address.substr(routes::api_root.size());
        if (path.starts_with("/districts/")) path.replace(0, std::string_view("/districts").size(), "/d");
        for (const auto& tail : {std::string(), std::string("/services"), std::string("/news"),
                                 std::string("/activities"), std::string("/programmes"), std::string("/courts")})
            if (const auto page = routes::parse_page(std::format("/{}{}{}", language, path, tail)); page && fits(*page))
                return page;
    }
    const auto national = routes::parse_page(
        std::string("/").append(language).append(pattern.substr(std::string_view("/{lang}").size())));
    return national;
}

// Whether anybody who has its address sees it, and the content has an address of it.
bool is_open(const routes::PageKind& kind) {
    const auto route = std::ranges::find(http::route_table(), kind.pattern, &http::Route::pattern);
    const bool is_second_step = kind.name == "code" || kind.name == "authenticator";
    return !kind.pattern.contains("{code}") && !route->needed && !is_second_step;
}

// For the tests that visit every page: the patterns, and an address of each in each language where content has one.
Outcome print_routes(const Config& config) {
    const auto content = read_seed(config);
    if (!content) return std::unexpected(content.error());

    std::string all;
    for (const auto& route : http::route_table())
        all += std::format("{}{{\"method\": \"{}\", \"pattern\": \"{}\", \"right\": \"{}\"}}",
                           all.empty() ? "" : ",\n  ", route.method == http::engine::Method::Post ? "POST" : "GET",
                           route.pattern, route.needed ? domain::name_of(*route.needed) : "");
    std::string pages;
    for (const auto& kind : routes::page_kinds()) {
        std::string samples;
        if (const auto sample = is_open(kind) ? sample_of(kind.pattern, *content) : std::nullopt)
            for (const auto language : base::languages)
                samples += std::format("{}\"{}\"", samples.empty() ? "" : ", ",
                                       routes::address_of(routes::in_language(*sample, language)));
        pages += std::format("{}{{\"name\": \"{}\", \"pattern\": \"{}\", \"private\": {}, \"samples\": [{}]}}",
                             pages.empty() ? "" : ",\n  ", kind.name, kind.pattern, kind.is_private, samples);
    }
    std::println("{{\"pages\": [\n  {}\n], \"routes\": [\n  {}\n]}}", pages, all);
    return {};
}

Outcome check_data(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    const auto verdict = opened->store->integrity();
    if (!verdict) return std::unexpected(verdict.error());
    if (*verdict != "ok") return trouble("the database is damaged: " + *verdict);
    std::println("The data in {} are whole.", config.data.string());
    return {};
}

Outcome check_audit(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    const auto broken = opened->store->items().first_broken_audit_row();
    if (!broken) return std::unexpected(broken.error());
    if (*broken) return trouble(std::format("the audit log is broken at row {}", **broken));
    std::println("The audit log in {} is whole.", config.data.string());
    return {};
}

Outcome check(const config::CommandLine& line) {
    if (line.arguments == std::vector<std::string>{"routes"}) return print_routes(line.config);
    if (line.arguments == std::vector<std::string>{"data"}) return check_data(line.config);
    if (line.arguments == std::vector<std::string>{"audit"}) return check_audit(line.config);
    return trouble("check what? \"check routes\", \"check data\" or \"check audit\"");
}

Outcome print_help() {
    std::print(
        "rihab-server serve          answer requests\n"
        "rihab-server seed           replace the content by the seed content; with --size, by much\n"
        "rihab-server user add       invite somebody: prints an address that opens once\n"
        "rihab-server migrate        bring the data to the newest schema\n"
        "rihab-server check routes   print the patterns of the pages with sample addresses\n"
        "rihab-server check data     see whether the database is whole\n"
        "rihab-server check audit    see whether the audit log is whole\n\n"
        "Settings: flag, variable of the environment, meaning.\n{}",
        config::describe_settings());
    return {};
}

Outcome run(const config::CommandLine& line) {
    if (auto loaded = unicode::load_data(embedded::icu_cut()); !loaded) return loaded;
    if (line.command == "check") return check(line);
    if (line.command == "user" && line.arguments == std::vector<std::string>{"add"}) return add_user(line.config);
    if (!line.arguments.empty())
        return trouble(std::format("\"{}\" takes no \"{}\"", line.command, line.arguments.front()));
    if (line.command == "serve") return serve(line.config);
    if (line.command == "seed") return seed_store(line.config);
    if (line.command == "migrate") return migrate(line.config);
    if (line.command == "help") return print_help();
    return trouble(std::format("there is no command \"{}\"; try \"rihab-server help\"", line.command));
}

std::optional<std::string> environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);  // A reader of our log may go away.
    const std::vector<std::string> arguments(words + 1, words + count);
    // Started by a server for each picture that somebody sends: it wants nothing of what follows.
    if (!arguments.empty() && arguments.front() == images::worker_command)
        return images::run_worker(std::span(arguments).subspan(1));
    Config defaults;
    defaults.content = RIHAB_CONTENT_DIR;
    const auto line = config::read(arguments, environment, defaults);
    if (!line) {
        std::println(stderr, "rihab-server: {}", line.error());
        return 2;
    }
    if (const auto outcome = run(*line); !outcome) {
        std::println(stderr, "rihab-server: {}.", outcome.error().detail);
        return 1;
    }
    return 0;
}
