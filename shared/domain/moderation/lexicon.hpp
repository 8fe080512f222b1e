// The word lists, put together so that a text is looked through once.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/domain/moderation/reading.hpp"
#include "shared/domain/moderation_words.hpp"

namespace domain::moderation {

using GroupId = std::uint16_t;

// Words of the text that stand for a group.
struct Hit {
    std::size_t first = 0, last = 0;  // Words; the last is one of them.
    bool is_disguised = false;
    bool operator==(const Hit&) const = default;
};
using Hits = std::vector<std::vector<Hit>>;  // By group, in the order of the text.

class Lexicon {
public:
    explicit Lexicon(const ModerationWords& words);

    // Makes one where there is none: for groups that only a program fills.
    GroupId ensure_group(std::string_view name);
    Hits find(const Reading& reading) const;
    const std::vector<std::string>& groups() const { return groups_; }  // By GroupId.

private:
    using PatternId = std::uint32_t;
    using Patterns = std::vector<PatternId>;

    // What a word of a list is compared with, and how.
    enum class Keys : std::uint8_t { Latin, Arabic, Sound };
    enum class Match : std::uint8_t { Exact, Affixed, Stem, Skeleton };
    struct Affixes {
        std::vector<std::string> beginnings{""}, endings{""};
    };
    struct Language {
        std::array<Affixes, 3> affixes;   // By Keys.
        std::array<bool, 3> has_words{};  // By Keys.
        bool is_heard = false, is_lent = false;
        GroupId signs = 0;
    };
    struct Entry {
        Patterns words;
        GroupId group = 0;
        std::uint8_t language = 0;
        Keys keys = Keys::Latin;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    struct Single {
        std::string word;  // Of a group that counts in every language.
        GroupId group = 0;
    };
    struct Spelling {
        std::string_view plain, sound;
        Script script = Script::None;
        bool is_whole_word = false;
    };
    // Of one look through a text.
    struct Look {
        std::vector<Patterns> patterns;  // By word.
        std::vector<bool> is_active;     // By language: for words in Latin letters.
        std::vector<bool> is_harmless;   // By word.
    };

    void add_language(const LanguageWords& words, std::uint8_t language);
    void add_affixes(const LanguageWords& words, Language& language) const;
    void add_entry(std::string_view text, GroupId group, std::uint8_t language);
    Keys keys_of(Script script, std::uint8_t language) const;
    PatternId ensure_pattern(std::string_view text, Match match, std::uint8_t language, Keys keys);

    Look look_through(const Reading& reading) const;
    void look_up(const Spelling& spelling, Patterns& found) const;
    void look_up_in(std::uint8_t language, Keys keys, std::string_view text, bool is_whole_word, Patterns& found) const;
    void look_up_behind(std::uint8_t language, Keys keys, std::string_view text, Patterns& found) const;
    void look_up_key(Match match, std::uint8_t language, Keys keys, std::string_view text, Patterns& found) const;
    void find_active(const Reading& reading, Look& look) const;
    bool may_count(const Entry& entry, Script script, const Look& look) const;
    void add_hits(const Reading& reading, const Look& look, Hits& hits) const;
    static bool stands_openly(const Look& look, const Disguise& disguise, PatternId pattern);
    void add_disguised(const Reading& reading, const Look& look, Hits& hits) const;
    void add_gapped(const Reading& reading, Hits& hits) const;
    // The last word where all words of an entry stand from `first` on; nothing else.
    std::optional<std::size_t> end_of(const Entry& entry, const Reading& reading, const Look& look,
                                      std::size_t first) const;

    std::vector<Language> languages_;
    std::vector<std::string> groups_;
    std::vector<bool> counts_always_;  // By group.
    GroupId harmless_ = 0;
    std::unordered_map<std::string, PatternId, Hash, std::equal_to<>> patterns_;
    std::vector<std::vector<std::uint32_t>> entries_of_;  // By their first pattern.
    std::vector<Entry> entries_;
    std::array<std::vector<Single>, 256> singles_;  // By their first byte.
};

}  // namespace domain::moderation
