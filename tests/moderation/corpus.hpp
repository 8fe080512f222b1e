// What the model learns from: labelled texts, what the portal says itself, a text of each rule.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/moderation/model.hpp"
#include "shared/domain/moderation/rules.hpp"

namespace train {

struct Text {
    std::string set, language, utf8;
    std::string group;  // Texts of one template stand or fall together.
    std::vector<domain::moderation::Mask> masks;
    std::vector<std::uint32_t> words;
    bool is_harmful = false;
    double weight = 1;
};

// Never one of the "judge" sets.
std::vector<Text> read_corpus();

// A word is known to a text where another group of the texts that are learnt from has it.
using Sparse = std::vector<std::pair<std::uint32_t, double>>;
std::vector<Sparse> vectors_of(const domain::moderation::Judge& judge, const std::vector<Text>& texts,
                               const std::vector<bool>& is_learnt, std::size_t places);
std::vector<std::uint8_t> known_words(const std::vector<Text>& texts, std::size_t bits);

}  // namespace train
