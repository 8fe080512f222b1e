// What a text is made of, in numbers that a model has learnt to weigh: words, letters, sounds, groups of the lists.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "shared/domain/moderation/lexicon.hpp"
#include "shared/domain/moderation/reading.hpp"

namespace domain::moderation {

enum class Family : std::uint8_t { Words, WordPairs, Letters, Skeletons, Groups, GroupPairs, GroupWords, Shape };
inline constexpr std::size_t family_count = static_cast<std::size_t>(Family::Shape) + 1;

// Of each family, in rising order and each once.
using Traits = std::array<std::vector<std::uint32_t>, family_count>;

// Whether a word was anywhere in what the model learnt from.
using IsKnown = std::function<bool(std::uint32_t word)>;

struct Seen {
    const Reading& reading;
    const Hits& hits;
    std::span<const std::uint32_t> groups;    // The number of each group's name, in the order of `hits`.
    std::span<const std::string_view> rules;  // Those that spoke.
};

// The same on every machine, for as long as a model is used.
std::uint32_t number_of(std::string_view text);
std::uint32_t number_of(const Word& word);
// Whether it is asked of the word if it is known: numbers and very short words are not.
bool may_be_unknown(const Word& word);

// Linear: each word is put together with a few that stand near it.
Traits traits_of(const Seen& seen, const IsKnown& is_known);

}  // namespace domain::moderation
