// The HTML of every page in every language and state, against the files in this folder.
#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "shared/document/html.hpp"
#include "tests/support/screens.hpp"

namespace {

const std::filesystem::path folder = std::filesystem::path(RIHAB_SOURCE_DIR) / "tests" / "golden" / "pages";

bool is_blessing() { return std::getenv("RIHAB_BLESS") != nullptr; }

std::string file_name(const test::Screen& screen, base::Language language) {
    return screen.name + "." + std::string(base::code_of(language)) + ".html";
}

// One element a line, so that a diff shows what changed.
std::string readable(std::string html) {
    std::string lines;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (at > 0 && html[at] == '<' && html[at + 1] != '/') lines += '\n';
        lines += html[at];
    }
    return lines + '\n';
}

std::string print(const doc::Document& document) {
    return "<title>" + doc::escape(document.title) + "</title>\n" + readable(doc::to_html(document));
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string first_difference(const std::string& seen, const std::string& golden) {
    std::istringstream seen_lines(seen), golden_lines(golden);
    std::string a, b;
    for (int number = 1; std::getline(seen_lines, a), std::getline(golden_lines, b), seen_lines || golden_lines;
         ++number) {
        if (a != b) return "line " + std::to_string(number) + "\n  now:    " + a + "\n  golden: " + b;
        a.clear();
        b.clear();
    }
    return "only the length differs";
}

std::set<std::string> files_in(const std::filesystem::path& place) {
    std::set<std::string> names;
    if (std::filesystem::exists(place))
        for (const auto& entry : std::filesystem::directory_iterator(place))
            names.insert(entry.path().filename().string());
    return names;
}

}  // namespace

TEST_SUITE("golden") {
    TEST_CASE("the HTML of every page, language and state is the blessed one") {
        for (const auto language : base::languages)
            for (const auto& screen : test::screens(language)) {
                const auto path = folder / file_name(screen, language);
                const auto seen = print(screen.document);
                if (is_blessing()) write(path, seen);
                const auto golden = read(path);
                if (seen != golden)
                    FAIL_CHECK(path.filename().string() << " differs in " << first_difference(seen, golden));
            }
    }

    TEST_CASE("no golden file is left of a page that went") {
        std::set<std::string> wanted;
        for (const auto language : base::languages)
            for (const auto& screen : test::screens(language)) wanted.insert(file_name(screen, language));
        for (const auto& name : files_in(folder)) {
            if (wanted.contains(name)) continue;
            if (is_blessing()) std::filesystem::remove(folder / name);
            else FAIL_CHECK(name << " belongs to no page");
        }
    }
}
