// rihab-server: reads the configuration and does what the command names.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <print>
#include <span>

#include "embedded/icu_cut.hpp"
#include "server-stub/commands/commands.hpp"
#include "server-stub/config.hpp"
#include "server-stub/images/protocol.hpp"
#include "server-stub/images/worker.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

using commands::Outcome;
using config::Config;

struct Command {
    std::string_view words;  // "user add"
    std::string_view meaning;
    Outcome (*run)(const Config&);
};

constexpr Command all_commands[] = {
    {"serve", "answer requests", [](const Config& config) { return commands::serve(config); }},
    {"seed", "put in the seed content, or what is new of it; with --size, much of it into an empty folder",
     commands::seed},
    {"user add", "invite somebody: prints an address that opens once", commands::add_user},
    {"user unlock", "let somebody try again who was wrong too often", commands::unlock_user},
    {"user reset", "let somebody choose password and authenticator anew: prints an address", commands::reset_user},
    {"migrate", "bring the data to the newest schema", commands::migrate},
    {"backup", "copy the data into the new folder --copy; a server may be using them", commands::backup},
    {"restore", "put a copy into a new data folder", commands::restore},
    {"check routes", "print the patterns of the pages with sample addresses", commands::check_routes},
    {"check data", "see whether the database is whole", commands::check_data},
    {"check audit", "see whether the audit log is whole", commands::check_audit},
};

Outcome print_help() {
    for (const auto& command : all_commands) std::println("rihab-server {:<15}{}", command.words, command.meaning);
    std::print("\nSettings: flag, variable of the environment, meaning.\n{}", config::describe_settings());
    return {};
}

Outcome run(const config::CommandLine& line) {
    if (auto loaded = unicode::load_data(embedded::icu_cut()); !loaded) return loaded;
    std::string words = line.command;
    for (const auto& argument : line.arguments) words += " " + argument;
    if (words == "help") return print_help();
    const auto* command = std::ranges::find(all_commands, words, &Command::words);
    if (command == std::end(all_commands))
        return commands::trouble(std::format("there is no command \"{}\"; try \"rihab-server help\"", words));
    return command->run(line.config);
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
