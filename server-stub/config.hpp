// What the server can be told: one table of settings, each a flag, a line of a file and a variable of the environment.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace config {

struct Config {
    std::string host = "localhost";
    std::uint16_t port = 8080;
    std::filesystem::path data;                // Empty: a new folder among the temporary ones.
    std::filesystem::path site;                // Empty: pages without style and script.
    std::filesystem::path counting;            // Of the visitors' salts; empty: the data folder.
    std::filesystem::path content;             // Seed content.
    std::vector<std::string> trusted_proxies;  // Addresses.
    std::size_t threads = 0;                   // 0: one for each core.
    bool lab = false;
    std::filesystem::path test_clock;
    bool allow_old_tzdata = false;
    bool sample_accounts = false;      // Of every role, in a new data folder.
    std::filesystem::path copy;        // Of the data: what `backup` makes and `restore` reads.
    std::string size;                  // Of what `seed` makes up besides the seed content.
    std::string role, district, name;  // Of whom the commands of `user` are about.
};

struct CommandLine {
    std::string command;                 // "serve"
    std::vector<std::string> arguments;  // What stands between the command and the flags.
    Config config;
};

using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// `arguments` without the program's name. What a flag says beats the environment, which beats the file that
// --config names. The error is a sentence.
std::expected<CommandLine, std::string> read(std::span<const std::string> arguments, const Environment& environment,
                                             const Config& defaults);

// The settings, one line each.
std::string describe_settings();

}  // namespace config
