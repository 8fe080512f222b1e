#include "server-stub/seed.hpp"

#include <format>
#include <print>

#include "server-stub/commands/commands.hpp"
#include "server-stub/load_seed.hpp"
#include "server-stub/service/item_import.hpp"

namespace commands {

using config::Config;
using storage::sqlite::Store;

namespace {

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
    const auto now = clock_of(config)();
    const auto today = legal_time->local_at(now).date;
    if (auto done = put_pictures(config, store); !done) return done;
    if (auto done = store.replace_content(*rows); !done) return done;
    if (auto done = service::import_items(store.items(), *rows, now, today); !done) return done;
    // To the public, and to the desks.
    const auto put = [&](std::span<const service::ContentRow> batch) {
        return store.put_content(batch).and_then(
            [&] { return service::import_items(store.items(), batch, now, today); });
    };
    if (auto done = seed::make_load(*rows, *count, *legal_time, put); !done) return done;
    std::println("{} items more than the seed content are in {}.", *count, config.data.string());
    return {};
}

// Besides what desks and districts did with the content since.
Outcome renew(const Config& config, Store& store) {
    const auto rows = read_seed(config);
    if (!rows) return std::unexpected(rows.error());
    if (auto done = put_pictures(config, store); !done) return done;
    const auto today = today_of(config);
    if (!today) return std::unexpected(today.error());
    const auto done = service::renew_content(store.items(), store, *rows, clock_of(config)(), *today);
    if (!done) return std::unexpected(done.error());
    std::println("The content of {} is in {}: {} texts were added, {} brought up to date, {} kept as they were.",
                 config.content.string(), config.data.string(), done->added, done->renewed, done->kept);
    return {};
}

}  // namespace

Outcome seed(const Config& config) {
    auto opened = open_given_store(config);
    if (!opened) return std::unexpected(opened.error());
    if (!config.size.empty()) return put_load(config, *opened->store);
    const auto is_used = has_content(*opened->store);
    if (!is_used) return std::unexpected(is_used.error());
    if (*is_used) return renew(config, *opened->store);
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

}  // namespace commands
