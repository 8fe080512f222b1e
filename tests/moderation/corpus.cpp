#include "tests/moderation/corpus.hpp"

#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "tests/moderation/portal_sentences.hpp"

namespace train {
namespace {

using namespace domain::moderation;

// Of the texts of a template each counts less; of the portal's sentences all the more.
constexpr double of_a_portal_sentence = 0.3;

void add(std::vector<Text>& texts, Text text) {
    auto masked = mask(text.utf8);
    text.utf8 = std::move(masked.utf8);
    text.masks = std::move(masked.masks);
    for (const auto& word : read(text.utf8).words)
        if (may_be_unknown(word)) text.words.push_back(number_of(word));
    if (text.group.empty()) text.group = text.set + std::to_string(texts.size());
    texts.push_back(std::move(text));
}

void add_labelled(std::vector<Text>& texts, const std::string& set) {
    std::ifstream file(RIHAB_SOURCE_DIR "/tests/moderation/" + set + ".jsonl", std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object()) continue;
        const std::string group = json.value("group", "");
        add(texts, {.set = set,
                    .language = json["language"],
                    .utf8 = json["text"],
                    .group = group.empty() ? "" : set + group,
                    .masks = {},
                    .words = {},
                    .is_harmful = json["harmful"]});
    }
}

void add_texts_of_rules(std::vector<Text>& texts) {
    std::ifstream file(RIHAB_SOURCE_DIR "/tests/moderation/by_rule.tsv", std::ios::binary);
    for (std::string line; std::getline(file, line);)
        if (const auto tab = line.find('\t'); tab != std::string::npos)
            add(texts, {.set = "by_rule",
                        .language = "",
                        .utf8 = line.substr(tab + 1),
                        .group = "",
                        .masks = {},
                        .words = {},
                        .is_harmful = true});
}

}  // namespace

std::vector<Text> read_corpus() {
    std::vector<Text> texts;
    for (const auto* set : {"rules", "rules_2", "practice", "train", "train_2"}) add_labelled(texts, set);
    add_texts_of_rules(texts);
    for (const auto& sentence : labelled::portal_sentences())
        add(texts, {.set = "portal",
                    .language = "",
                    .utf8 = sentence,
                    .group = "",
                    .masks = {},
                    .words = {},
                    .is_harmful = false,
                    .weight = of_a_portal_sentence});
    std::map<std::string, double> sizes;
    for (const auto& text : texts) ++sizes[text.group];
    for (auto& text : texts) text.weight /= std::sqrt(sizes[text.group]);
    return texts;
}

std::vector<Sparse> vectors_of(const Judge& judge, const std::vector<Text>& texts, const std::vector<bool>& is_learnt,
                               std::size_t places) {
    std::map<std::uint32_t, std::optional<std::string_view>> only_group;  // Nothing where several have the word.
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (const auto word : texts[i].words) {
            if (!is_learnt[i]) continue;
            const auto [found, is_new] = only_group.try_emplace(word, texts[i].group);
            if (!is_new && found->second != texts[i].group) found->second.reset();
        }
    std::vector<Sparse> vectors;
    for (const auto& text : texts) {
        const auto traits =
            judge.traits_of(text.utf8, {.is_first_contribution = false, .masks = text.masks}, [&](std::uint32_t word) {
                const auto found = only_group.find(word);
                return found != only_group.end() && found->second != text.group;
            });
        auto& vector = vectors.emplace_back();
        for (std::size_t family = 0; family < family_count; ++family)
            for (const auto trait : traits[family])
                vector.emplace_back(place_of(trait, places),
                                    share_of(static_cast<Family>(family), traits[family].size()));
    }
    return vectors;
}

std::vector<std::uint8_t> known_words(const std::vector<Text>& texts, std::size_t bits) {
    std::vector<std::uint8_t> known(bits / 8);
    for (const auto& text : texts)
        for (const auto word : text.words) {
            const auto place = place_of(word, bits);
            known[place / 8] |= static_cast<std::uint8_t>(1U << (place % 8));
        }
    return known;
}

}  // namespace train
