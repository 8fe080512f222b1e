#include "shared/domain/item_checks/terms.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <ranges>
#include <vector>

#include "shared/domain/finding.hpp"
#include "shared/domain/item_checks/letters.hpp"

namespace domain {
namespace {

using base::Language;
using Word = std::u32string;
using WordView = std::u32string_view;
using Words = std::vector<Word>;

// What says little by itself: articles and prepositions. As they are folded.
bool is_small(WordView word, Language language) {
    constexpr std::array<WordView, 12> french{U"d",  U"l",   U"de", U"du",  U"des", U"la",
                                              U"le", U"les", U"un", U"une", U"a",   U"en"};
    constexpr std::array<WordView, 4> english{U"of", U"a", U"an", U"the"};
    switch (language) {
        case Language::Ar: return word == U"من";
        case Language::Zgh: return word == U"ⵏ";
        case Language::Fr: return std::ranges::contains(french, word);
        case Language::En: return std::ranges::contains(english, word);
    }
    return false;
}

Words words_of(std::string_view text, Language language) {
    Words words;
    for (const auto part : std::views::split(letters::read(fold_for_finding(text)), U' ')) {
        Word word(part.begin(), part.end());
        if (!word.empty() && !is_small(word, language)) words.push_back(std::move(word));
    }
    return words;
}

// Without the conjunction, the preposition and the article that Arabic writes as one with the word: every reading.
std::vector<WordView> arabic_stems(WordView word) {
    std::vector<WordView> stems{word};
    const auto drop = [&](std::initializer_list<WordView> prefixes) {
        for (std::size_t i = 0, count = stems.size(); i < count; ++i)
            for (const auto prefix : prefixes)
                if (stems[i].size() > prefix.size() + 1 && stems[i].starts_with(prefix))
                    stems.push_back(stems[i].substr(prefix.size()));
    };
    drop({U"و", U"ف"});
    drop({U"ب", U"ك", U"ل"});
    drop({U"ال", U"ل"});  // "لل": the article after the preposition has lost its alif.
    return stems;
}

WordView without_article(WordView word) { return word.size() > 3 && word.starts_with(U"ال") ? word.substr(2) : word; }

bool is_same_word(WordView word, WordView of_term, Language language) {
    if (word == of_term) return true;
    if (language == Language::Ar) return std::ranges::contains(arabic_stems(word), without_article(of_term));
    if (language == Language::Zgh || of_term.size() < 4) return false;
    return word.size() == of_term.size() + 1 && word.starts_with(of_term) && word.back() == U's';
}

// What stays of a word whatever its vowels are: broken plurals, the two states of Amazigh.
Word skeleton(WordView word, Language language) {
    constexpr WordView weak_arabic = U"اويءهة", weak_amazigh = U"ⴰⵉⵓⴻⵡⵢⵯ";
    const auto weak = language == Language::Ar ? weak_arabic : weak_amazigh;
    Word out;
    for (const auto c : word)
        if (!weak.contains(c)) out += c;
    return out;
}

bool may_be_form(WordView letters, WordView wanted) {
    const auto kept = wanted.size() > 3 ? wanted.size() - 1 : wanted.size();  // A feminine's ending changes.
    if (letters.starts_with(wanted.substr(0, kept)) && letters.size() <= wanted.size() + 3) return true;
    if (wanted.size() < 3 || letters.size() != wanted.size() + 1) return false;
    // A plural that repeats a letter within: شباك, شبابيك.
    const auto apart = std::ranges::mismatch(letters, wanted).in1 - letters.begin();
    return apart > 0 &&
           letters.substr(static_cast<std::size_t>(apart) + 1) == wanted.substr(static_cast<std::size_t>(apart));
}

bool may_be_word(WordView word, WordView of_term, Language language) {
    if (is_same_word(word, of_term, language)) return true;
    if (language == Language::Ar || language == Language::Zgh) {
        const auto wanted = skeleton(language == Language::Ar ? without_article(of_term) : of_term, language);
        const auto fits = [&](WordView stem) { return may_be_form(skeleton(stem, language), wanted); };
        if (language == Language::Ar) return std::ranges::any_of(arabic_stems(word), fits);
        return fits(word) || (word.starts_with(U'ⵜ') && fits(word.substr(1)));
    }
    const auto kept = of_term.size() > 5   ? of_term.size() - 2
                      : of_term.size() > 3 ? of_term.size() - 1
                                           : of_term.size();
    return word.starts_with(of_term.substr(0, kept)) && word.size() <= of_term.size() + 3;
}

bool says(const Words& text, const Words& term, Language language) {
    const auto same = [&](const Word& word, const Word& of_term) { return is_same_word(word, of_term, language); };
    return !term.empty() && !std::ranges::search(text, term, same).empty();
}

bool may_say(const Words& text, const Words& term, Language language) {
    return std::ranges::all_of(term, [&](const Word& of_term) {
        return std::ranges::any_of(text, [&](const Word& word) { return may_be_word(word, of_term, language); });
    });
}

struct PlacedText {
    std::string path;
    Words words;
};

bool may_say_any(const std::vector<PlacedText>& texts, const Term& term, Language language) {
    return std::ranges::any_of(term.wordings[base::index_of(language)], [&](const std::string& wording) {
        const auto wanted = words_of(wording, language);
        return std::ranges::any_of(texts,
                                   [&](const PlacedText& text) { return may_say(text.words, wanted, language); });
    });
}

using TextsByLanguage = std::array<std::vector<PlacedText>, base::languages.size()>;

TextsByLanguage texts_by_language(ItemKind kind, const Values& values) {
    TextsByLanguage texts;
    for (const auto& path : paths_of(kind, values))
        if (const auto place = find_place(kind, path); place && place->language)
            texts[base::index_of(*place->language)].push_back(
                {path, words_of(text_at(values, path), *place->language)});
    return texts;
}

std::string in_language(ItemKind kind, const std::string& path, Language language) {
    const auto place = find_place(kind, path);
    return path_of(*place->field, place->row, language);
}

}  // namespace

bool says_term(std::string_view text, std::string_view wording, Language language) {
    return says(words_of(text, language), words_of(wording, language), language);
}

bool may_say_term(std::string_view text, std::string_view wording, Language language) {
    return may_say(words_of(text, language), words_of(wording, language), language);
}

CheckFindings check_terms(ItemKind kind, const Values& values, const Glossary& glossary) {
    const auto original = original_of(values);
    if (!original || glossary.empty()) return {};
    const auto texts = texts_by_language(kind, values);
    CheckFindings findings;
    for (const auto& term : glossary) {
        const auto& wordings = term.wordings[base::index_of(*original)];
        if (wordings.empty()) continue;
        const auto wanted = words_of(wordings.front(), *original);  // The others may mean other things.
        for (const auto& text : texts[base::index_of(*original)]) {
            if (!says(text.words, wanted, *original)) continue;
            for (const auto language : base::languages) {
                auto path = in_language(kind, text.path, language);
                const auto& approved = term.wordings[base::index_of(language)];
                if (language == *original || approved.empty() || text_at(values, path).empty()) continue;
                if (!may_say_any(texts[base::index_of(language)], term, language))
                    findings.push_back({std::move(path), Severity::Should, Flaw::LockedTerm, approved.front()});
            }
            break;
        }
    }
    return findings;
}

}  // namespace domain
