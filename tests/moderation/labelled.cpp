#include "tests/moderation/labelled.hpp"

#include <algorithm>
#include <cstdio>
#include <doctest/doctest.h>
#include <format>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace labelled {
namespace {

constexpr std::array<std::string_view, 5> languages{"ar", "ary", "zgh", "fr", "en"};

Figures& figures_of(std::vector<Figures>& all, const std::string& name) {
    const auto found = std::ranges::find(all, name, &Figures::language);
    if (found != all.end()) return *found;
    return all.emplace_back(Figures{.language = name, .harmful = {}, .harmless = {}});
}

void count(Figures& figures, bool is_harmful, bool is_held) {
    auto& share = is_harmful ? figures.harmful : figures.harmless;
    ++share.all;
    share.held += is_held ? 1 : 0;
}

std::string shown(const Share& share) {
    if (share.all == 0) return std::format("{:18}", "");
    return std::format("{:4} / {:<3} {:5.1f} %", share.held, share.all, share.percent());
}

void print(const Figures& figures) {
    std::puts(
        std::format("    {:26}{}   {}", figures.language, shown(figures.harmful), shown(figures.harmless)).c_str());
}

}  // namespace

std::vector<Contribution> contributions_of(std::string_view half) {
    std::ifstream file(std::format("{}/tests/moderation/{}.jsonl", RIHAB_SOURCE_DIR, half), std::ios::binary);
    REQUIRE(file.good());
    std::vector<Contribution> all;
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        const bool is_whole = json.is_object() && json.contains("id") && json.contains("why");
        REQUIRE(is_whole);  // Not the line itself: nobody is to see it.
        all.push_back({.id = json["id"],
                       .language = json["language"],
                       .text = json["text"],
                       .is_harmful = json["harmful"],
                       .why = json["why"]});
    }
    return all;
}

domain::moderation::Verdict judged(const domain::moderation::Judge& judge, std::string_view text) {
    const auto masked = domain::moderation::mask(text);
    return judge.judge(masked.utf8, {.is_first_contribution = false, .masks = masked.masks});
}

Outcome outcome_of(const domain::moderation::Judge& judge, const std::vector<Contribution>& contributions) {
    Outcome outcome;
    for (const auto language : languages) figures_of(outcome.languages, std::string(language));
    for (const auto& one : contributions) {
        const auto verdict = judged(judge, one.text);
        count(outcome.all, one.is_harmful, verdict.is_held());
        count(figures_of(outcome.languages, one.language), one.is_harmful, verdict.is_held());
        count(figures_of(outcome.labels, one.why.front()), one.is_harmful, verdict.is_held());
        if (verdict.is_held() == one.is_harmful) continue;
        std::string wrong = one.id + (one.is_harmful ? " let through" : " held:");
        for (const auto& raised : verdict.raised) wrong += " " + raised.rule;
        outcome.wrong.push_back(std::move(wrong));
    }
    return outcome;
}

void print(std::string_view half, const Outcome& outcome) {
    std::puts(std::format("{:30}{:18}   harmless held", half, "harmful held").c_str());
    for (const auto& figures : outcome.languages) print(figures);
    print(outcome.all);
    for (const auto& label : outcome.labels)
        if (label.harmful.held < label.harmful.all || label.harmless.held > 0) print(label);
}

}  // namespace labelled
