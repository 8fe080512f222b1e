#include "server-stub/config.hpp"

#include <algorithm>
#include <charconv>
#include <format>
#include <fstream>
#include <ranges>

namespace config {
namespace {

enum class Kind { Value, Switch };

struct Setting {
    std::string_view name;
    Kind kind;
    std::string_view meaning;
    bool (*set)(Config&, std::string_view);  // False: the value does not fit.
};

template <class Integer>
bool set_number(Integer& number, std::string_view text, Integer highest) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && stop == text.data() + text.size() && number <= highest;
}

bool set_switch(bool& value, std::string_view text) {
    if (text != "true" && text != "false" && text != "1" && text != "0") return false;
    value = text == "true" || text == "1";
    return true;
}

bool set_path(std::filesystem::path& path, std::string_view text) {
    path = text;
    return !text.empty();
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool set_list(std::vector<std::string>& list, std::string_view text) {
    list.clear();
    for (const auto part : std::views::split(text, ',')) list.emplace_back(trimmed(std::string_view(part)));
    return std::ranges::none_of(list, &std::string::empty);
}

constexpr std::size_t highest_thread_count = 64;

constexpr Setting settings[] = {
    {"host", Kind::Value, "localhost, or the one IP address to listen on (:: for all)",
     [](Config& c, std::string_view v) { return !(c.host = v).empty(); }},
    {"port", Kind::Value, "port to listen on; 0 takes a free one",
     [](Config& c, std::string_view v) { return set_number<std::uint16_t>(c.port, v, 65535); }},
    {"data", Kind::Value, "folder that keeps the data; a new temporary one where none is given",
     [](Config& c, std::string_view v) { return set_path(c.data, v); }},
    {"site", Kind::Value, "folder of the built client; without it pages have no style and no script",
     [](Config& c, std::string_view v) { return set_path(c.site, v); }},
    {"counting", Kind::Value, "folder of the salts that count visitors, best on a disk of memory; else the data folder",
     [](Config& c, std::string_view v) { return set_path(c.counting, v); }},
    {"content", Kind::Value, "folder of the seed content",
     [](Config& c, std::string_view v) { return set_path(c.content, v); }},
    {"trusted-proxy", Kind::Value,
     "address of the proxy in front, whose X-Forwarded-For is believed; commas part several",
     [](Config& c, std::string_view v) { return set_list(c.trusted_proxies, v); }},
    {"threads", Kind::Value, "threads that answer requests; 0 is one for each core",
     [](Config& c, std::string_view v) { return set_number(c.threads, v, highest_thread_count); }},
    {"lab", Kind::Switch, "allow what only tests need",
     [](Config& c, std::string_view v) { return set_switch(c.lab, v); }},
    {"test-clock", Kind::Value, "file with the instant that it is now (only with --lab)",
     [](Config& c, std::string_view v) { return set_path(c.test_clock, v); }},
    {"role", Kind::Value, "of whom \"user add\" invites: administrator, court-head, editor, ...",
     [](Config& c, std::string_view v) { return !(c.role = v).empty(); }},
    {"district", Kind::Value, "the district that the role belongs to; none for the ministry",
     [](Config& c, std::string_view v) { return !(c.district = v).empty(); }},
    {"name", Kind::Value, "of whom \"user\" invites, unlocks or resets: what they sign in with",
     [](Config& c, std::string_view v) { return !(c.name = v).empty(); }},
    {"copy", Kind::Value, "folder of the copy that \"backup\" makes and \"restore\" reads",
     [](Config& c, std::string_view v) { return set_path(c.copy, v); }},
    {"size", Kind::Value, "items that \"seed\" makes up in an empty data folder, to try it with many: 1000, load",
     [](Config& c, std::string_view v) { return !(c.size = v).empty(); }},
    {"sample-accounts", Kind::Switch, "in a new data folder: an account of each role, its secrets printed once",
     [](Config& c, std::string_view v) { return set_switch(c.sample_accounts, v); }},
    {"allow-old-tzdata", Kind::Switch, "start although the machine's zone data are older than 2026c",
     [](Config& c, std::string_view v) { return set_switch(c.allow_old_tzdata, v); }},
};
constexpr std::string_view config_flag = "config";

const Setting* find_setting(std::string_view name) {
    const auto* found = std::ranges::find(settings, name, &Setting::name);
    return found == std::end(settings) ? nullptr : found;
}

// "test-clock" -> "RIHAB_TEST_CLOCK"
std::string variable_of(std::string_view name) {
    std::string variable = "RIHAB_";
    for (const char c : name) variable += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
    return variable;
}

using Problem = std::optional<std::string>;

Problem set(Config& config, const Setting& setting, std::string_view value, std::string_view where) {
    if (setting.set(config, value)) return {};
    return std::format("{}: \"{}\" is not a value for {}.", where, value, setting.name);
}

Problem read_environment(Config& config, const Environment& environment) {
    for (const auto& setting : settings)
        if (const auto value = environment(variable_of(setting.name)))
            if (auto problem = set(config, setting, *value, variable_of(setting.name))) return problem;
    return {};
}

// Lines "name = value"; # begins a comment.
Problem read_file(Config& config, const std::string& path) {
    std::ifstream file(path);
    if (!file) return std::format("The configuration file {} cannot be read.", path);
    int number = 0;
    for (std::string whole; std::getline(file, whole);) {
        ++number;
        const auto line = trimmed(std::string_view(whole).substr(0, whole.find('#')));
        if (line.empty()) continue;
        const auto where = std::format("{}:{}", path, number);
        const auto equals = line.find('=');
        const auto* setting =
            equals == std::string_view::npos ? nullptr : find_setting(trimmed(line.substr(0, equals)));
        if (!setting) return std::format("{}: there is no such setting: {}", where, line);
        if (auto problem = set(config, *setting, trimmed(line.substr(equals + 1)), where)) return problem;
    }
    return {};
}

struct Flag {
    std::string name;
    std::optional<std::string> value;
};

struct Words {
    std::vector<std::string> plain;
    std::vector<Flag> flags;
};

std::expected<Words, std::string> split(std::span<const std::string> arguments) {
    Words words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (!word.starts_with("--")) {
            words.plain.emplace_back(word);
            continue;
        }
        const auto equals = word.find('=');
        Flag flag{std::string(word.substr(2, equals == std::string_view::npos ? equals : equals - 2)), {}};
        const auto* setting = find_setting(flag.name);
        if (!setting && flag.name != config_flag)
            return std::unexpected(std::format("There is no flag --{}.", flag.name));
        if (equals != std::string_view::npos) flag.value = word.substr(equals + 1);
        else if (setting && setting->kind == Kind::Switch) flag.value = "true";
        else if (++i < arguments.size()) flag.value = arguments[i];
        if (!flag.value) return std::unexpected(std::format("--{} wants a value.", flag.name));
        words.flags.push_back(std::move(flag));
    }
    return words;
}

Problem read_all(Config& config, const std::vector<Flag>& flags, const Environment& environment) {
    for (const auto& flag : flags)
        if (flag.name == config_flag)
            if (auto problem = read_file(config, *flag.value)) return problem;
    if (auto problem = read_environment(config, environment)) return problem;
    for (const auto& flag : flags)
        if (flag.name != config_flag)
            if (auto problem = set(config, *find_setting(flag.name), *flag.value, "--" + flag.name)) return problem;
    if (!config.test_clock.empty() && !config.lab) return "--test-clock works only together with --lab.";
    return {};
}

}  // namespace

std::expected<CommandLine, std::string> read(std::span<const std::string> arguments, const Environment& environment,
                                             const Config& defaults) {
    auto words = split(arguments);
    if (!words) return std::unexpected(words.error());
    CommandLine line{
        .command = words->plain.empty() ? "help" : words->plain.front(), .arguments = {}, .config = defaults};
    if (!words->plain.empty()) line.arguments.assign(words->plain.begin() + 1, words->plain.end());
    if (auto problem = read_all(line.config, words->flags, environment)) return std::unexpected(*problem);
    return line;
}

std::string describe_settings() {
    std::string out;
    for (const auto& setting : settings)
        out += std::format("  --{:<18}{:<26}{}\n", setting.name, variable_of(setting.name), setting.meaning);
    return out + std::format("  --{:<18}{:<26}{}\n", config_flag, "", "file with lines \"name = value\"");
}

}  // namespace config
