#include "tests/moderation/portal_sentences.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

namespace labelled {
namespace {

void add_lines(const nlohmann::json& json, std::vector<std::string>& lines) {
    constexpr std::size_t shortest = 25;
    if (json.is_structured())
        for (const auto& part : json) add_lines(part, lines);
    if (!json.is_string()) return;
    std::istringstream text(json.get<std::string>());
    for (std::string line; std::getline(text, line);)
        if (line.size() > shortest && !line.contains('{') && !line.starts_with("http"))
            lines.push_back(std::move(line));
}

}  // namespace

std::vector<std::string> portal_sentences() {
    std::vector<std::string> lines;
    for (const auto* folder : {"/assets/content", "/assets/messages"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(RIHAB_SOURCE_DIR + std::string(folder))) {
            if (entry.path().extension() != ".json" || entry.path().filename() == "moderation.json") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            add_lines(nlohmann::json::parse(file, nullptr, false), lines);
        }
    std::ranges::sort(lines);
    const auto rest = std::ranges::unique(lines);
    lines.erase(rest.begin(), rest.end());
    return lines;
}

}  // namespace labelled
