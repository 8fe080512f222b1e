// The words by which texts from the public are judged, and the rules that put them together: data of one file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/domain/concern.hpp"

namespace domain {

inline constexpr std::size_t moderation_languages_limit = 8;
inline constexpr std::size_t moderation_groups_limit = 300;  // Of one language.
inline constexpr std::size_t moderation_words_limit = 1500;  // Of one list.
inline constexpr std::size_t moderation_word_limit = 60;     // Code points.
inline constexpr std::size_t moderation_rules_limit = 400;
inline constexpr std::size_t moderation_distance_limit = 40;  // Words.

// Words that mean the same to the rules. An entry may be several words, of which "_" is any one; "=word" has none of
// its language's beginnings and endings, "word*" any ending, "~word" any vowels.
struct WordGroup {
    std::string name;
    std::vector<std::string> words;
    bool operator==(const WordGroup&) const = default;
};

struct LanguageWords {
    std::string language;                 // "ary": Darija has words in both scripts.
    bool is_heard = false;                // Latin letters are compared by sound: nobody agrees how to write them.
    bool is_lent = false;                 // Its words stand amid those of the languages that are heard.
    std::vector<std::string> beginnings;  // Written as one with a word: conjunctions, prepositions, articles.
    std::vector<std::string> endings;
    std::vector<std::string> signs;     // Small words that show in which language a text is.
    std::vector<std::string> harmless;  // Whole words that hold another one by chance.
    std::vector<WordGroup> groups;
    bool operator==(const LanguageWords&) const = default;
};

// "who|whom~8": one of the groups, at most 8 words before or after; ">": only after, "<": only before.
struct ModerationRule {
    std::string name;  // For logs.
    Concern concern = Concern::Insult;
    std::string of;                    // Groups; what they say is what raises the concern.
    std::vector<std::string> with;     // Each must be near.
    std::vector<std::string> without;  // None may be near.
    bool disguised = false;            // Only words that were written so as not to be found.
    bool operator==(const ModerationRule&) const = default;
};

struct ModerationWords {
    std::vector<std::string> official_sites;  // And all below them: "justice.gov.ma".
    std::vector<std::string> site_endings;    // What an address without "www." ends with: "com".
    std::vector<std::string> always;          // Groups that count in a text of any language.
    std::vector<LanguageWords> languages;
    std::vector<ModerationRule> rules;
    bool operator==(const ModerationWords&) const = default;
};

}  // namespace domain
