#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <thread>

#include "server-stub/commands/commands.hpp"
#include "server-stub/commands/sample_accounts.hpp"
#include "server-stub/http/engine/server.hpp"
#include "server-stub/http/site.hpp"
#include "server-stub/images/cleaner.hpp"
#include "server-stub/seed.hpp"
#include "server-stub/service/accounts.hpp"
#include "server-stub/service/editing.hpp"
#include "server-stub/service/entropy.hpp"
#include "server-stub/service/keeper.hpp"
#include "server-stub/service/lane.hpp"
#include "server-stub/service/look_at.hpp"
#include "server-stub/service/visit_keeper.hpp"
#include "shared/domain/court_sheet.hpp"

namespace commands {

using config::Config;

namespace {

base::Result<http::engine::Assets> load_assets(const Config& config, http::Log& log) {
    if (config.site.empty()) return http::engine::Assets{};
    const auto folder = config.site / "assets";
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored)) return http::engine::Assets::load(folder);
    log.write("warning", "no-client", {{"site", config.site.native()}});
    return http::engine::Assets{};
}

// The content may be in the store while its folder is not here any more: then no term is looked for.
service::Surroundings surroundings_of(storage::sqlite::Store& store, http::Content& content) {
    return {.has_picture = [&store](const domain::ImageName& name) { return store.images().has(name).value_or(true); },
            .city_of =
                [&content](const std::string& slug) {
                    const auto district = content.find_district(slug);
                    return district ? district->city : base::LocalizedText();
                },
            .has_court =
                [&content](const std::string& slug, std::string_view court) {
                    const auto district = content.find_district(slug);
                    return court == domain::appeal_slug ||
                           (district && std::ranges::contains(district->courts, court, [](const domain::Court& one) {
                                return std::string_view(one.id.value());
                            }));
                }};
}

base::Result<domain::Glossary> load_glossary(const Config& config, http::Log& log) {
    std::error_code ignored;
    if (std::filesystem::exists(config.content / "glossary.json", ignored)) return seed::read_glossary(config.content);
    log.write("warning", "no-glossary", {{"content", config.content.native()}});
    return domain::Glossary{};
}

base::Result<service::LookAt> load_rules(const Config& config, http::Log& log) {
    std::error_code ignored;
    if (!std::filesystem::exists(config.content / "moderation.json", ignored)) {
        log.write("warning", "no-moderation-rules", {{"content", config.content.native()}});
        return service::look_by(nullptr);
    }
    const auto words = seed::read_moderation(config.content);
    if (!words) return std::unexpected(words.error());
    // Rules without their model hold less; a damaged one is a mistake that is told at the start.
    if (!std::filesystem::exists(config.content / "moderation.model", ignored)) {
        log.write("warning", "no-moderation-model", {{"content", config.content.native()}});
        return service::look_by(std::make_shared<const domain::moderation::Judge>(*words));
    }
    return seed::read_moderation_model(config.content).transform([&](domain::moderation::Model model) {
        return service::look_by(std::make_shared<const domain::moderation::Judge>(*words, std::move(model)));
    });
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

constexpr std::size_t hashings_at_once = 2;  // Of 64 MiB each.
constexpr std::size_t hashings_waiting = 32;
constexpr std::size_t workers_at_once = 2;  // Of 256 MiB and 5 seconds each.
constexpr std::size_t images_waiting = 16;
constexpr std::size_t disk_jobs_waiting = 1024;
constexpr std::chrono::seconds every_second{1};
constexpr std::chrono::seconds every_hour{3600};

void write_image(http::Log& log, const images::Cleaned& cleaned) {
    log.write("info", "image",
              {{"outcome", cleaned.picture ? std::string_view("taken") : domain::name_of(cleaned.picture.error())},
               {"milliseconds", std::int64_t{cleaned.took.count()}},
               {"peak_kib", std::int64_t{cleaned.peak_kib}},
               {"reason", cleaned.reason}});
}

}  // namespace

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
    const auto is_old = has_content(*opened->store);
    if (!is_old) return std::unexpected(is_old.error());
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
    if (config.sample_accounts && !*is_old)
        if (auto done = make_sample_accounts(accounts, clock()); !done) return done;
    const auto glossary = load_glossary(config, log);
    if (!glossary) return std::unexpected(glossary.error());
    service::Editing editing(
        opened->store->items(), *legal_time, [&](const std::string&) { (*content)->forget(); }, *glossary,
        surroundings_of(*opened->store, **content));
    service::Portals portals(opened->store->portals(), *legal_time, [&] { (*content)->forget(); });
    const auto look_at = load_rules(config, log);
    if (!look_at) return std::unexpected(look_at.error());
    service::Contributions contributions(
        {.store = opened->store->contributions(),
         .legal_time = *legal_time,
         .calendar_of = [&](const std::string& district) { return (*content)->calendar(district); },
         .look_at = *look_at,
         .rules = opened->store->moderation_rules(),
         .codes = next_code,
         .mark = [&](std::string_view text) { return key->mark(text); }});
    service::Authors authors(opened->store->authors(), contributions, *legal_time);
    service::Keeper voice_keeper(
        clock,
        {.work = [&](base::Instant now) { return contributions.run_clock(now).transform([](std::size_t) {}); },
         .pause = every_second,
         .failed =
             [&](const base::Error& error) { log.write("warning", "alarms-not-raised", {{"reason", error.detail}}); }});
    service::Keeper item_keeper(
        clock,
        {.work = [&](base::Instant now) { return editing.run_clock(now).transform([](std::size_t) {}); },
         .pause = every_second,
         .failed =
             [&](const base::Error& error) { log.write("warning", "items-not-moved", {{"reason", error.detail}}); }});
    service::Keeper account_keeper(clock, {.work = [&](base::Instant now) { return accounts.tidy(now); },
                                           .pause = every_hour,
                                           .failed =
                                               [&](const base::Error& error) {
                                                   log.write("warning", "accounts-not-tidied",
                                                             {{"reason", error.detail}});
                                               }});
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
                     .portals = portals,
                     .contributions = contributions,
                     .needs = opened->store->needs(),
                     .reports = opened->store->reports(),
                     .moderation_rules = opened->store->moderation_rules(),
                     .authors = authors,
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
    account_keeper.close();
    voice_keeper.close();
    item_keeper.close();
    keeper.close();
    log.write("info", "stopped", {});
    return {};
}

}  // namespace commands
