#include "shared/domain/moderation/lexicon.hpp"

#include <algorithm>
#include <optional>

namespace domain::moderation {
namespace {

constexpr std::uint32_t any_word = 0xFFFFFFFF;
constexpr std::size_t longest_key = 40, longest_stem = 14, shortest_stem = 2;

std::size_t index_of(auto value) { return static_cast<std::size_t>(value); }

// "7mar", "3lach": digits of Darija, not those of "2e" or "8h30".
bool has_digit_for_letter(std::string_view word) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != '3' && word[i] != '7' && word[i] != '9') continue;
        const bool is_behind_letter = i > 0 && is_letter(word[i - 1]);
        const bool is_before_letters = i + 1 < word.size() && is_letter(word[i + 1]);
        const bool has_rest = i + 2 < word.size() && is_letter(word[i + 2]);
        const bool is_ordinal = i == 0 && (word.ends_with("eme") || word.ends_with("rd") || word.ends_with("th"));
        if ((is_behind_letter && is_before_letters) || (i == 0 && has_rest && !is_ordinal)) return true;
        if (is_behind_letter && i + 1 == word.size() && i >= 2 && is_letter(word[i - 2])) return true;
    }
    return false;
}

std::string key_of(auto match, std::uint8_t language, auto keys, std::string_view text) {
    std::string key{static_cast<char>(match), static_cast<char>(language), static_cast<char>(keys)};
    return key.append(text);
}

}  // namespace

Lexicon::Lexicon(const ModerationWords& words) : harmless_(ensure_group("#harmless")) {
    for (const auto& name : words.always) ensure_group(name);
    counts_always_.assign(groups_.size(), true);
    counts_always_[harmless_] = false;
    for (std::size_t i = 0; i < words.languages.size(); ++i)
        add_language(words.languages[i], static_cast<std::uint8_t>(i));
    counts_always_.resize(groups_.size(), false);
}

GroupId Lexicon::ensure_group(std::string_view name) {
    const auto found = std::ranges::find(groups_, name);
    if (found != groups_.end()) return static_cast<GroupId>(found - groups_.begin());
    groups_.emplace_back(name);
    return static_cast<GroupId>(groups_.size() - 1);
}

void Lexicon::add_language(const LanguageWords& words, std::uint8_t language) {
    Language made;
    made.is_heard = words.is_heard;
    made.is_lent = words.is_lent;
    add_affixes(words, made);
    made.signs = ensure_group("#signs-" + words.language);
    languages_.push_back(std::move(made));
    for (const auto& word : words.signs) add_entry("=" + word, languages_.back().signs, language);
    for (const auto& word : words.harmless) add_entry(word, harmless_, language);
    for (const auto& group : words.groups) {
        const auto id = ensure_group(group.name);
        for (const auto& word : group.words) add_entry(word, id, language);
    }
}

// Each under the letters that it is written in, and Latin ones as they are written and as they are heard.
void Lexicon::add_affixes(const LanguageWords& words, Language& language) const {
    const auto add = [&](const std::string& text, bool is_beginning) {
        const auto reading = read(text);
        if (reading.words.empty()) return;
        const auto& word = reading.words.front();
        const auto put = [&](Keys keys, const std::string& letters) {
            auto& affixes = language.affixes[index_of(keys)];
            auto& list = is_beginning ? affixes.beginnings : affixes.endings;
            if (!letters.empty() && !std::ranges::contains(list, letters)) list.push_back(letters);
        };
        if (word.script == Script::Arabic) return put(Keys::Arabic, word.plain);
        put(Keys::Latin, word.plain);
        put(Keys::Sound, word.sound);
    };
    for (const auto& text : words.beginnings) add(text, true);
    for (const auto& text : words.endings) add(text, false);
}

void Lexicon::add_entry(std::string_view text, GroupId group, std::uint8_t language) {
    Entry entry{.words = {}, .group = group, .language = language};
    std::string single;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        auto part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part == "_") {
            entry.words.push_back(any_word);
            continue;
        }
        const auto match = part.starts_with('=')   ? Match::Exact
                           : part.starts_with('~') ? Match::Skeleton
                           : part.ends_with('*')   ? Match::Stem
                                                   : Match::Affixed;
        if (match == Match::Exact || match == Match::Skeleton) part.remove_prefix(1);
        for (const auto& word : read(part).words) {
            entry.keys = keys_of(word.script, language);
            // "dh" would sound like "d".
            const bool is_heard_whole = word.sound.size() >= shortest_stem || word.plain.size() < shortest_stem;
            if (entry.keys == Keys::Sound && word.script == Script::Latin && !is_heard_whole) entry.keys = Keys::Latin;
            const auto& letters = entry.keys == Keys::Sound ? word.sound : word.plain;
            single = match == Match::Skeleton ? without_vowels(letters) : letters;
            // What is shorter than a stem, as the "m" of "m'a", stands only by itself.
            const bool is_stem = single.size() >= shortest_stem;
            entry.words.push_back(ensure_pattern(single, is_stem ? match : Match::Exact, language, entry.keys));
            languages_[language].has_words[index_of(entry.keys)] = true;
        }
    }
    if (entry.words.empty() || entry.words.front() == any_word) return;
    if (entry.words.size() == 1 && group < counts_always_.size() && counts_always_[group])
        singles_[static_cast<unsigned char>(single.front())].push_back({single, group});
    entries_of_[entry.words.front()].push_back(static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back(std::move(entry));
}

Lexicon::Keys Lexicon::keys_of(Script script, std::uint8_t language) const {
    if (script == Script::Arabic) return Keys::Arabic;
    return languages_[language].is_heard || script == Script::Tifinagh ? Keys::Sound : Keys::Latin;
}

Lexicon::PatternId Lexicon::ensure_pattern(std::string_view text, Match match, std::uint8_t language, Keys keys) {
    const auto [place, is_new] = patterns_.try_emplace(key_of(match, language, keys, text), entries_of_.size());
    if (is_new) entries_of_.emplace_back();
    return place->second;
}

void Lexicon::look_up_key(Match match, std::uint8_t language, Keys keys, std::string_view text, Patterns& found) const {
    std::array<char, longest_key + 3> key{static_cast<char>(match), static_cast<char>(language),
                                          static_cast<char>(keys)};
    if (text.size() > longest_key) return;
    std::ranges::copy(text, key.begin() + 3);
    const auto place = patterns_.find(std::string_view(key.data(), text.size() + 3));
    if (place != patterns_.end() && !std::ranges::contains(found, place->second)) found.push_back(place->second);
}

// What is there once a beginning is taken off.
void Lexicon::look_up_behind(std::uint8_t language, Keys keys, std::string_view text, Patterns& found) const {
    for (const auto& ending : languages_[language].affixes[index_of(keys)].endings) {
        if (!text.ends_with(ending) || text.size() < ending.size() + shortest_stem) continue;
        const auto stem = text.substr(0, text.size() - ending.size());
        look_up_key(Match::Affixed, language, keys, stem, found);
        if (keys == Keys::Sound) look_up_key(Match::Skeleton, language, keys, without_vowels(stem), found);
    }
    for (auto length = shortest_stem; length <= std::min(text.size(), longest_stem); ++length)
        look_up_key(Match::Stem, language, keys, text.substr(0, length), found);
}

void Lexicon::look_up_in(std::uint8_t language, Keys keys, std::string_view text, bool is_whole_word,
                         Patterns& found) const {
    if (text.empty() || !languages_[language].has_words[index_of(keys)]) return;
    look_up_key(Match::Exact, language, keys, text, found);
    if (is_whole_word) return look_up_key(Match::Affixed, language, keys, text, found);
    for (const auto& beginning : languages_[language].affixes[index_of(keys)].beginnings)
        if (text.starts_with(beginning) && text.size() >= beginning.size() + shortest_stem)
            look_up_behind(language, keys, text.substr(beginning.size()), found);
}

void Lexicon::look_up(const Spelling& spelling, Patterns& found) const {
    for (std::uint8_t language = 0; language < languages_.size(); ++language) {
        if (spelling.script == Script::Arabic)
            look_up_in(language, Keys::Arabic, spelling.plain, spelling.is_whole_word, found);
        if (spelling.script == Script::Latin)
            look_up_in(language, Keys::Latin, spelling.plain, spelling.is_whole_word, found);
        if (spelling.script == Script::Latin || spelling.script == Script::Tifinagh)
            look_up_in(language, Keys::Sound, spelling.sound, spelling.is_whole_word, found);
    }
}

Lexicon::Look Lexicon::look_through(const Reading& reading) const {
    Look look{.patterns = std::vector<Patterns>(reading.words.size()), .is_active = {}, .is_harmless = {}};
    look.is_harmless.assign(reading.words.size(), false);
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        const auto& word = reading.words[i];
        auto& found = look.patterns[i];
        look_up({word.plain, word.sound, word.script}, found);
        for (const auto pattern : found)
            for (const auto entry : entries_of_[pattern])
                if (entries_[entry].group == harmless_ && entries_[entry].words.size() == 1) look.is_harmless[i] = true;
    }
    for (const auto& one : reading.disguises)
        if (!one.is_meant) look_up({one.plain, one.sound, one.script}, look.patterns[one.first]);
    find_active(reading, look);
    return look;
}

// In Latin letters a word may be of four languages: small words say of which the text is, and digits amid letters.
void Lexicon::find_active(const Reading& reading, Look& look) const {
    std::vector<std::size_t> counts(languages_.size());
    std::size_t all = 0;
    const auto count = [&](std::size_t language) {
        ++counts[language];
        ++all;
    };
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        const auto& word = reading.words[i];
        if (word.script != Script::Latin) continue;
        for (std::size_t language = 0; language < languages_.size(); ++language)
            if (languages_[language].is_heard && has_digit_for_letter(word.plain)) count(language);
        for (const auto pattern : look.patterns[i])
            for (const auto entry : entries_of_[pattern])
                if (entries_[entry].group == languages_[entries_[entry].language].signs)
                    count(entries_[entry].language);
    }
    bool is_heard = false;
    for (std::size_t i = 0; i < languages_.size(); ++i) is_heard |= languages_[i].is_heard && counts[i] > 0;
    // A word or two that also another language has say little.
    constexpr std::size_t least_share = 5;
    const auto most = std::ranges::max(counts.empty() ? std::vector<std::size_t>{0} : counts);
    for (std::size_t i = 0; i < languages_.size(); ++i) {
        const bool is_there = counts[i] > 0 && counts[i] * least_share >= most;
        look.is_active.push_back(is_there || all == 0 || (languages_[i].is_lent && is_heard));
    }
}

bool Lexicon::may_count(const Entry& entry, Script script, const Look& look) const {
    return script != Script::Latin || counts_always_[entry.group] || look.is_active[entry.language];
}

std::optional<std::size_t> Lexicon::end_of(const Entry& entry, const Reading& reading, const Look& look,
                                           std::size_t first) const {
    constexpr std::size_t furthest = 3;  // No sentence ends in between.
    if (first + entry.words.size() > reading.words.size()) return std::nullopt;
    for (std::size_t i = 1; i < entry.words.size(); ++i) {
        const auto at = first + i;
        if (reading.words[at].place - reading.words[at - 1].place > furthest) return std::nullopt;
        if (entry.words[i] != any_word && !std::ranges::contains(look.patterns[at], entry.words[i]))
            return std::nullopt;
    }
    return first + entry.words.size() - 1;
}

void Lexicon::add_hits(const Reading& reading, const Look& look, Hits& hits) const {
    for (std::size_t i = 0; i < reading.words.size(); ++i)
        for (const auto pattern : look.patterns[i])
            for (const auto id : entries_of_[pattern]) {
                const auto& entry = entries_[id];
                if (!may_count(entry, reading.words[i].script, look)) continue;
                if (look.is_harmless[i] && counts_always_[entry.group] && entry.words.size() == 1) continue;
                if (const auto last = end_of(entry, reading, look, i))
                    hits[entry.group].push_back({.first = i, .last = *last});
            }
}

// "imakarn n": the word is there by itself, and the one beside it hides nothing.
bool Lexicon::stands_openly(const Look& look, const Disguise& disguise, PatternId pattern) {
    if (disguise.first == disguise.last) return false;
    for (auto i = disguise.first; i <= disguise.last; ++i)
        if (std::ranges::contains(look.patterns[i], pattern)) return true;
    return false;
}

void Lexicon::add_disguised(const Reading& reading, const Look& look, Hits& hits) const {
    Patterns found;
    for (const auto& one : reading.disguises) {
        if (!one.is_meant) continue;
        found.clear();
        look_up({one.plain, one.sound, one.script, one.is_whole_word}, found);
        for (const auto pattern : found) {
            if (stands_openly(look, one, pattern)) continue;
            for (const auto id : entries_of_[pattern])
                if (entries_[id].words.size() == 1 && may_count(entries_[id], one.script, look))
                    hits[entries_[id].group].push_back({.first = one.first, .last = one.last, .is_disguised = true});
        }
    }
}

void Lexicon::add_gapped(const Reading& reading, Hits& hits) const {
    for (const auto& one : reading.gapped) {
        const auto shortest = one.head.size() + one.tail.size();
        for (const auto& single : singles_[static_cast<unsigned char>(one.head.front())])
            if (single.word.starts_with(one.head) && single.word.ends_with(one.tail) && single.word.size() > shortest &&
                single.word.size() <= shortest + one.most_between + 1)
                hits[single.group].push_back({.first = one.first, .last = one.last, .is_disguised = true});
    }
}

Hits Lexicon::find(const Reading& reading) const {
    Hits hits(groups_.size());
    const auto look = look_through(reading);
    add_hits(reading, look, hits);
    add_disguised(reading, look, hits);
    add_gapped(reading, hits);
    for (auto& of_group : hits) {
        std::ranges::stable_sort(of_group, {}, [](const Hit& hit) { return std::pair(hit.first, hit.last); });
        const auto rest = std::ranges::unique(of_group);
        of_group.erase(rest.begin(), rest.end());
    }
    return hits;
}

}  // namespace domain::moderation
