#include "server-stub/config.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <map>

namespace {

using Words = std::vector<std::string>;
using Variables = std::map<std::string, std::string>;

std::expected<config::CommandLine, std::string> read(const Words& words, const Variables& variables = {}) {
    const auto environment = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    return config::read(words, environment, {});
}

struct ConfigFile {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "rihab-config-test.conf";
    explicit ConfigFile(std::string_view text) { std::ofstream(path) << text; }
    ~ConfigFile() { std::filesystem::remove(path); }
};

}  // namespace

TEST_SUITE("server-stub/config") {
    TEST_CASE("a flag beats the environment, which beats the file, which beats what stands in the program") {
        const ConfigFile file("port = 1\n# a comment\nhost = 127.0.0.1 # here\nthreads=3\n");
        const Words with_file{"serve", "--config", file.path.string()};
        CHECK(read({"serve"})->config.port == 8080);
        CHECK(read(with_file)->config.port == 1);
        CHECK(read(with_file)->config.host == "127.0.0.1");
        CHECK(read(with_file, {{"RIHAB_PORT", "2"}})->config.port == 2);
        const auto line = read({"serve", "--config=" + file.path.string(), "--port=3"}, {{"RIHAB_PORT", "2"}});
        CHECK(line->config.port == 3);
        CHECK(line->config.threads == 3);
    }

    TEST_CASE("the command and what follows it are kept apart from the flags") {
        const auto line = read({"check", "routes", "--content", "somewhere"});
        CHECK(line->command == "check");
        CHECK(line->arguments == Words{"routes"});
        CHECK(line->config.content == "somewhere");
        CHECK(read({})->command == "help");
    }

    TEST_CASE("several proxies may be trusted") {
        CHECK(read({"serve", "--trusted-proxy", "127.0.0.1, ::1"})->config.trusted_proxies ==
              Words{"127.0.0.1", "::1"});
        CHECK(read({"serve"})->config.trusted_proxies.empty());
    }

    TEST_CASE("what cannot be understood is said in a sentence that names it") {
        struct Row {
            Words words;
            const char* named;
        };
        for (const auto& row :
             {Row{{"serve", "--prot", "1"}, "--prot"}, Row{{"serve", "--port"}, "--port"},
              Row{{"serve", "--port", "70000"}, "70000"}, Row{{"serve", "--port", "8o80"}, "8o80"},
              Row{{"serve", "--lab=perhaps"}, "perhaps"}, Row{{"serve", "--trusted-proxy", "::1,"}, "::1,"},
              Row{{"serve", "--config", "/nowhere"}, "/nowhere"}, Row{{"serve", "--test-clock", "file"}, "--lab"}}) {
            const auto line = read(row.words);
            CAPTURE(row.named);
            REQUIRE_FALSE(line.has_value());
            CHECK(line.error().contains(row.named));
            CHECK(line.error().ends_with('.'));
        }
    }

    TEST_CASE("a line of the file that names no setting is refused with its number") {
        const ConfigFile file("port = 1\nprot = 2\n");
        const auto line = read({"serve", "--config", file.path.string()});
        REQUIRE_FALSE(line.has_value());
        CHECK(line.error().contains(":2:"));
    }

    TEST_CASE("help lists every setting with its variable") {
        const auto text = config::describe_settings();
        for (const auto* part : {"--port", "RIHAB_PORT", "--allow-old-tzdata", "RIHAB_TEST_CLOCK"})
            CHECK(text.contains(part));
    }
}
